import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Figures } from '../../shared/html/facts.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import { Pager } from '../../shared/html/ways.tsx';
import { showNumber } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import type { Closing } from '../household-class.ts';
import { maskName } from '../masking.ts';
import { CLOSINGS } from '../survey/household-filter.ts';
import { type HouseholdImport, IMPORTS, type ImportedCommune } from './household-import.ts';
import {
  ALSO_CHANGED,
  type ClassChange,
  type PreviewedHousehold,
  type Standing,
} from './previewed-household.ts';

interface ImportCommunePageProps {
  readonly frame: Frame;
  readonly import: HouseholdImport;
  readonly commune: ImportedCommune;
  readonly classes: readonly ClassChange[];
  readonly households: readonly PreviewedHousehold[];
  /** The address of the next page. */
  readonly next: string | undefined;
}

/** What an import would change in one commune, household by household. */
export function ImportCommunePage(props: ImportCommunePageProps) {
  const { frame, import: one, commune, classes, households, next } = props;
  const count = commune.fresh + commune.changed;
  return (
    <Page frame={frame} title={`${commune.name}: sẽ thay đổi gì`}>
      <PageHead
        title={`${commune.name}: sẽ thay đổi gì?`}
        lead={`${showNumber(commune.fresh)} hộ mới, ${showNumber(commune.changed)} hộ có thay đổi, ${showNumber(commune.same)} hộ giữ nguyên. Chưa ghi gì.`}
        back={{ href: `${IMPORTS}/${one.id}`, label: one.fileName }}
      />
      <Figures figures={SHOWN.map((closing) => figureOf(closing, classes))} />
      <DataTable
        caption="Các hộ sẽ thêm hoặc thay đổi"
        quietCaption
        rows={households}
        keyOf={({ place }) => String(place)}
        columns={[...COLUMNS, ALSO]}
        none="Không có hộ nào thay đổi."
      />
      {next || households.length < count ? (
        <Pager shown={`${households.length} trong ${showNumber(count)} hộ`} next={next} />
      ) : null}
    </Page>
  );
}

const SHOWN: readonly (Closing | null)[] = ['poor', 'near-poor', 'not-poor', null];

function figureOf(closing: Closing | null, classes: readonly ClassChange[]) {
  const one = classes.find((each) => each.closing === closing);
  return {
    name: CLOSINGS[closing ?? 'pending'],
    value: showNumber(one?.after ?? 0),
    before: `hiện nay ${showNumber(one?.before ?? 0)}`,
  };
}

const COLUMNS: readonly Column<PreviewedHousehold>[] = [
  { key: 'code', head: 'Hộ', cell: ({ code }) => code ?? 'chưa có mã' },
  {
    key: 'head',
    head: 'Chủ hộ',
    cell: ({ headName, headBefore }) => (
      <Turned
        before={headBefore && maskName(headBefore)}
        now={headName ? maskName(headName) : '—'}
      />
    ),
  },
  { key: 'village', head: 'Thôn, bản', cell: ({ villageName }) => villageName ?? '—' },
  {
    key: 'change',
    head: 'Sẽ',
    cell: ({ change }) =>
      change === 'new' ? <Status tone="info">Thêm</Status> : <Status tone="due">Đổi</Status>,
  },
  {
    key: 'class',
    head: 'Kết quả',
    cell: (one) => <Change {...one} words={({ closing }) => CLOSINGS[closing ?? 'pending']} />,
  },
  {
    key: 'score',
    head: 'Điểm A',
    align: 'numeric',
    cell: (one) => <Change {...one} words={({ incomeScore }) => numberOf(incomeScore)} />,
  },
  {
    key: 'deprived',
    head: 'Chỉ số thiếu hụt',
    align: 'numeric',
    cell: (one) => <Change {...one} words={({ deprived }) => numberOf(deprived)} />,
  },
  {
    key: 'members',
    head: 'Nhân khẩu',
    align: 'numeric',
    cell: (one) => <Change {...one} words={({ members }) => numberOf(members)} />,
  },
];

const ALSO: Column<PreviewedHousehold> = {
  key: 'also',
  head: 'Cũng đổi',
  cell: ({ also }) => also.map((key) => ALSO_CHANGED[key]).join('; '),
};

const numberOf = (count: number | null) => (count === null ? '—' : showNumber(count));

interface ChangeProps extends Pick<PreviewedHousehold, 'before' | 'after'> {
  readonly words: (standing: Standing) => string;
}

/** `Hộ nghèo → Hộ cận nghèo`, or once where it stays. */
function Change({ before, after, words }: ChangeProps) {
  return <Turned before={before && words(before)} now={words(after)} />;
}

function Turned({ before, now }: { readonly before: string | null; readonly now: string }) {
  if (!before || before === now) return <>{now}</>;
  return (
    <>
      <span class="soft">{before}</span>
      <span class="sr-only"> thành </span>
      <span aria-hidden="true"> → </span>
      {now}
    </>
  );
}
