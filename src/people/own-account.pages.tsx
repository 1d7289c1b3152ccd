import { showInstant } from '../shared/day.ts';
import { Button } from '../shared/html/button.tsx';
import { DataTable } from '../shared/html/data-table.tsx';
import { ErrorSummary, errorOf } from '../shared/html/error-summary.tsx';
import { ActionForm, Form } from '../shared/html/form.tsx';
import { HiddenField, TextField } from '../shared/html/inputs.tsx';
import { BarePage, Page } from '../shared/html/page.tsx';
import { PageHead } from '../shared/html/sections.tsx';
import { Status } from '../shared/html/status.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import type { Frame } from '../shared/web.ts';
import { SHORTEST_PASSWORD } from './password-rules.ts';

export interface PasswordPageProps {
  readonly frame: Frame;
  readonly login: string;
  /** The first sign-in with a slip: nothing else opens before. */
  readonly first: boolean;
  readonly problems?: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** Choosing a password of one's own. */
export function PasswordPage({ frame, login, first, problems = [], message }: PasswordPageProps) {
  const title = first ? 'Chọn mật khẩu của riêng bạn' : 'Đổi mật khẩu';
  const lead = first
    ? 'Mật khẩu trên phiếu chỉ dùng một lần. Chọn xong là vào làm việc được ngay.'
    : 'Đổi xong, các thiết bị khác đang đăng nhập sẽ phải đăng nhập lại.';
  return (
    <BarePage frame={frame} title={title}>
      <PageHead title={title} lead={lead} />
      <ErrorSummary problems={problems} message={message} />
      <Form action="/password">
        <HiddenField name="username" value={login} />
        <Secret
          name="current"
          label={first ? 'Mật khẩu trên phiếu' : 'Mật khẩu đang dùng'}
          autocomplete="current-password"
          problems={problems}
        />
        <Secret
          name="chosen"
          label="Mật khẩu mới"
          hint={`Ít nhất ${SHORTEST_PASSWORD} ký tự. Ghép vài từ dễ nhớ với bạn là tốt nhất.`}
          autocomplete="new-password"
          problems={problems}
        />
        <Secret
          name="repeated"
          label="Nhập lại mật khẩu mới"
          autocomplete="new-password"
          problems={problems}
        />
        <Button kind="primary" big>
          {first ? 'Dùng mật khẩu này' : 'Đổi mật khẩu'}
        </Button>
      </Form>
      {first ? (
        <ActionForm action="/sign-out" label="Đăng xuất" kind="quiet" />
      ) : (
        <a href="/work">Về Việc của tôi</a>
      )}
    </BarePage>
  );
}

interface SecretProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly autocomplete: string;
  readonly problems: readonly FieldProblem[];
}

function Secret({ problems, ...field }: SecretProps) {
  return <TextField {...field} type="password" error={errorOf(problems, field.name)} />;
}

export interface SessionLine {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly isThis: boolean;
}

/** Where one is signed in; each device but this can be signed out from here. */
export function SessionsPage({ frame, sessions }: { frame: Frame; sessions: SessionLine[] }) {
  const others = sessions.filter((session) => !session.isThis).length;
  const lead = others
    ? `Ngoài thiết bị này, bạn còn đăng nhập ở ${others} nơi. Nơi nào lạ, hãy kết thúc rồi đổi mật khẩu.`
    : 'Bạn chỉ đang đăng nhập trên thiết bị này.';
  return (
    <Page frame={frame} title="Nơi đang đăng nhập">
      <PageHead
        title="Nơi đang đăng nhập"
        lead={lead}
        actions={
          others ? (
            <ActionForm action="/sessions/end-others" label="Kết thúc mọi nơi khác" kind="danger" />
          ) : null
        }
      />
      <DataTable
        caption="Các phiên đăng nhập của bạn"
        quietCaption
        rows={sessions}
        keyOf={(row) => row.id}
        columns={[
          { key: 'device', head: 'Thiết bị', cell: (row) => row.device },
          { key: 'seen', head: 'Dùng lần cuối', cell: (row) => showInstant(row.lastSeenAt) },
          { key: 'start', head: 'Đăng nhập lúc', cell: (row) => showInstant(row.startedAt) },
          { key: 'address', head: 'Địa chỉ mạng', cell: (row) => row.address },
          { key: 'end', head: 'Kết thúc', cell: (row) => <EndSession row={row} /> },
        ]}
      />
    </Page>
  );
}

function EndSession({ row }: { row: SessionLine }) {
  if (row.isThis) return <Status tone="done">Thiết bị này</Status>;
  return <ActionForm action={`/sessions/${row.id}/end`} label="Kết thúc" />;
}
