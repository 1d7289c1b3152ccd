// What "bare" means in every ratio: node:http, pg, one query, one string. No session, no
// rights, no frame; it writes the same rows of the same round as a table.
import { createServer } from 'node:http';
import process from 'node:process';
import pg from 'pg';

const LIST = `
  select r.id, r.unit_name, r.status, r.sent_on::text,
         (select max(e.until) from extensions e
           where e.round_id = r.round_id and e.unit_id = r.unit_id)::text as extended,
         (select count(*) from report_returns b
           where b.report_id = r.id and b.settled_at is null) as returned
  from reports r where r.round_id = $1
  order by r.unit_name collate "vi-x-icu", r.id limit 51`;

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const round = process.argv[2];

const server = createServer(async (_request, response) => {
  const { rows } = await pool.query(LIST, [round]);
  const lines = rows.map(
    (row) =>
      `<tr><td><a href="/reports/${row.id}">${row.unit_name}</a></td><td>${row.status}</td>` +
      `<td>${row.sent_on ?? ''}</td><td>${row.extended ?? ''}</td><td>${row.returned}</td></tr>`,
  );
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><title>Báo cáo</title><table>${lines.join('')}</table>`);
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
