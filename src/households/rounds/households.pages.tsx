import { showDay } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Page } from '../../shared/html/page.tsx';
import { Duties, PageHead, Section } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import { showNumber } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import { CommuneStatusChip } from './commune-status.pages.tsx';
import type { DeskCommune } from './desk.ts';
import type { ReviewRound } from './review-round.ts';

export interface HouseholdsPageProps {
  readonly frame: Frame;
  readonly rounds: readonly ReviewRound[];
  /** The round of today. */
  readonly latest: ReviewRound | undefined;
  /** The person's own communes in the latest round. */
  readonly own: readonly DeskCommune[];
  readonly mayRun: boolean;
  /** Reviews a whole commune, not a village only. */
  readonly mayReview: boolean;
}

/** The hub of households: the own commune first, then the years. */
export function HouseholdsPage({
  frame,
  rounds,
  latest,
  own,
  mayRun,
  mayReview,
}: HouseholdsPageProps) {
  return (
    <Page frame={frame} title="Hộ nghèo, hộ cận nghèo">
      <PageHead
        title="Hộ nghèo, hộ cận nghèo"
        lead={latest ? leadOf(latest) : undefined}
        actions={mayRun ? <OpenLink /> : undefined}
      />
      {latest && own.length > 0 ? <OwnCommunes round={latest} own={own} /> : null}
      {rounds.length > 0 ? <Years rounds={rounds} /> : <NoRounds mayRun={mayRun} />}
      <More reviews={own.length > 0} mayReview={mayReview} />
    </Page>
  );
}

function leadOf({ year, beginsOn, endsOn, officialOn }: ReviewRound): string {
  if (officialOn)
    return `Số liệu rà soát năm ${year} là chính thức từ ngày ${showDay(officialOn)}.`;
  return `Kỳ rà soát năm ${year}: từ ${showDay(beginsOn)} đến hết ${showDay(endsOn)}; số liệu còn là sơ bộ.`;
}

function OpenLink() {
  return (
    <ButtonLink href="/review-rounds/new" icon="add">
      Mở kỳ rà soát
    </ButtonLink>
  );
}

function NoRounds({ mayRun }: { readonly mayRun: boolean }) {
  return (
    <Empty
      sentence={
        mayRun
          ? 'Chưa có kỳ rà soát nào. Hãy mở kỳ đầu tiên để các xã bắt đầu.'
          : 'Chưa có kỳ rà soát nào. Cơ quan thường trực mở kỳ vào đầu tháng 9.'
      }
    />
  );
}

function OwnCommunes({ round, own }: { round: ReviewRound; own: readonly DeskCommune[] }) {
  return (
    <Section title="Xã tôi rà soát">
      <Duties
        duties={own.map((commune) => ({
          key: commune.communeId,
          title: commune.name,
          facts: (
            <>
              <CommuneStatusChip status={commune.status} />
              {commune.counts && commune.counts.pending > 0
                ? ` còn ${showNumber(commune.counts.pending)} hộ chưa rà soát`
                : null}
            </>
          ),
          action: (
            <ButtonLink
              kind="primary"
              href={`/review-rounds/${round.id}/communes/${commune.communeId}`}
            >
              {commune.status ? 'Làm tiếp' : 'Bắt đầu'}
            </ButtonLink>
          ),
        }))}
      />
    </Section>
  );
}

const YEARS: readonly Column<ReviewRound>[] = [
  {
    key: 'year',
    head: 'Năm',
    cell: (round) => <a href={`/review-rounds/${round.id}`}>{round.year}</a>,
  },
  {
    key: 'window',
    head: 'Thời gian rà soát',
    cell: (round) => `${showDay(round.beginsOn)} – ${showDay(round.endsOn)}`,
  },
  {
    key: 'standing',
    head: 'Số liệu',
    cell: (round) =>
      round.officialOn ? (
        <Status tone="done">Chính thức</Status>
      ) : (
        <Status tone="due">Sơ bộ</Status>
      ),
  },
  {
    key: 'tables',
    head: 'Biểu',
    cell: (round) => <a href={`/review-rounds/${round.id}/tables`}>Các biểu tổng hợp</a>,
  },
];

function Years({ rounds }: { readonly rounds: readonly ReviewRound[] }) {
  return (
    <Section title="Các năm">
      <DataTable
        caption="Các kỳ rà soát"
        quietCaption
        rows={rounds}
        keyOf={({ id }) => id}
        columns={YEARS}
      />
    </Section>
  );
}

function More({ reviews, mayReview }: { readonly reviews: boolean; readonly mayReview: boolean }) {
  return (
    <Section title="Việc khác">
      <Actions>
        {reviews ? <ButtonLink href="/class-requests">Rà soát thường xuyên</ButtonLink> : null}
        {mayReview ? <ButtonLink href="/household-imports">Nhập từ Excel</ButtonLink> : null}
        {mayReview ? <ButtonLink href="/households/duplicates">Hộ nghi trùng</ButtonLink> : null}
        <ButtonLink href="/poverty-standards">Chuẩn nghèo</ButtonLink>
        <ButtonLink href="/public/poverty">Số liệu công khai</ButtonLink>
      </Actions>
    </Section>
  );
}
