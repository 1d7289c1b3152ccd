import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { Frame } from '../../shared/web.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import type { AskedCommune } from './asked-commune.ts';
import { type Count, plus } from './change-tables.ts';
import { signedCount } from './residual-words.ts';
import { type Accounting, isNone, unexplained } from './residuals.ts';
import type { StandardTable } from './standard-table.ts';
import { STANDARD_TABLES } from './standard-tables.ts';
import { type TableAsk, tableAddress } from './table-rows.ts';
import { Standing } from './table-standing.pages.tsx';

export interface TablesIndexPageProps {
  readonly frame: Frame;
  readonly round: ReviewRound;
  readonly communes: readonly AskedCommune[];
  /** Of the communes that have begun. */
  readonly accounting: ReadonlyMap<string, Accounting>;
  /** May the person read the explanations of this commune? */
  readonly mayOpen: (communeId: string) => boolean;
}

/** The thirteen tables with the question that each answers, and whether they add up. */
export function TablesIndexPage(props: TablesIndexPageProps) {
  const { frame, round, communes } = props;
  return (
    <Page frame={frame} title={`Các biểu tổng hợp năm ${round.year}`}>
      <PageHead
        title={`Các biểu tổng hợp năm ${round.year}`}
        lead="Mỗi biểu có số liệu của tỉnh, từng xã và từng thôn, bản; tải được ra Excel."
        back={{ href: `/review-rounds/${round.id}`, label: `Rà soát năm ${round.year}` }}
      />
      <Standing {...{ round, communes }} />
      <DataTable
        caption="Các biểu"
        quietCaption
        rows={STANDARD_TABLES}
        keyOf={({ key }) => key}
        columns={tableColumns(round.id)}
      />
      <Sums {...props} />
    </Page>
  );
}

function askOf(roundId: string, table: string): TableAsk {
  return { roundId, table, unitId: '', units: 'then' };
}

function tableColumns(roundId: string): Column<StandardTable>[] {
  return [
    {
      key: 'name',
      head: 'Biểu',
      cell: ({ key, name }) => (
        <a href={tableAddress(askOf(roundId, key))}>
          {key}. {name}
        </a>
      ),
    },
    { key: 'answers', head: 'Trả lời câu hỏi', cell: ({ answers }) => answers },
  ];
}

interface Line {
  readonly commune: AskedCommune;
  readonly accounting: Accounting;
}

/** Which communes open with another number than last year closed with. */
function Sums({ communes, accounting, mayOpen, round }: TablesIndexPageProps) {
  const lines = communes.flatMap((commune): Line[] => {
    const own = accounting.get(commune.communeId);
    return own?.residuals.some(({ total }) => !isNone(total)) ? [{ commune, accounting: own }] : [];
  });
  const [poorTwin, nearTwin] = twinsOf([...accounting.values()]);
  return (
    <Section title="Cân đối số liệu">
      <p>
        {isNone(poorTwin) && isNone(nearTwin)
          ? 'Biểu 2 và biểu 3 khớp nhau: hộ từ nghèo sang cận nghèo, từ cận nghèo xuống nghèo là một số ở cả hai biểu.'
          : `Biểu 2 và biểu 3 chưa khớp: chênh ${signedCount(poorTwin)} và ${signedCount(nearTwin)}.`}
      </p>
      <DataTable
        caption={`Xã có số đầu năm khác số cuối năm ${round.year - 1}`}
        rows={lines}
        keyOf={({ commune }) => commune.communeId}
        none="Không có: số đầu năm của mọi xã đã bắt đầu bằng số cuối năm trước."
        columns={lineColumns(lines, round.id, mayOpen)}
      />
    </Section>
  );
}

function twinsOf(all: readonly Accounting[]): readonly [Count, Count] {
  const none: Count = { households: 0, members: 0 };
  return all.reduce<readonly [Count, Count]>(
    ([poor, near], { twins }) => [plus(poor, twins[0]), plus(near, twins[1])],
    [none, none],
  );
}

function lineColumns(
  lines: readonly Line[],
  roundId: string,
  mayOpen: (communeId: string) => boolean,
): Column<Line>[] {
  const difference = (at: 0 | 1, head: string): Column<Line> => ({
    ...{ key: `${at}`, head, align: 'numeric' },
    cell: ({ accounting }) => signedCount(totalOf(accounting, at)),
    total: signedCount(lines.map((one) => totalOf(one.accounting, at)).reduce(plus, NONE)),
  });
  return [
    {
      key: 'commune',
      head: 'Xã',
      cell: ({ commune: { communeId, name } }) =>
        mayOpen(communeId) ? (
          <a href={`/review-rounds/${roundId}/communes/${communeId}/explanations`}>{name}</a>
        ) : (
          name
        ),
    },
    difference(0, 'Hộ nghèo (hộ / khẩu)'),
    difference(1, 'Hộ cận nghèo (hộ / khẩu)'),
    {
      key: 'state',
      head: 'Giải trình',
      cell: ({ accounting }) =>
        unexplained(accounting).length > 0 ? (
          <Status tone="due">Chưa giải trình</Status>
        ) : (
          <Status tone="done">Đã giải trình</Status>
        ),
    },
  ];
}

const NONE: Count = { households: 0, members: 0 };

function totalOf({ residuals }: Accounting, at: 0 | 1): Count {
  return residuals[at]?.total ?? NONE;
}
