import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Figures } from '../../shared/html/facts.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel, Section } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import { showNumber } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import {
  type HouseholdImport,
  IMPORTS,
  type ImportedCommune,
  type ImportSummary,
  mayApply,
  mayStep,
} from './household-import.ts';
import type { Fault } from './import-fault.ts';
import { Faults } from './import-faults.pages.tsx';
import { MetFonts, Oddities } from './import-oddities.pages.tsx';
import { ColumnsAgain, IMPORTS_BACK, ReadAgain } from './import-standing.pages.tsx';
import { UploadForm } from './imports.pages.tsx';

export interface ImportPreviewPageProps {
  readonly frame: Frame;
  readonly import: HouseholdImport;
  readonly summary: ImportSummary;
  readonly communes: readonly ImportedCommune[];
  /** The first of them. */
  readonly faults: readonly Fault[];
  readonly reviewed: readonly { readonly communeId: string; readonly name: string }[];
}

/** What a file would do to the register, or did: counts, what to mend, each commune. */
export function ImportPreviewPage(props: ImportPreviewPageProps) {
  const { frame, import: one, summary, communes } = props;
  const done = one.status === 'applied';
  return (
    <Page frame={frame} title={`${done ? 'Đã ghi' : 'Xem trước'}: ${one.fileName}`}>
      <PageHead
        title={done ? `Đã ghi từ ${one.fileName}` : `Xem trước: ${one.fileName}`}
        lead={leadOf(done, communes)}
        back={IMPORTS_BACK}
      />
      <Figures figures={figuresOf(summary, communes)} />
      {done ? <Onward {...props} /> : <Apply {...props} />}
      <MetFonts import={one} fonts={summary.fonts} />
      <Faults importId={one.id} faults={props.faults} total={summary.faults} />
      <Communes {...props} />
      <Oddities oddities={summary.oddities} />
      <Again {...props} />
    </Page>
  );
}

/** So many communes are named in a sentence. */
const FEW = 3;

function leadOf(done: boolean, communes: readonly ImportedCommune[]): string {
  const written = communes.filter(({ appliedAt }) => appliedAt !== null);
  if (!done) return 'Chưa có gì được ghi vào sổ.';
  if (written.length === 0)
    return 'Không xã nào được ghi; sổ hộ giữ nguyên như trước. Hãy xem lý do ở từng xã.';
  const which =
    written.length > FEW ? `${written.length} xã` : written.map(({ name }) => name).join(', ');
  return `Đã ghi ${which}. Các biểu tổng hợp đã theo.`;
}

const sum = (
  communes: readonly ImportedCommune[],
  key: 'fresh' | 'changed' | 'same' | 'duplicates',
) => communes.reduce((total, one) => total + one[key], 0);

function figuresOf(summary: ImportSummary, communes: readonly ImportedCommune[]) {
  return [
    { name: 'Hộ trong tệp', value: showNumber(summary.households) },
    { name: 'Thành viên trong tệp', value: showNumber(summary.members) },
    { name: 'Hộ mới', value: showNumber(sum(communes, 'fresh')) },
    { name: 'Hộ có thay đổi', value: showNumber(sum(communes, 'changed')) },
    { name: 'Hộ giữ nguyên', value: showNumber(sum(communes, 'same')) },
  ];
}

function Apply({ import: one, summary, communes }: ImportPreviewPageProps) {
  const right = communes.filter(mayApply);
  const left = communes.filter(({ wrong, refusal }) => wrong > 0 || refusal !== null);
  const twice = sum(right, 'duplicates');
  if (right.length === 0) return left.length > 0 ? null : <NothingToApply {...summary} />;
  if (!mayStep(one, 'apply')) return null;
  return (
    <Panel title="Ghi vào sổ">
      <p>
        {`${right.map(({ name }) => name).join(', ')}: ${countsOf(right)}.`}
        {left.length > 0 ? ` Còn ${left.length} xã chưa ghi được, giữ nguyên như trước.` : ''}
        {twice > 0
          ? ` Có ${twice} hộ mới giống hộ đã có trong sổ; khi ghi, các cặp này vào mục Hộ nghi trùng để bạn xem.`
          : ''}
      </p>
      <Actions>
        <ActionForm
          action={`${IMPORTS}/${one.id}/apply`}
          label={`Ghi ${showNumber(sum(right, 'fresh') + sum(right, 'changed'))} hộ vào sổ`}
          kind="primary"
          big
        />
      </Actions>
    </Panel>
  );
}

