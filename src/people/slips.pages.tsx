import { ButtonLink } from '../shared/html/button.tsx';
import { Notice } from '../shared/html/notice.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead } from '../shared/html/sections.tsx';
import type { Frame } from '../shared/web.ts';
import { SHORTEST_PASSWORD } from './password-rules.ts';

export interface SlipLine {
  readonly personId: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export interface SlipsPageProps {
  readonly frame: Frame;
  readonly slips: readonly SlipLine[];
  /** Where to sign in, as typed into a browser. */
  readonly address: string;
}

/** First-login slips to print and cut. Shown once: the passwords are kept nowhere. */
export function SlipsPage({ frame, slips, address }: SlipsPageProps) {
  const [first] = slips;
  const title =
    first && slips.length === 1
      ? `Phiếu đăng nhập của ${first.name}`
      : `${slips.length} phiếu đăng nhập lần đầu`;
  return (
    <Page frame={frame} title={title}>
      <PageHead title={title} back={{ href: '/people', label: 'Tài khoản' }} />
      <div class="screen-only">
        <Notice kind="warning" title="Trang này chỉ hiện một lần">
          Hãy in ngay (phím Ctrl + P) rồi cắt theo đường kẻ và trao tận tay từng người. Lỡ đóng
          trang thì cấp lại mật khẩu ở trang của người đó.
        </Notice>
      </div>
      <ul class="slips">
        {slips.map((slip) => (
          <li class="slip" key={slip.personId}>
            <SlipBody slip={slip} address={address} />
          </li>
        ))}
      </ul>
      <div class="actions">
        {first && slips.length === 1 ? (
          <ButtonLink href={`/people/${first.personId}`}>Tới trang của {first.name}</ButtonLink>
        ) : (
          <ButtonLink href="/people">Về danh sách tài khoản</ButtonLink>
        )}
      </div>
    </Page>
  );
}

function SlipBody({ slip, address }: { slip: SlipLine; address: string }) {
  return (
    <>
      <h2>{slip.name}</h2>
      <dl>
        <div>
          <dt>Địa chỉ</dt>
          <dd>{address}</dd>
        </div>
        <div>
          <dt>Tên đăng nhập</dt>
          <dd class="slip-secret">{slip.login}</dd>
        </div>
        <div>
          <dt>Mật khẩu dùng một lần</dt>
          <dd class="slip-secret">{slip.password}</dd>
        </div>
      </dl>
      <p>
        Đăng nhập lần đầu, hệ thống sẽ mời chọn mật khẩu riêng (ít nhất {SHORTEST_PASSWORD} ký tự).
        Không đưa phiếu này cho người khác.
      </p>
    </>
  );
}
