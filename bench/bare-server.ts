// What "bare" means in every ratio: node:http, pg and strings, doing the same work for the same
// person on the same database: whose session it is and what they may, the counts of the round,
// its reports, and a page of as many bytes. No framework, no components, no event log.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import process from 'node:process';
import pg from 'pg';

const SESSION = `
  select p.id, p.full_name,
         (select json_agg(json_build_object('duty', d.duty, 'unitId', d.unit_id)) from duties d
           where d.person_id = p.id and holds_on(d.valid_from, d.valid_to, $2)) as duties
  from sessions s
  join accounts a on a.person_id = s.person_id and a.disabled_at is null
  join persons p on p.id = s.person_id
  where s.token_hash = $1 and s.ended_at is null`;
const COUNTS = 'select status, count(*) as count from reports where round_id = $1 group by status';
const LIST = `
  select r.id, r.unit_name, r.status, r.sent_on::text,
         (select max(e.until) from extensions e
           where e.round_id = r.round_id and e.unit_id = r.unit_id)::text as extended,
         (select count(*) from report_returns b
           where b.report_id = r.id and b.settled_at is null) as returned
  from reports r join rounds o on o.id = r.round_id
  where r.round_id = $1
    and (r.path && $2::uuid[] or r.receiver_id = any($2) or o.receiver_id = any($2))
  order by r.unit_name collate "vi-x-icu", r.id limit 51`;

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const [round = '', day = '2025-11-16', bytes = '0'] = process.argv.slice(2);
const PADDING = Number(bytes);
// Vietnamese, as our pages are: such text costs more to encode than English.
const FILLER = '<td>Đúng hạn, đã chấp nhận</td>';
const FILLER_BYTES = Buffer.byteLength(FILLER);

interface Row {
  readonly id: string;
  readonly unit_name: string;
  readonly status: string;
  readonly sent_on: string | null;
  readonly extended: string | null;
  readonly returned: string;
}

const escaped = (text: string) => text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function line(row: Row): string {
  return (
    `<tr><th><a href="/reports/${row.id}">${escaped(row.unit_name)}</a></th>` +
    `<td>${row.status}${row.returned === '0' ? '' : ` ${row.returned}`}</td>` +
    `<td>${row.sent_on ?? ''}</td><td>${row.extended ?? ''}</td></tr>`
  );
}

async function page(token: string): Promise<string> {
  const hash = createHash('sha256').update(token).digest();
  const { rows: people } = await pool.query(SESSION, [hash, day]);
  if (!people[0]) return 'không có phiên';
  const units = people[0].duties.map((held: { unitId: string }) => held.unitId);
  const [counts, list] = await Promise.all([
    pool.query(COUNTS, [round]),
    pool.query<Row>(LIST, [round, units]),
  ]);
  const heads = counts.rows.map((row) => `<li>${row.status}: ${row.count}</li>`).join('');
  const body = `<h1>${escaped(people[0].full_name)}</h1><ul>${heads}</ul><table>${list.rows.map(line).join('')}</table>`;
  return `<!doctype html><title>Báo cáo</title>${body}${FILLER.repeat(Math.max(0, (PADDING - body.length) / FILLER_BYTES))}`;
}

const server = createServer(async (request, response) => {
  const token = /session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const html = token
    ? await page(token)
    : String((await pool.query('select 1 as one')).rows[0].one);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(html);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
