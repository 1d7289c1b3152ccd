import type { Column } from '../../shared/html/data-table.tsx';
import { Missing } from '../../shared/html/texts.tsx';
import { changeWords, LISTINGS } from '../household-class.ts';
import type { CommuneReview, ReviewRound, Village } from '../rounds/review-round.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { ClassChip } from './class-chip.pages.tsx';
import type { ListedHousehold } from './household-list.ts';

interface ListProps {
  readonly round: ReviewRound;
  readonly standard: PovertyStandard;
  readonly commune: CommuneReview;
  readonly villages: readonly Village[];
  /** Heads by household, masked or in full. */
  readonly heads: ReadonlyMap<string, string>;
  readonly mayReview: boolean;
}

/** The columns of the list of households; what is not known is "—". */
export function householdColumns(props: ListProps): Column<ListedHousehold>[] {
  const { villages, standard } = props;
  const village = (id: string) => villages.find((one) => one.id === id)?.name ?? 'Thôn, bản khác';
  return [
    {
      key: 'code',
      head: 'Mã hộ, chủ hộ, nhân khẩu',
      cell: (row) => <HeadCell row={row} {...props} />,
    },
    { key: 'village', head: 'Thôn, bản', cell: (row) => village(row.villageId) },
    {
      key: 'income',
      head: 'Điểm A',
      align: 'numeric',
      cell: (row) => row.incomeScore ?? <Missing />,
    },
    {
      key: 'deprivation',
      head: 'Điểm B',
      align: 'numeric',
      cell: (row) => (row.deprived ? row.deprived.length * standard.pointsEach : <Missing />),
    },
    { key: 'class', head: 'Kết quả, biến động', cell: (row) => <ClassCell row={row} /> },
    { key: 'next', head: 'Việc tiếp theo', cell: (row) => <NextStep row={row} {...props} /> },
    { key: 'listed', head: 'Rà soát vì', cell: listingOf },
  ];
}

type RowProps = ListProps & { readonly row: ListedHousehold };

function HeadCell({ row, round, heads }: RowProps) {
  return (
    <>
      {row.closing === 'gone' ? row.code : <a href={surveyAddress(round, row)}>{row.code}</a>}
      <br />
      <span class="soft">
        {heads.get(row.householdId) ?? 'Chưa ghi họ tên'}
        {row.closing === 'gone' ? null : `, ${row.members}\u00a0người`}
      </span>
    </>
  );
}

function surveyAddress(round: ReviewRound, { householdId }: ListedHousehold): string {
  return `/review-rounds/${round.id}/households/${householdId}`;
}

/** Before the survey, and without one, there is no change to tell; the class says so already. */
function ClassCell({ row }: { readonly row: ListedHousehold }) {
  const change = row.closing === null || row.listed === null ? '' : changeWords(row);
  return (
    <>
      <ClassChip closing={row.closing} />
      {change || row.closing === 'gone' ? (
        <>
          <br />
          <span class="soft">{changeWords(row)}</span>
        </>
      ) : null}
    </>
  );
}

function listingOf({ listed }: ListedHousehold): string {
  return listed ? LISTINGS[listed] : '';
}

function NextStep({ row, round, mayReview, commune }: RowProps) {
  if (row.closing === 'gone') return null;
  const open = mayReview && commune.status === 'open';
  const words =
    row.listed === null ? 'Đưa vào danh sách' : row.closing === null ? 'Rà soát' : 'Xem phiếu';
  if (!open && row.closing === null) return <>Chờ rà soát</>;
  if (!open && row.listed === null) return null;
  return (
    <a href={surveyAddress(round, row)} aria-label={`${words}: hộ ${row.code}`}>
      {words}
    </a>
  );
}
