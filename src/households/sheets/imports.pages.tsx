import { showInstant } from '../../shared/day.ts';
import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { FileField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel, Section } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import {
  DAYS_KEPT,
  type HouseholdImport,
  IMPORT_STATUSES,
  IMPORT_TONES,
  IMPORTS,
} from './household-import.ts';

const HUB = { href: '/households', label: 'Hộ nghèo, hộ cận nghèo' };

interface ImportsPageProps {
  readonly frame: Frame;
  readonly round: ReviewRound;
  readonly imports: readonly HouseholdImport[];
}

/** The imports of a person, the latest first. */
export function ImportsPage({ frame, round, imports }: ImportsPageProps) {
  const begin = (
    <ButtonLink href={`${IMPORTS}/new`} kind="primary" icon="upload">
      Nhập từ Excel
    </ButtonLink>
  );
  return (
    <Page frame={frame} title="Nhập hộ từ Excel">
      <PageHead
        title="Nhập hộ từ Excel"
        lead={`Kỳ rà soát năm ${round.year}. Tệp và những gì đọc được từ tệp chỉ bạn xem được, giữ ${DAYS_KEPT} ngày.`}
        back={HUB}
        actions={imports.length > 0 ? begin : undefined}
      />
      {imports.length > 0 ? (
        <DataTable
          caption="Các đợt nhập của bạn"
          quietCaption
          rows={imports}
          keyOf={({ id }) => id}
          columns={IMPORT_COLUMNS}
        />
      ) : (
        <Empty sentence="Bạn chưa nhập tệp nào. Bắt đầu bằng bảng của tỉnh hoặc bảng riêng của xã.">
          {begin}
        </Empty>
      )}
    </Page>
  );
}

const IMPORT_COLUMNS: readonly Column<HouseholdImport>[] = [
  {
    key: 'file',
    head: 'Tệp',
    cell: ({ id, fileName }) => <a href={`${IMPORTS}/${id}`}>{fileName}</a>,
  },
  { key: 'at', head: 'Tải lên', cell: ({ at }) => showInstant(at) },
  {
    key: 'status',
    head: 'Trạng thái',
    cell: ({ status, cleared }) => (
      <>
        <Status tone={IMPORT_TONES[status]}>{IMPORT_STATUSES[status]}</Status>
        {cleared ? <span class="soft">{` Tệp đã xóa sau ${DAYS_KEPT} ngày`}</span> : null}
      </>
    ),
  },
];

interface NewImportPageProps {
  readonly frame: Frame;
  readonly round: ReviewRound;
  readonly indicators: PovertyStandard['indicators'];
  /** Those that the person reviews; with one, a file without the column means that one. */
  readonly communes: readonly { readonly communeId: string; readonly name: string }[];
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly faults?: readonly FieldProblem[];
}

/** Choosing a workbook; nothing is written before its preview was seen. */
export function NewImportPage(props: NewImportPageProps) {
  const { frame, round, indicators, faults = [] } = props;
  return (
    <Page frame={frame} title="Nhập hộ từ Excel">
      <PageHead
        title="Nhập hộ từ Excel"
        lead={`Kỳ rà soát năm ${round.year}. Chưa ghi gì cho đến khi bạn xem trước và bấm ghi.`}
        back={{ href: IMPORTS, label: 'Các đợt nhập' }}
      />
      <ErrorSummary problems={faults} />
      <Panel title="Chọn tệp">
        <UploadForm {...props} />
      </Panel>
      <Section title="Chưa có bảng nào?">
        <p>
          Tải bảng mẫu của tỉnh: hai trang Hộ và Thành viên, mỗi cột có lời chỉ dẫn ở tiêu đề. Bảng
          riêng của xã cũng được: bước sau cho chọn cột nào là gì, và nhớ cho lần sau.
        </p>
        <p>
          Muốn điền kết quả cho hộ đã có trong sổ: mở <a href="/households">Danh sách hộ</a> của xã,
          tải Excel, điền điểm A và {indicators.length} chỉ số rồi gửi lại ở đây. Họ tên che bớt
          trong tệp ấy không làm đổi họ tên trong sổ.
        </p>
        <Actions>
          <ButtonLink href={`${IMPORTS}/template.xlsx`} icon="download" download>
            Tải bảng mẫu
          </ButtonLink>
        </Actions>
      </Section>
    </Page>
  );
}

/** Also offered where a mended file comes back. */
export function UploadForm({
  communes,
  typed = {},
  faults = [],
}: Pick<NewImportPageProps, 'communes' | 'typed' | 'faults'>) {
  const choices = communes.map(({ communeId, name }) => ({ value: communeId, label: name }));
  return (
    <Form action={IMPORTS} files>
      {communes.length > 1 ? (
        <SelectField
          name="commune"
          label="Xã của tệp"
          hint="Chỉ khi tệp không có cột Xã."
          nothing="Tệp có cột Xã"
          optional
          value={typed.commune}
          error={errorOf(faults, 'commune')}
          {...{ choices }}
        />
      ) : null}
      <FileField
        name="file"
        label="Tệp Excel"
        accept=".xlsx"
        hint="Tệp .xlsx, không quá 100 MB. Tệp .xls: mở bằng Excel rồi lưu thành .xlsx."
        error={errorOf(faults, 'file')}
      />
      <Actions>
        <Button kind="primary" big icon="upload">
          Tải lên và xem các cột
        </Button>
      </Actions>
    </Form>
  );
}
