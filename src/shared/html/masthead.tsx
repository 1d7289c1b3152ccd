import { showDay } from '../day.ts';
import type { Frame } from '../web.ts';
import { BrandMark, Brocade } from './brocade.tsx';
import { Icon } from './icon.tsx';

/** The top line: the movement, a search, the day, the person; under it the woven hem. */
export function Masthead({ frame }: { readonly frame: Frame }) {
  return (
    <header class="masthead">
      <div class="masthead-line">
        <a class="brand" href="/">
          <BrandMark />
          <span class="brand-text">
            <strong>Chung Tay</strong>
            <span>{frame.movement}</span>
          </span>
        </a>
        {frame.person ? <Search /> : null}
        <Today frame={frame} />
        {frame.person ? <PersonMenu person={frame.person} /> : null}
      </div>
      <Brocade />
    </header>
  );
}

function Search() {
  return (
    <>
      <search class="search">
        <form action="/search" method="get">
          <label class="sr-only" for="site-search">
            Tìm đơn vị, người, điều khoản, văn bản
          </label>
          <input
            id="site-search"
            name="q"
            type="search"
            placeholder="Tìm đơn vị, người, văn bản…"
          />
          <button type="submit" aria-label="Tìm">
            <Icon name="search" />
          </button>
        </form>
      </search>
      <a class="search-link" href="/search" aria-label="Tìm kiếm">
        <Icon name="search" />
      </a>
    </>
  );
}

function Today({ frame: { today, storyDay } }: { readonly frame: Frame }) {
  return (
    <p class="today">
      <span>
        <span class="today-word">Hôm nay </span>
        <time dateTime={today}>{showDay(today)}</time>
      </span>
      {storyDay ? (
        <span class="story-mark" title="Ngày và số liệu của một câu chuyện dựng sẵn để dùng thử">
          Số liệu dùng thử
        </span>
      ) : null}
    </p>
  );
}

function PersonMenu({ person }: { readonly person: NonNullable<Frame['person']> }) {
  const { name, title, unit } = person;
  const given = name.slice(name.lastIndexOf(' ') + 1);
  return (
    <details class="person">
      <summary>
        <span class="person-disc" aria-hidden="true">
          {given.slice(0, 1)}
        </span>
        <span class="person-name">{name}</span>
      </summary>
      <div class="person-sheet">
        <p class="person-who">
          <strong>{name}</strong>
          <span>{title}</span>
          <span>{unit}</span>
        </p>
        <a class="menu-row" href="/sessions">
          Phiên đăng nhập
        </a>
        <a class="menu-row" href="/password">
          Đổi mật khẩu
        </a>
        <form method="post" action="/sign-out">
          <button class="menu-row" type="submit">
            Đăng xuất
          </button>
        </form>
      </div>
    </details>
  );
}
