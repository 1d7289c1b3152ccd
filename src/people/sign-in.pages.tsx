import { Button, ButtonLink } from '../shared/html/button.tsx';
import { ErrorSummary } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { Icon } from '../shared/html/icon.tsx';
import { HiddenField, TextField } from '../shared/html/inputs.tsx';
import { BarePage } from '../shared/html/page.tsx';
import { PageHead, Section } from '../shared/html/sections.tsx';
import type { Frame } from '../shared/web.ts';
import type { KeptForm } from './kept-form.ts';

/** One made-up person to try the house as. */
export interface DemoChoice {
  readonly login: string;
  readonly password: string;
  readonly who: string;
  readonly does: string;
}

export interface SignInPageProps {
  readonly frame: Frame;
  /** The page of this site to go to afterwards. */
  readonly wanted: string;
  /** A form that was being sent when the session ended, as JSON. */
  readonly kept?: string | undefined;
  /** What happened: why one must sign in, or why it did not work. */
  readonly message?: string | undefined;
  readonly login?: string | undefined;
  readonly demo?: readonly DemoChoice[];
}

/** The door of the house. Its heading is the movement, its one button lets in. */
export function SignInPage(props: SignInPageProps) {
  const { frame, wanted, kept, message, login, demo = [] } = props;
  return (
    <BarePage frame={frame} title="Đăng nhập">
      <PageHead title="Đăng nhập" lead={frame.movement} />
      <ErrorSummary problems={[]} message={message} />
      {kept ? <p>Phần bạn vừa nhập vẫn được giữ ở trang này cho đến khi đăng nhập xong.</p> : null}
      <Form action="/sign-in">
        <OnwardFields wanted={wanted} kept={kept} />
        <TextField name="login" label="Tên đăng nhập" value={login} autocomplete="username" />
        <TextField
          name="password"
          label="Mật khẩu"
          type="password"
          autocomplete="current-password"
        />
        <Button kind="primary" big>
          Đăng nhập
        </Button>
      </Form>
      <p class="soft">Quên mật khẩu? Quản trị tài khoản của đơn vị cấp lại được ngay.</p>
      <p class="soft">
        Không cần tài khoản: <a href="/public/poverty">số liệu hộ nghèo công khai</a>.
      </p>
      {demo.length ? <DemoSignIns {...{ demo, wanted, kept }} /> : null}
    </BarePage>
  );
}

function OnwardFields({ wanted, kept }: Pick<SignInPageProps, 'wanted' | 'kept'>) {
  return (
    <>
      <HiddenField name="wanted" value={wanted} />
      {kept ? <HiddenField name="kept" value={kept} /> : null}
    </>
  );
}

type DemoProps = Pick<SignInPageProps, 'wanted' | 'kept'> & { demo: readonly DemoChoice[] };

function DemoSignIns({ demo, wanted, kept }: DemoProps) {
  return (
    <Section title="Dữ liệu minh họa: chọn một người để thử">
      <ul class="duties">
        {demo.map((one) => (
          <li key={one.login}>
            <form method="post" action="/sign-in" class="action-form">
              <OnwardFields wanted={wanted} kept={kept} />
              <HiddenField name="login" value={one.login} />
              <HiddenField name="password" value={one.password} />
              <button type="submit" class="menu-row demo-person">
                <span>
                  <strong>{one.who}</strong>
                  <br />
                  <span class="soft">{one.does}</span>
                </span>
                <Icon name="next" />
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** After signing in again: what was typed goes on with one press, or is left. */
export function KeptFormPage({ frame, kept }: { frame: Frame; kept: KeptForm }) {
  return (
    <BarePage frame={frame} title="Bạn đã đăng nhập lại">
      <PageHead
        title="Bạn đã đăng nhập lại. Phần vừa nhập vẫn còn"
        lead="Phần này chưa được gửi. Bấm nút dưới đây để gửi tiếp đúng như vừa nhập."
      />
      <Form action={kept.address}>
        {kept.fields.map(([name, value], position) => (
          <HiddenField key={`${position}-${name}`} name={name} value={value} />
        ))}
        <div class="actions">
          <Button kind="primary" big>
            Gửi tiếp phần vừa nhập
          </Button>
          <ButtonLink href="/" kind="quiet">
            Bỏ qua, về trang đầu
          </ButtonLink>
        </div>
      </Form>
    </BarePage>
  );
}
