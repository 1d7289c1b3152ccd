import { type Day, distance, showDay } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Figures } from '../../shared/html/facts.tsx';
import { Page } from '../../shared/html/page.tsx';
import { Progress } from '../../shared/html/progress.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { showNumber } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import { OfficialBox } from '../tables/official-box.pages.tsx';
import { CommuneStatusChip } from './commune-status.pages.tsx';
import { type ClassCounts, type DeskCommune, sumOf } from './desk.ts';
import type { ReviewRound } from './review-round.ts';

export interface ProvinceDeskPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly round: ReviewRound;
  readonly communes: readonly DeskCommune[];
  readonly mayRun: boolean;
  readonly mayEnter: (commune: DeskCommune) => boolean;
}

/** Which commune is how far, and what the province comes to so far. */
export function ProvinceDeskPage(props: ProvinceDeskPageProps) {
  const { frame, round, communes } = props;
  const recognised = communes.filter(({ status }) => status === 'recognised').length;
  return (
    <Page frame={frame} title={`Rà soát hộ nghèo năm ${round.year}`}>
      <PageHead
        title={`Rà soát hộ nghèo năm ${round.year}`}
        lead={<Lead {...props} />}
        back={{ href: '/households', label: 'Hộ nghèo, hộ cận nghèo' }}
        actions={
          <Actions>
            <ButtonLink href={`/review-rounds/${round.id}/tables`} kind="primary">
              Các biểu tổng hợp
            </ButtonLink>
            <ButtonLink href={`/review-rounds/${round.id}/communes.xlsx`} icon="download" download>
              Tải Excel
            </ButtonLink>
          </Actions>
        }
      />
      <Progress label="Xã đã công nhận" done={recognised} of={communes.length} noun="xã" />
      <Sums counts={sumOf(communes.map(({ counts }) => counts))} />
      <DataTable
        caption="Các xã trong kỳ rà soát"
        rows={communes}
        keyOf={({ communeId }) => communeId}
        columns={columns(props)}
        none="Không có xã nào vào ngày đã chọn cho kỳ này."
      />
      <OfficialBox round={round} communes={communes} mayMake={props.mayRun} />
    </Page>
  );
}

function Lead({ round, today }: ProvinceDeskPageProps) {
  if (round.officialOn)
    return (
      <>
        Số liệu chính thức từ {showDay(round.officialOn)}, theo {round.officialDocument}.
      </>
    );
  return (
    <>
      Số liệu sơ bộ. Rà soát đến hết ngày {showDay(round.endsOn)} ({distance(today, round.endsOn)}).
    </>
  );
}

const shown = (value: number | undefined) => (value === undefined ? '—' : showNumber(value));

function Sums({ counts }: { readonly counts: ClassCounts | undefined }) {
  return (
    <Figures
      figures={[
        { name: 'Tổng số hộ', value: shown(counts?.households) },
        { name: 'Hộ nghèo', value: shown(counts?.poor) },
        { name: 'Hộ cận nghèo', value: shown(counts?.nearPoor) },
        { name: 'Chưa rà soát', value: shown(counts?.pending) },
      ]}
    />
  );
}

function columns({ round, mayEnter }: ProvinceDeskPageProps): Column<DeskCommune>[] {
  const number = (key: keyof ClassCounts, head: string): Column<DeskCommune> => ({
    ...{ key, head, align: 'numeric' },
    cell: ({ counts }) => shown(counts && Number(counts[key])),
  });
  return [
    {
      key: 'commune',
      head: 'Xã',
      cell: (commune) =>
        mayEnter(commune) ? (
          <a href={`/review-rounds/${round.id}/communes/${commune.communeId}`}>{commune.name}</a>
        ) : (
          commune.name
        ),
    },
    {
      key: 'status',
      head: 'Đến bước',
      cell: ({ status }) => <CommuneStatusChip status={status} />,
    },
    number('households', 'Tổng số hộ'),
    number('poor', 'Hộ nghèo'),
    number('nearPoor', 'Hộ cận nghèo'),
    number('pending', 'Chưa rà soát'),
  ];
}
