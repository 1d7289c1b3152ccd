import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { day } from '../day.ts';
import type { Frame, RoomLink } from '../web.ts';
import { BarePage, Page } from './page.tsx';
import { ProblemPage } from './problem-page.tsx';
import { PageHead } from './sections.tsx';

const ROOMS: RoomLink[] = [
  { href: '/work', label: 'Việc của tôi', icon: 'work', current: true },
  { href: '/plans', label: 'Kế hoạch', icon: 'plan', current: false },
];

const FRAME: Frame = {
  person: { name: 'Nguyễn Thị Ước', title: 'Công chức', unit: 'Xã Nậm Mạ' },
  today: day('2025-11-17'),
  storyDay: true,
  movement: 'Cả nước chung tay vì người nghèo',
  rooms: ROOMS,
  version: 'abc',
};

function page(frame: Frame = FRAME): string {
  return renderToString(
    <Page frame={frame} title="Việc <của> tôi">
      <PageHead title="Việc của tôi" lead="Còn 3 ngày." />
    </Page>,
  );
}

describe('a page', () => {
  test('is Vietnamese, has one h1 and a title that names the site', () => {
    const html = page();
    expect(html).toMatch(/^<html lang="vi">/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<title>Việc &lt;của> tôi · Chung Tay</title>');
  });

  test('asks for its own style and script of this version, nothing from elsewhere', () => {
    const html = page();
    expect(html).toContain('href="/assets/app.css?v=abc"');
    expect(html).toContain('src="/assets/app.js?v=abc"');
    expect(html).not.toMatch(/(href|src)="https?:/);
  });

  test('has every id once, and a way past the frame', () => {
    const ids = [...page().matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('main');
    expect(page()).toContain('href="#main"');
  });

  test('marks the room one is in', () => {
    expect(page().match(/aria-current="true"/g)).toHaveLength(1);
    expect(page()).toContain('href="/work" aria-current="true"');
  });

  test('says which day it is, and that the figures are of a story', () => {
    expect(page()).toContain('<time datetime="2025-11-17">17/11/2025</time>');
    expect(page()).toContain('Số liệu dùng thử');
    expect(page({ ...FRAME, storyDay: false })).not.toContain('Số liệu dùng thử');
  });

  test('lets the person out by a POST', () => {
    expect(page()).toContain('<form method="post" action="/sign-out">');
  });

  test('says once what was just done', () => {
    const html = page({ ...FRAME, notice: 'Đã nộp báo cáo.' });
    expect(html).toMatch(/role="status">.*Đã nộp báo cáo\./s);
  });
});

describe('the bar of a phone', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f'].map(
    (name): RoomLink => ({ href: `/${name}`, label: name, icon: 'plan', current: false }),
  );

  test('holds five rooms as they are', () => {
    expect(page({ ...FRAME, rooms: many.slice(0, 5) })).not.toContain('Thêm');
  });

  test('with six, keeps four and opens the others at the fifth place', () => {
    const html = page({ ...FRAME, rooms: many });
    expect(html.match(/room-beyond/g)).toHaveLength(2);
    expect(html).toContain('Thêm');
    expect(html).toContain('class="menu-row" href="/f"');
  });
});

test('before one is known there is no rail, no search and no menu', () => {
  const html = renderToString(
    <BarePage frame={{ ...FRAME, rooms: [] }} title="Đăng nhập">
      <h1>Đăng nhập</h1>
    </BarePage>,
  );
  expect(html).not.toContain('<nav');
  expect(html).not.toContain('type="search"');
  expect(html).toContain('id="main"');
});

test('a refusal is a page of its own with the sentence and a way on', () => {
  const html = renderToString(
    <ProblemPage
      frame={FRAME}
      message="Bạn chưa được giao tiếp nhận báo cáo."
      fields={[{ field: 'x', message: 'Hỏi người quản trị tài khoản.' }]}
    />,
  );
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('Bạn chưa được giao tiếp nhận báo cáo.');
  expect(html).toContain('Hỏi người quản trị tài khoản.');
  expect(html).toContain('href="/work"');
});