/** Why nothing is to be written though no commune has a fault. */
function NothingToApply({ households, members, faults }: ImportSummary) {
  if (households + members === 0)
    return (
      <Notice kind="warning" title="Tệp không có dòng nào dưới tiêu đề nên không có gì để ghi.">
        Hãy điền các dòng rồi gửi lại; nếu tệp đã có dòng, hãy xem lại dòng tiêu đề và các cột.
      </Notice>
    );
  return faults > 0 ? null : (
    <Notice kind="success" title="Sổ hộ đã đúng như tệp: không có gì phải ghi." />
  );
}

function countsOf(communes: readonly ImportedCommune[]): string {
  const [fresh, changed] = [sum(communes, 'fresh'), sum(communes, 'changed')];
  return [
    fresh > 0 ? `${showNumber(fresh)} hộ mới` : '',
    changed > 0 ? `${showNumber(changed)} hộ có thay đổi` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function Communes(props: ImportPreviewPageProps) {
  return (
    <Section title="Từng xã">
      <DataTable
        caption="Các xã trong tệp"
        quietCaption
        rows={props.communes}
        keyOf={({ communeId }) => communeId}
        columns={communeColumns(props)}
        none="Chưa nhận ra xã nào trong tệp. Hãy xem lại cột Xã."
      />
      {props.summary.unplaced > 0 ? (
        <p>{`${showNumber(props.summary.unplaced)} dòng chưa biết thuộc xã nào. Hãy sửa cột Xã, hoặc mã hộ, của các dòng ấy.`}</p>
      ) : null}
    </Section>
  );
}

function communeColumns({
  import: { id, status, roundId },
}: ImportPreviewPageProps): Column<ImportedCommune>[] {
  const number = (
    key: 'fresh' | 'changed' | 'same' | 'wrong' | 'duplicates',
    head: string,
  ): Column<ImportedCommune> => ({
    ...{ key, head, align: 'numeric' },
    cell: (one) => showNumber(one[key]),
  });
  const address = (communeId: string) =>
    status === 'checked'
      ? `${IMPORTS}/${id}/communes/${communeId}`
      : `/review-rounds/${roundId}/communes/${communeId}`;
  return [
    {
      key: 'name',
      head: 'Xã',
      cell: ({ communeId, name }) => <a href={address(communeId)}>{name}</a>,
    },
    number('fresh', 'Hộ mới'),
    number('changed', 'Thay đổi'),
    number('same', 'Giữ nguyên'),
    number('wrong', 'Dòng sai'),
    number('duplicates', 'Nghi trùng'),
    { key: 'state', head: 'Kết quả', cell: (one) => <CommuneState {...one} /> },
  ];
}

function CommuneState(one: ImportedCommune) {
  if (one.appliedAt) return <Status tone="done">Đã ghi</Status>;
  if (one.refusal)
    return (
      <>
        <Status tone="late">Không ghi được</Status> {one.refusal}
      </>
    );
  if (one.wrong > 0) return <Status tone="late">{`Còn ${one.wrong} dòng sai`}</Status>;
  if (one.fresh + one.changed === 0) return <Status tone="done">Đã đúng như sổ</Status>;
  return <Status tone="due">Chờ ghi</Status>;
}

/** A file with faults comes back mended; else there is only to look again. */
function Again({ import: one, summary, reviewed }: ImportPreviewPageProps) {
  const ways = (
    <Actions>
      <ReadAgain import={one} />
      <ColumnsAgain import={one} />
      {summary.faults > 0 ? null : <ButtonLink href={`${IMPORTS}/new`}>Nhập tệp khác</ButtonLink>}
    </Actions>
  );
  if (summary.faults === 0) return ways;
  return (
    <Panel title="Gửi lại tệp đã sửa" id="again">
      <UploadForm communes={reviewed} typed={{ commune: one.communeId ?? undefined }} />
      {ways}
    </Panel>
  );
}

/** Where the work goes on once all is written. */
function Onward({ import: { roundId }, communes }: ImportPreviewPageProps) {
  const [only, ...more] = communes.filter(({ appliedAt }) => appliedAt !== null);
  const href =
    only && more.length === 0
      ? `/review-rounds/${roundId}/communes/${only.communeId}`
      : '/households';
  return (
    <Actions>
      <ButtonLink href={href} kind="primary" big>
        Làm tiếp việc rà soát
      </ButtonLink>
    </Actions>
  );
}
