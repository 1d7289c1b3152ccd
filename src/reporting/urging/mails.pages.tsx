import { showInstant } from '../../shared/day.ts';
import { Empty } from '../../shared/html/empty.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { Frame } from '../../shared/web.ts';

interface ShownMail {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly address: string | null;
}

/** The letters that were written to the person; readable here even where no mail goes out. */
export function MailsPage({ frame, mails }: { frame: Frame; mails: readonly ShownMail[] }) {
  return (
    <Page frame={frame} title="Thư nhắc việc">
      <PageHead title="Thư nhắc việc" back={{ href: '/work', label: 'Việc của tôi' }} />
      {mails.length === 0 ? <Empty sentence="Chưa có thư nhắc việc nào gửi cho bạn." /> : null}
      {mails.map((mail) => (
        <Panel key={mail.id} title={mail.subject}>
          <p class="soft">
            Viết lúc {showInstant(mail.created_at)}.{' '}
            {mail.sent_at
              ? `Đã gửi tới ${mail.address} lúc ${showInstant(mail.sent_at)}.`
              : 'Chưa gửi qua thư điện tử; nội dung đọc được tại đây.'}
          </p>
          <MailText body={mail.body} />
        </Panel>
      ))}
    </Page>
  );
}

/** The letter line by line; an address becomes a link, since nobody reads addresses. */
function MailText({ body }: { readonly body: string }) {
  return body.split('\n').map((line, place) => {
    const [words = '', address] = line.split(/(?=https?:\/\/)/);
    return (
      <p key={`${place} ${line}`}>
        {words}
        {address ? (
          <a href={new URL(address).pathname}>{words.trim() ? 'mở' : 'Mở việc này'}</a>
        ) : null}
      </p>
    );
  });
}
