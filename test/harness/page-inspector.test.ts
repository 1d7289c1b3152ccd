import { describe, expect, test } from 'vitest';
import { inspectPage } from './page-inspector.ts';

const page = (body: string, head = '<title>Đăng nhập</title>') =>
  `<!doctype html><html lang="vi"><head>${head}</head><body><main>${body}</main></body></html>`;

const faultsOf = (html: string) => {
  try {
    inspectPage(html, '/thu');
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('a good page passes, and comes back parsed', () => {
  const good = page(`<h1>Báo cáo năm 2025</h1>
    <form method="post" action="/reports/1">
      <label for="so">Số hộ thoát nghèo</label><input id="so" name="so" value="2025-11-19">
      <label>Ghi chú <textarea name="note">null {{x}} the user</textarea></label>
      <fieldset><legend>Chọn</legend><label><input type="radio" name="a" value="x"> Có</label></fieldset>
      <button>Lưu lại</button></form>
    <table><caption>Số liệu</caption><thead><tr><th scope="col">Xã</th></tr></thead>
    <tbody><tr><td>Mường Than, ngày 19/11/2025, 1.234,5 %</td></tr></tbody></table>
    <svg aria-hidden="true"></svg><a href="#so">Tới ô số hộ</a>`);
  expect(faultsOf(good)).toBe('');
  expect(inspectPage(good, '/').querySelector('h1')?.textContent).toBe('Báo cáo năm 2025');
});

describe('it finds', () => {
  test.each([
    [
      'another language',
      '<!doctype html><html lang="en"><title>A</title><body><main><h1>A</h1></main></body></html>',
      'language',
    ],
    ['no title', page('<h1>A</h1>', ''), 'title is empty'],
    ['no heading', page('<p>A</p>'), '0 h1'],
    ['two headings', page('<h1>A</h1><h1>B</h1>'), '2 h1'],
    ['one id twice', page('<h1 id="a">A</h1><p id="a">B</p>'), 'id "a" stands more than once'],
    [
      'a description that is not there',
      page('<h1 aria-describedby="b">A</h1>'),
      'points with aria-describedby to "b"',
    ],
    ['an input without label', page('<h1>A</h1><input name="so">'), 'has no label'],
    [
      'a button without words',
      page('<h1>A</h1><button><svg aria-hidden="true"></svg></button>'),
      'says nothing',
    ],
    ['a link to nowhere', page('<h1>A</h1><a>Xem</a>'), 'leads nowhere'],
    ['a link to a lost place', page('<h1>A</h1><a href="#x">Xem</a>'), 'not on the page'],
    ['an image without alt', page('<h1>A</h1><img src="/a.png">'), 'has no alt'],
    ['a nameless drawing', page('<h1>A</h1><svg></svg>'), 'neither hidden nor named'],
    [
      'a nameless table',
      page('<h1>A</h1><table><tr><th scope="col">A</th></tr></table>'),
      'neither caption nor name',
    ],
    [
      'a head without scope',
      page('<h1>A</h1><table><caption>B</caption><tr><th>A</th></tr></table>'),
      'th without scope',
    ],
    [
      'a form without button',
      page('<h1>A</h1><form method="post" action="/a"></form>'),
      'has no button',
    ],
    [
      'a form without method',
      page('<h1>A</h1><form action="/a"><button>Gửi</button></form>'),
      'get or post',
    ],
    ['a script in an attribute', page('<h1 onclick="x()">A</h1>'), 'script in onclick'],
    ['undefined', page('<h1>Xã undefined</h1>'), 'a value that was not there'],
    ['an object', page('<h1>[object Object]</h1>'), 'an object instead of words'],
    ['an unfilled gap', page('<h1>Hãy đợi {seconds} giây</h1>'), 'a gap that was not filled'],
    ['an id', page('<h1>0193a1b2-0000-7000-8000-0123456789ab</h1>'), 'it shows an id'],
    ['a machine day', page('<h1>Hạn 2025-11-19</h1>'), 'a day as a machine writes it'],
    ['a machine number', page('<h1>33.33333</h1>'), 'a number as a machine writes it'],
    ['a name in code', page('<h1>Bước sendBack</h1>'), 'a name in code'],
    ['a column', page('<h1>legal_due</h1>'), 'a name in code'],
    ['English', page('<h1>Report not found</h1>'), 'it speaks English'],
    [
      'English to be heard',
      page('<h1>A</h1><button aria-label="Close">×</button>'),
      'it speaks English: "Close"',
    ],
    ['split accents', page(`<h1>${'Mường'.normalize('NFD')}</h1>`), 'not composed'],
  ])('%s', (_, html, fault) => {
    const found = faultsOf(html);
    expect(found).toContain('The page /thu is not fit to be seen');
    expect(found).toContain(fault);
    expect(found.split('\n  - ')).toHaveLength(2);
  });
});

test('names may look foreign', () => {
  expect(() => inspectPage(page('<h1>Bản Nam The</h1>'), '/', ['Bản Nam The'])).not.toThrow();
  expect(faultsOf(page('<h1>Nậm Pậy, Sin Cai, Than Uyên, in ra, to, no, can, an</h1>'))).toBe('');
  expect(faultsOf(page('<p>muong.than@laichau.example, bao_cao.docx</p><h1>A</h1>'))).toBe('');
});
