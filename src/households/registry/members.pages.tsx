import { Button } from '../../shared/html/button.tsx';
import { RadioField } from '../../shared/html/choices.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, HiddenField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { Frame } from '../../shared/web.ts';
import { MEMBER_ARRIVALS, MEMBER_LEAVINGS } from './change-line.ts';
import type { Member } from './household.ts';
import { relationName } from './member.ts';
import {
  choicesOf,
  FactFields,
  type FieldsProps,
  fieldOf,
  IdentityFields,
} from './member-fields.pages.tsx';

interface MemberPageProps extends FieldsProps {
  readonly frame: Frame;
  readonly address: string;
  /** The household, masked. */
  readonly household: string;
  readonly seen: string;
  /** A refusal that belongs to no field. */
  readonly message: string | undefined;
}

/** Somebody new in a household. */
export function NewMemberPage(props: MemberPageProps) {
  const { frame, address, household, seen, message, ...form } = props;
  const field = fieldOf(form);
  return (
    <Page frame={frame} title="Thêm thành viên">
      <PageHead title="Thêm thành viên" back={{ href: address, label: household }} />
      <ErrorSummary problems={form.problems} message={message} />
      <Form action={`${address}/members/new`}>
        <HiddenField name="seen" value={seen} />
        <RadioField {...field('arrival')} label="Vì sao" choices={choicesOf(MEMBER_ARRIVALS)} />
        <DayField {...field('on')} label="Ở trong hộ từ ngày" />
        <IdentityFields {...form} kept={false} />
        <FactFields {...form} head={false} />
        <Button kind="primary">Thêm vào hộ</Button>
      </Form>
    </Page>
  );
}

export interface MemberEditPageProps extends MemberPageProps {
  readonly member: Member;
  readonly isHead: boolean;
}

/** One member: correct what is written, make the head, or end. */
export function MemberEditPage(props: MemberEditPageProps) {
  const { frame, address, household, member, problems, message } = props;
  const title = `${relationName(member.relation)}, sinh năm ${member.birthYear}`;
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead="Tên và số căn cước đang được che; chỉ điền vào những ô cần sửa."
        back={{ href: address, label: household }}
      />
      <ErrorSummary problems={problems} message={message} />
      <Panel title="Sửa chỗ ghi sai">
        <CorrectForm {...props} />
      </Panel>
      {props.isHead ? null : (
        <Panel title="Đặt làm chủ hộ">
          <HeadForm {...props} />
        </Panel>
      )}
      <Panel title="Rời hộ">
        <LeaveForm {...props} />
      </Panel>
    </Page>
  );
}

function CorrectForm({ address, member, isHead, seen, typed, problems }: MemberEditPageProps) {
  const form = { typed, problems };
  return (
    <Form action={`${address}/members/${member.no}`}>
      <HiddenField name="seen" value={seen} />
      {isHead ? <HiddenField name="relation" value="head" /> : null}
      <FactFields {...form} head={isHead} />
      <IdentityFields {...form} kept />
      <Button kind="primary">Lưu chỗ sửa</Button>
    </Form>
  );
}

function HeadForm({ address, member, seen }: MemberEditPageProps) {
  return (
    <Form action={`${address}/members/${member.no}/head`}>
      <HiddenField name="seen" value={seen} />
      <p>
        Quan hệ của những người khác được suy lại khi chắc chắn; chỗ không chắc ghi là “Quan hệ
        khác” để sửa tiếp.
      </p>
      <Button>Đặt làm chủ hộ</Button>
    </Form>
  );
}

function LeaveForm({ address, member, seen, typed, problems }: MemberEditPageProps) {
  const field = fieldOf({ typed, problems });
  return (
    <Form action={`${address}/members/${member.no}/end`}>
      <HiddenField name="seen" value={seen} />
      <RadioField {...field('leaving')} label="Vì sao" choices={choicesOf(MEMBER_LEAVINGS)} />
      <DayField {...field('endOn')} label="Ngày cuối cùng ở trong hộ" />
      <Button kind="danger">Ghi rời hộ</Button>
    </Form>
  );
}
