import type { Person } from '../../people/person.ts';
import { recordReviewedYear } from '../../reporting/totals/official-figures.actions.ts';
import { act } from '../../shared/act.actions.ts';
import { dayInVietnam, showDay } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { mayRunReviews } from '../households.policy.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { listCommuneReviews, listStandingAgencies } from '../rounds/rounds.sql.ts';
import { listAskedCommunes } from './asked-communes.sql.ts';
import { ETHNIC_MARKS } from './minorities.ts';
import { findProvinceOffice, holdRound, storeOfficialDay } from './official.sql.ts';
import { type OfficialTyped, type OfficialWish, readOfficialWish } from './official-wish.ts';
import { placedAsItWas } from './placed-rows.sql.ts';
import { reportFigures } from './report-figures.ts';
import { loadCells } from './totals.sql.ts';
import { joinCells, NO_CELLS, type UnitCells } from './unit-cells.ts';

/**
 * The standing agency makes the figures of a round official: the day and the document, and the
 * official figures of the province and of each commune for the yearly report. Only when every
 * commune of the round is recognised (`communesNotRecognised` says how many are not).
 */
export function makeOfficial(
  house: House,
  person: Person,
  roundId: string,
  typed: OfficialTyped,
): Promise<number> {
  return act(house, person, async (tx, now) => {
    const round = found(await holdRound(tx, roundId), 'kỳ rà soát này');
    const today = dayInVietnam(now);
    must(mayRunReviews(person, await listStandingAgencies(tx, today)), 'việc công bố số liệu');
    await mustBeComplete(tx, round);
    const wish = readOfficialWish(typed, round, today);
    if ('faults' in wish) throw new Problem('invalidForm', {}, wish.faults);
    await storeOfficialDay(tx, round.id, wish);
    const { recorded, replaced } = await recordReviewedYear(
      tx,
      { personId: person.id, at: now },
      { ...sourceOf(round, wish), offices: await officeAmounts(tx, round) },
    );
    const detail = { year: round.year, ...wish, recorded, replaced };
    return [recorded, { noun: 'reviewRound', subjectId: round.id, verb: 'makeOfficial', detail }];
  });
}

async function mustBeComplete(tx: Tx, round: ReviewRound): Promise<void> {
  const { year, officialOn, officialDocument } = round;
  if (officialOn)
    throw new Problem('alreadyOfficial', {
      ...{ year, day: showDay(officialOn), document: officialDocument ?? '' },
    });
  const communes = await listAskedCommunes(tx, round);
  const waiting = communes.filter(({ status }) => status !== 'recognised');
  if (waiting.length === 0) return;
  const names = waiting.map(({ name }) => name);
  throw new Problem('communesNotRecognised', { count: names.length, names: listed(names) });
}

const MOST_NAMES = 5;

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (rest > 0 ? ` và ${rest} xã khác` : '');
}

function sourceOf({ year, isStory }: ReviewRound, { on, document }: OfficialWish) {
  const source = `${document}, ngày ${showDay(on)} (kết quả rà soát hộ nghèo năm ${year})`;
  return { year, source, madeUp: isStory };
}

/** What the review came to, by office: each commune's committee, and the province's. */
async function officeAmounts(tx: Tx, round: ReviewRound) {
  const communes = await listAskedCommunes(tx, round);
  const cells = await loadCells(tx, round.id, placedAsItWas(communes), ETHNIC_MARKS);
  const offices = (await listCommuneReviews(tx, round.id)).map(
    ({ officeId, communeId }) => [officeId, amountsOf(cells.get(communeId) ?? NO_CELLS)] as const,
  );
  const provinceId = await findProvinceOffice(tx, round);
  const whole = amountsOf(joinCells([...cells.values()]));
  return new Map([...offices, ...(provinceId ? [[provinceId, whole] as const] : [])]);
}

/** Nobody is pending in a recognised commune. */
function amountsOf(cells: UnitCells): Map<string, number> {
  return new Map([...reportFigures(cells, 0)].map(([slug, { amount }]) => [slug, amount]));
}
