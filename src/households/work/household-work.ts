import { type Person, unitsWithDuty } from '../../people/person.ts';
import type { Todo } from '../../reporting/urging/work.ts';
import type { Day } from '../../shared/day.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import { mayRecogniseReview, mayReviewCommune } from '../households.policy.ts';
import type { CommuneReview } from '../rounds/review-round.ts';

/** A commune's review of today's round, as far as somebody has something to do in it. */
export interface WorkCommune extends Omit<CommuneReview, 'status'> {
  readonly status: CommuneReview['status'] | null;
  readonly year: number;
  readonly endsOn: Day;
  readonly since: Date;
  readonly pending: number;
  /** Households not yet surveyed by village, only where there are any. */
  readonly pendingVillages: readonly {
    readonly id: string;
    readonly name: string;
    readonly count: number;
  }[];
  /** The last day that the list hangs. */
  readonly postedUntil: Day | null;
  readonly openObjections: number;
  /** Requests off the round that wait for the chairman, and the first day on which one is due. */
  readonly openRequests: number;
  readonly requestDue: Day | null;
}

/** What a person has to do today in the review of households. */
export function householdTodos(
  person: Person,
  communes: readonly WorkCommune[],
  today: Day,
): Todo[] {
  return communes.flatMap((commune) => [
    ...(mayReviewCommune(person, commune) ? reviewing(commune) : inVillage(person, commune)),
    ...(mayRecogniseReview(person, commune) ? recognising(commune, today) : []),
  ]);
}

const deskOf = ({ roundId, communeId }: WorkCommune) =>
  `/review-rounds/${roundId}/communes/${communeId}`;

function todo(
  commune: WorkCommune,
  key: string,
  words: Pick<Todo, 'what' | 'button' | 'href'>,
): Todo {
  const { communeId, endsOn: due, since } = commune;
  return { key: `${communeId}:${key}`, due, since, ...words };
}

function reviewing(commune: WorkCommune): Todo[] {
  const { communeName, year, status, pending, openObjections } = commune;
  const desk = deskOf(commune);
  const at = `${communeName}: rà soát hộ nghèo năm ${year}`;
  if (status === null) return [todo(commune, 'begin', { what: at, href: desk, button: 'Bắt đầu' })];
  if (status === 'open')
    return [
      pending > 0
        ? todo(commune, 'survey', {
            what: `${at}, còn ${showNumber(pending)} hộ chưa khảo sát`,
            ...{ href: `${desk}/households?closing=pending`, button: 'Khảo sát' },
          })
        : todo(commune, 'meet', {
            what: `${at}: đã khảo sát xong, họp dân rồi niêm yết`,
            ...{ href: `${desk}/meetings`, button: 'Họp dân' },
          }),
    ];
  return openObjections > 0
    ? [
        todo(commune, 'objections', {
          what: `${at}: ${openObjections} ý kiến phản ánh chưa trả lời`,
          ...{ href: `${desk}/objections`, button: 'Trả lời' },
        }),
      ]
    : [];
}

function inVillage(person: Person, commune: WorkCommune): Todo[] {
  const own = unitsWithDuty(person, 'reviewHouseholds');
  return commune.pendingVillages
    .filter(({ id }) => own.includes(id))
    .map(({ id, name, count }) =>
      todo(commune, id, {
        what: `${name}: còn ${showNumber(count)} hộ chưa khảo sát, năm ${commune.year}`,
        href: `${deskOf(commune)}/households?village=${id}&closing=pending`,
        button: 'Khảo sát',
      }),
    );
}

function recognising(commune: WorkCommune, today: Day): Todo[] {
  const { status, postedUntil, openObjections, openRequests, requestDue } = commune;
  const over = status === 'posted' && postedUntil !== null && postedUntil < today;
  const what = `${commune.communeName}: niêm yết đã hết hạn, công nhận kết quả năm ${commune.year}`;
  const href = `${deskOf(commune)}/recognition`;
  return [
    ...(over && openObjections === 0
      ? [todo(commune, 'recognise', { what, href, button: 'Công nhận' })]
      : []),
    ...(openRequests > 0
      ? [
          {
            ...todo(commune, 'requests', {
              what: `${commune.communeName}: ${openRequests} đề nghị rà soát thường xuyên chờ quyết định`,
              ...{ href: '/class-requests', button: 'Xem' },
            }),
            due: requestDue,
          },
        ]
      : []),
  ];
}
