import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { DataTable } from '../../shared/html/data-table.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Pager, Tabs } from '../../shared/html/ways.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { lowerFirst, showNumber } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import type { CommuneReview, ReviewRound, Village } from '../rounds/review-round.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { HouseholdFilters } from './household-filter.pages.tsx';
import {
  CLOSINGS,
  filterQuery,
  type HouseholdFilter,
  isNarrowed,
  type ListedClosing,
} from './household-filter.ts';
import type { ListedHousehold } from './household-list.ts';
import { HouseholdListTools } from './household-list-tools.pages.tsx';
import { householdColumns } from './household-row.pages.tsx';

export interface HouseholdListPageProps {
  readonly frame: Frame;
  readonly round: ReviewRound;
  readonly standard: PovertyStandard;
  readonly commune: CommuneReview;
  readonly villages: readonly Village[];
  readonly filter: HouseholdFilter;
  readonly households: readonly ListedHousehold[];
  /** Heads by household: masked, or in full after their reading was recorded. */
  readonly heads: ReadonlyMap<string, string>;
  /** What names were shown for; the page then holds them in full. */
  readonly purpose?: string | undefined;
  readonly counts: ReadonlyMap<ListedClosing, number>;
  /** The words of the address of the next page. */
  readonly next: string | undefined;
  readonly mayReview: boolean;
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly faults?: readonly FieldProblem[];
}

/** The households of a commune in a round, as far as the person sees them. */
export function HouseholdListPage(props: HouseholdListPageProps) {
  const { frame, round, commune, households, next, faults = [] } = props;
  const title = `Danh sách hộ ${lowerFirst(commune.communeName)}, năm ${round.year}`;
  const at = listAddress(props);
  return (
    <Page frame={frame} title={title} wide>
      <PageHead
        title={title}
        lead={<Lead {...props} />}
        back={{
          href: `/review-rounds/${round.id}/communes/${commune.communeId}`,
          label: `Rà soát ${lowerFirst(commune.communeName)}`,
        }}
        actions={<ListActions {...props} />}
      />
      <ErrorSummary problems={faults} />
      {props.purpose ? <NamesShown {...props} /> : null}
      <ClassTabs {...props} />
      <HouseholdFilters {...props} action={at} />
      <DataTable
        caption="Các hộ trong danh sách"
        quietCaption
        rows={households}
        keyOf={({ householdId }) => householdId}
        columns={householdColumns(props)}
        none="Không có hộ nào như đang lọc. Hãy bỏ bớt điều kiện lọc hoặc xem lại chữ vừa tìm."
      />
      <Pager shown={shownRows(props)} next={next && `${at}?${next}`} />
      <HouseholdListTools {...props} action={at} />
    </Page>
  );
}

function listAddress({ round, commune }: HouseholdListPageProps): string {
  return `/review-rounds/${round.id}/communes/${commune.communeId}/households`;
}

function Lead(props: HouseholdListPageProps) {
  const { counts, villages, filter, commune, purpose, households } = props;
  const village = villages.find(({ id }) => id === filter.villageId);
  const all = [...counts].reduce((sum, [key, count]) => (key === 'gone' ? sum : sum + count), 0);
  const where = village?.name ?? (villages.length === 1 ? villages[0]?.name : commune.communeName);
  return (
    <>
      {where}: {showNumber(all)} hộ, còn {showNumber(counts.get('pending') ?? 0)} hộ chưa rà soát.{' '}
      {purpose || households.length === 0 ? null : (
        <>
          Họ tên được che bớt; <a href="#names">hiện họ tên</a>.
        </>
      )}
    </>
  );
}

function ListActions(props: HouseholdListPageProps) {
  const { round, commune, filter } = props;
  const desk = `/review-rounds/${round.id}/communes/${commune.communeId}`;
  const village = filter.villageId ? `?village=${filter.villageId}` : '';
  return (
    <Actions>
      {props.mayReview ? (
        <ButtonLink href={`${desk}/survey-sheets${village}`} icon="print">
          In phiếu rà soát
        </ButtonLink>
      ) : null}
      <ButtonLink href={`${desk}/households.xlsx?${filterQuery(filter)}`} icon="download" download>
        Tải Excel
      </ButtonLink>
    </Actions>
  );
}

function NamesShown({ purpose, households }: HouseholdListPageProps) {
  return (
    <Notice kind="warning" title={`Đang hiện họ tên của ${households.length} chủ hộ`}>
      Mục đích: {purpose}. Lượt xem đã được ghi lại. Rời trang này thì họ tên được che như cũ.
    </Notice>
  );
}

function ClassTabs(props: HouseholdListPageProps) {
  const { filter, counts } = props;
  const at = listAddress(props);
  const kinds = Object.entries(CLOSINGS) as [ListedClosing, string][];
  const countOf = (closing: ListedClosing) =>
    isNarrowed(filter) ? {} : { count: counts.get(closing) ?? 0 };
  const tab = (label: string, closing: ListedClosing | undefined) => ({
    href: `${at}?${filterQuery(filter, { closing })}`,
    label,
    current: filter.closing === closing,
    ...(closing ? countOf(closing) : {}),
  });
  return (
    <Tabs
      label="Theo phân loại"
      tabs={[tab('Tất cả', undefined), ...kinds.map(([key, label]) => tab(label, key))]}
    />
  );
}

function shownRows({ households, next, filter }: HouseholdListPageProps): string {
  if (households.length === 0) return 'Không có hộ nào';
  const from = filter.after ? 'tiếp theo ' : '';
  return `${households.length} hộ ${from}trên trang này${next ? ', còn nữa' : ''}`;
}
