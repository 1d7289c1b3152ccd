import { Button, ButtonLink } from '../shared/html/button.tsx';
import { CheckField, CheckList, type Choice } from '../shared/html/choices.tsx';
import { Empty } from '../shared/html/empty.tsx';
import { ErrorSummary, errorOf } from '../shared/html/error-summary.tsx';
import { ActionForm, Form } from '../shared/html/form.tsx';
import { TextField } from '../shared/html/inputs.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Panel } from '../shared/html/sections.tsx';
import { Status } from '../shared/html/status.tsx';
import { Tabs } from '../shared/html/ways.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import type { Frame } from '../shared/web.ts';
import type { Block } from './block.ts';
import type { StandingUnit } from './standing.ts';
import { OFFICE_KINDS } from './unit.ts';

export interface BlocksPageProps {
  readonly frame: Frame;
  readonly year: number;
  readonly years: readonly number[];
  readonly blocks: readonly Block[];
  readonly mayKeep: boolean;
}

/** The emulation blocks of one year with their members. */
export function BlocksPage({ frame, year, years, blocks, mayKeep }: BlocksPageProps) {
  const shownYears = [...new Set([...years, year, year + 1])].sort((left, right) => left - right);
  return (
    <Page frame={frame} title={`Khối thi đua năm ${year}`}>
      <PageHead
        title={`Khối thi đua năm ${year}`}
        lead="Khối được chia theo từng năm; chia lại năm nay không đổi các năm trước."
        back={{ href: '/units', label: 'Đơn vị' }}
        actions={
          mayKeep ? (
            <ButtonLink href={`/units/blocks/edit?year=${year}`} icon="add">
              Thêm khối
            </ButtonLink>
          ) : undefined
        }
      />
      <Tabs
        label="Năm"
        tabs={shownYears.map((one) => ({
          href: `/units/blocks?year=${one}`,
          label: String(one),
          current: one === year,
        }))}
      />
      {blocks.length === 0 ? (
        <NoBlocks year={year} mayCopy={mayKeep && years.includes(year - 1)} />
      ) : null}
      {blocks.map((one) => (
        <BlockPanel key={one.id} block={one} mayKeep={mayKeep} />
      ))}
    </Page>
  );
}

function NoBlocks({ year, mayCopy }: { readonly year: number; readonly mayCopy: boolean }) {
  return (
    <Empty sentence={`Chưa chia khối thi đua năm ${year}.`}>
      {mayCopy ? (
        <ActionForm
          action={`/units/blocks/copy?year=${year}`}
          label={`Chép khối của năm ${year - 1}`}
          kind="primary"
        />
      ) : null}
    </Empty>
  );
}

function BlockPanel({ block, mayKeep }: { readonly block: Block; readonly mayKeep: boolean }) {
  return (
    <Panel
      title={block.name}
      actions={
        mayKeep ? (
          <ButtonLink href={`/units/blocks/edit?year=${block.year}&block=${block.id}`} icon="edit">
            Sửa<span class="sr-only"> {block.name}</span>
          </ButtonLink>
        ) : undefined
      }
    >
      <p>
        {block.members.length} đơn vị · {block.movement} · {block.source}{' '}
        {block.confirmed ? (
          <Status tone="done">đã xác nhận</Status>
        ) : (
          <Status tone="due">cần xác nhận</Status>
        )}
      </p>
      <ul class="unit-list">
        {block.members.map((one) => (
          <li key={one.unitId}>
            <a href={`/units/${one.unitId}`}>{one.name}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export interface BlockFormPageProps {
  readonly frame: Frame;
  readonly year: number;
  readonly blockId: string | undefined;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly memberIds: readonly string[];
  readonly candidates: readonly StandingUnit[];
  readonly problems: readonly FieldProblem[];
}

/** One block: its name, where it is written, and who is in it. */
export function BlockFormPage(props: BlockFormPageProps) {
  const { frame, year, blockId, typed, problems } = props;
  const title = blockId ? `Sửa khối thi đua năm ${year}` : `Thêm khối thi đua năm ${year}`;
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
  const address = `/units/blocks/edit?year=${year}${blockId ? `&block=${blockId}` : ''}`;
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        back={{ href: `/units/blocks?year=${year}`, label: `Khối thi đua năm ${year}` }}
      />
      <ErrorSummary problems={problems} />
      <Form action={address}>
        <TextField {...field('name')} label="Tên khối" />
        <TextField
          {...field('source')}
          label="Căn cứ"
          hint="Văn bản chia khối, ví dụ Quyết định số 12/QĐ-UBND ngày 05/01/2025"
        />
        <CheckField
          name="confirmed"
          label="Đã đối chiếu với văn bản chia khối"
          checked={typed.confirmed === 'yes'}
        />
        <Members {...props} />
        <Button kind="primary">Lưu khối</Button>
      </Form>
    </Page>
  );
}

function Members({ candidates, memberIds, problems }: BlockFormPageProps) {
  return (
    <div class="many-choices">
      <CheckList
        name="members"
        label="Thành viên"
        hint="Các cơ quan có trong năm, xếp theo tên."
        values={memberIds}
        choices={candidates.map(choiceOf)}
        error={errorOf(problems, 'members')}
      />
    </div>
  );
}

function choiceOf({ unit_id, full_name, kind }: StandingUnit): Choice {
  const label = kind === 'ubnd' ? full_name : `${full_name} (${OFFICE_KINDS[kind] ?? 'Cơ quan'})`;
  return { value: unit_id, label };
}
