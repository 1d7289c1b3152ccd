import type { Person } from '../../people/person.ts';
import type { Db } from '../../shared/house.ts';
import { type CommunePlace, mayReviewCommune } from '../households.policy.ts';
import { listReviewable } from '../rounds/begin.sql.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { listAllVillages, loadReviewStatuses } from './import-communes.sql.ts';
import { ImportPlaces } from './import-places.ts';

/** The communes and villages of a round as this person may import into them. */
export async function loadPlaces(
  db: Db,
  person: Person,
  round: ReviewRound,
): Promise<ImportPlaces> {
  const communes = await listReviewable(db, round.unitsOn);
  const villages = await listAllVillages(db, round.unitsOn);
  const statuses = await loadReviewStatuses(db, round.id);
  return new ImportPlaces(
    communes.map(({ name, communeId, officeId, aboveIds }) => ({
      ...{ name, communeId, officeId, aboveIds },
      villages: villages.get(communeId) ?? [],
      refusal: refusalOf(
        { communeId, officeId, aboveIds },
        { person, name, year: round.year, status: statuses.get(communeId) },
      ),
    })),
  );
}

interface Asked {
  readonly person: Person;
  readonly name: string;
  readonly year: number;
  readonly status: string | undefined;
}

/** Why nothing can be imported into a commune now. */
function refusalOf(place: CommunePlace, asked: Asked): string | undefined {
  const { person, name, year, status } = asked;
  if (!mayReviewCommune(person, place))
    return `Bạn không có nhiệm vụ rà soát ở ${name} nên dòng này không được nhận. Hãy gửi riêng cho người phụ trách xã.`;
  if (status === undefined)
    return `${name} chưa bắt đầu rà soát năm ${year}. Hãy bắt đầu ở trang của xã rồi đọc lại tệp.`;
  if (status === 'posted')
    return `${name} đang niêm yết kết quả năm ${year} nên không nhận thay đổi. Hãy rút niêm yết trước, rồi đọc lại tệp.`;
  if (status === 'recognised')
    return `${name} đã công nhận kết quả năm ${year} nên kết quả giữ nguyên. Hãy bỏ các dòng của xã này; hộ có thay đổi thì làm theo rà soát thường xuyên.`;
  return undefined;
}
