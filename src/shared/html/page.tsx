import type { ComponentChildren } from 'preact';
import type { Frame } from '../web.ts';
import { BrandMark, Brocade } from './brocade.tsx';
import { Masthead } from './masthead.tsx';
import { Notice } from './notice.tsx';
import { Rail } from './rail.tsx';

interface PageProps {
  readonly frame: Frame;
  /** Stands in the window's title before "· Chung Tay". */
  readonly title: string;
  /** Uses the whole width: matrices, the plan with its margin. */
  readonly wide?: boolean;
  /** The page shows an official document and needs its style. */
  readonly paper?: boolean;
  readonly children: ComponentChildren;
}

/**
 * A whole document in the frame. The content brings exactly one `h1` (`PageHead`). The server
 * writes the doctype before it (`reply.page`).
 */
export function Page({ frame, title, wide, paper, children }: PageProps) {
  const rooms = frame.rooms.length ? <Rail rooms={frame.rooms} /> : null;
  return (
    <html lang="vi">
      <Head title={title} version={frame.version} paper={paper} />
      <body>
        <SkipLink />
        <div class={rooms ? 'frame' : 'frame frame-no-rail'}>
          <Masthead frame={frame} />
          {rooms}
          <main class={wide ? 'main wide' : 'main'} id="main" tabIndex={-1}>
            {frame.notice ? <Notice kind="success">{frame.notice}</Notice> : null}
            {children}
          </main>
        </div>
      </body>
    </html>
  );
}

interface BarePageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** One sheet without rooms: sign-in, first password, a public check. */
export function BarePage({ frame, title, wide, children }: BarePageProps) {
  return (
    <html lang="vi">
      <Head title={title} version={frame.version} />
      <body class="bare">
        <SkipLink />
        <header class="masthead">
          <div class="bare-line">
            <a class="brand" href="/">
              <BrandMark />
              <span class="brand-text">
                <strong>Chung Tay</strong>
                <span>{frame.movement}</span>
              </span>
            </a>
          </div>
          <Brocade />
        </header>
        <main class={wide ? 'bare-main wide' : 'bare-main'} id="main" tabIndex={-1}>
          {frame.notice ? <Notice kind="info">{frame.notice}</Notice> : null}
          {children}
        </main>
        <footer class="bare-foot">
          <p>Chung Tay: từ kế hoạch đã ký đến báo cáo cấp tỉnh</p>
        </footer>
      </body>
    </html>
  );
}

interface HeadProps {
  readonly title: string;
  readonly version: string;
  readonly paper?: boolean | undefined;
}

function Head({ title, version, paper }: HeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · Chung Tay`}</title>
      <link rel="icon" type="image/svg+xml" href={`/assets/icon.svg?v=${version}`} />
      <link rel="stylesheet" href={`/assets/app.css?v=${version}`} />
      {paper ? <link rel="stylesheet" href={`/assets/document.css?v=${version}`} /> : null}
      <script src={`/assets/app.js?v=${version}`} defer />
    </head>
  );
}

function SkipLink() {
  return (
    <a class="skip" href="#main">
      Tới nội dung chính
    </a>
  );
}
