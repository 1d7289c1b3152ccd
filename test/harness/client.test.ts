import fastify from 'fastify';
import { expect, test } from 'vitest';
import type { Site } from '../../src/shared/web.ts';
import { Client } from './client.ts';

const page = (body: string) =>
  `<!doctype html><html lang="vi"><head><title>Thử</title></head><body><main><h1>Thử</h1>${body}</main></body></html>`;

const FORM = `<form method="post" action="/gui" id="to-khai">
  <input type="hidden" name="version" value="3">
  <label for="ho">Số hộ</label><input id="ho" name="so_ho" value="7">
  <label for="ghi">Ghi chú (không bắt buộc)</label><textarea id="ghi" name="note">
Cũ</textarea>
  <label for="xa">Xã</label><select id="xa" name="xa"><option value="1">Xã Mường Than</option><option value="2">Xã Than Uyên</option></select>
  <fieldset><legend>Loại</legend>
    <label><input type="radio" name="loai" value="a" checked> Nghèo</label>
    <label><input type="radio" name="loai" value="b"> Cận nghèo</label></fieldset>
  <label><input type="checkbox" name="dong_y" value="co" checked> Đồng ý</label>
  <label for="tat">Đã khóa</label><input id="tat" name="tat" value="x" disabled>
  <button name="buoc" value="luu">Lưu</button></form>
  <button form="to-khai" name="buoc" value="nop">Nộp</button>`;

function smallSite(): Site {
  const site = fastify();
  const seen: { url: string; body: string; headers: Record<string, unknown> }[] = [];
  site.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
  const note = (request: { url: string; body: unknown; headers: Record<string, unknown> }) =>
    seen.push({ url: request.url, body: String(request.body ?? ''), headers: request.headers });
  site.get('/', (_, reply) => reply.type('text/html').send(page(FORM)));
  site.post('/gui', (request, reply) => {
    note(request);
    return reply
      .header('set-cookie', 'notice=%C4%90%C3%A3%20l%C6%B0u; Path=/')
      .redirect('/xong', 303);
  });
  site.get('/xong', (request, reply) => {
    note(request);
    return reply.type('text/html').send(page('<a href="/xoa">Xóa</a><p>Đã lưu.</p>'));
  });
  site.get('/xoa', (_, reply) =>
    reply.header('set-cookie', 'notice=; Path=/; Max-Age=0').type('text/csv').send('a,b'),
  );
  site.get('/xau', (_, reply) => reply.type('text/html').send(page('<p>undefined</p>')));
  site.get('/seen', () => seen);
  return site as unknown as Site;
}

async function sentBy(act: (client: Client) => Promise<unknown>) {
  const site = smallSite();
  const client = new Client(site);
  await client.get('/');
  await act(client);
  const seen = (await site.inject('/seen')).json() as {
    url: string;
    body: string;
    headers: Record<string, string>;
  }[];
  return { client, seen, body: new URLSearchParams(seen[0]?.body) };
}

test('a form is sent as a browser sends it: hidden fields, defaults, the button', async () => {
  const { client, seen, body } = await sentBy((one) => one.submit('Lưu'));
  expect(Object.fromEntries(body)).toEqual({
    version: '3',
    so_ho: '7',
    note: 'Cũ',
    xa: '1',
    loai: 'a',
    dong_y: 'co',
    buoc: 'luu',
  });
  expect(seen[0]?.headers).toMatchObject({
    'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    'sec-fetch-site': 'same-origin',
  });
  expect(client.address).toBe('/xong');
  expect(seen[1]?.headers.cookie).toBe('notice=%C4%90%C3%A3%20l%C6%B0u');
});

test('fields are found by label, group or name, choices by their words', async () => {
  const { body } = await sentBy((one) =>
    one.submit('Nộp', {
      'Số hộ': '12',
      'Ghi chú': 'Dòng 1\nDòng 2',
      xa: 'Xã Than Uyên',
      Loại: 'Cận nghèo',
      'Đồng ý': false,
    }),
  );
  expect(Object.fromEntries(body)).toEqual({
    version: '3',
    so_ho: '12',
    note: 'Dòng 1\r\nDòng 2',
    xa: '2',
    loai: 'b',
    buoc: 'nop',
  });
});

test('what is not there is named, with what is', async () => {
  const client = new Client(smallSite());
  await client.get('/');
  expect(() => client.submit('Gửi')).toThrow(
    '"Gửi" stands nowhere on / (Thử); there are: Lưu | Nộp',
  );
  expect(() => client.submit('Lưu', { 'Số khẩu': '1' })).toThrow('there are: Số hộ | Ghi chú | Xã');
  expect(() => client.submit('Lưu', { 'Đã khóa': '1' })).toThrow('cannot be changed');
  expect(() => client.submit('Lưu', { Xã: 'Xã Lạ' })).toThrow('no choice "Xã Lạ"');
});

test('cookies come and go; a file is no page; a bad page stops the story', async () => {
  const client = new Client(smallSite());
  await client.get('/');
  await client.submit('Lưu');
  expect(client.cookies.get('notice')).toBe('Đã lưu');
  const file = await client.follow('Xóa');
  expect(file.document).toBeUndefined();
  expect(file.bytes.toString()).toBe('a,b');
  expect(client.cookies.get('notice')).toBeUndefined();
  await expect(client.get('/xau')).rejects.toThrow('a value that was not there');
});
