// The bare server beside the list of a commune's households: node:http, pg and strings, doing the
// same work for the same person on the same database: whose session it is and whether the person
// may review there, the villages, the counts by class, the households with masked heads, and a
// page of as many bytes. No framework, no components, no query builder.
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
const COMMUNE = `
  select r.year, r.province_id, c.commune_name, c.office_id, office.parent_id
  from review_rounds r
  join commune_reviews c on c.round_id = r.id and c.commune_id = $2
  join unit_periods office on office.unit_id = c.office_id
    and holds_on(office.valid_from, office.valid_to, r.units_on)
  where r.id = $1`;
const VILLAGES = `
  select p.unit_id as id, p.full_name as name from unit_periods p
  where p.parent_id = $1 and p.level = 'village' and holds_on(p.valid_from, p.valid_to, '2025-09-01')
  order by p.name collate "vi-x-icu"`;
const COUNTS = `
  select closing, sum(households)::int as households from review_totals
  where commune_id = $1 and round_id = $2 and mark = '' and unit_id = $1 group by closing`;
const LIST = `
  select household_id, code, village_id, listed, income_score, deprived, surveyed_on, surveyor_name,
         opening, closing, relapsed, reason, members, ethnicity, marks, note
  from household_reviews
  where commune_id = $1 and round_id = $2 and closing = $3 order by code limit 51`;
const HEADS = `
  select h.id, i.full_name from households h
  join member_identities i on i.province_id = h.province_id and i.household_id = h.id
    and i.member_no = h.head_no
  where h.province_id = $1 and h.id = any($2::uuid[])`;

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const [round = '', bytes = '0'] = process.argv.slice(2);
const PADDING = Number(bytes);
// Vietnamese, as our pages are: such text costs more to encode than English.
const FILLER = '<td>Thoát nghèo, còn cận nghèo</td>';
const FILLER_BYTES = Buffer.byteLength(FILLER);

const escaped = (text: string) => text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const masked = (name: string) => name.replace(/(\S)\S*$/u, '$1.');

function mayReview(person: { duties: { duty: string; unitId: string }[] }, line: string[]) {
  return person.duties.some(
    ({ duty, unitId }) => duty === 'reviewHouseholds' && line.includes(unitId),
  );
}

async function page(token: string, communeId: string, closing: string): Promise<string> {
  const hash = createHash('sha256').update(token).digest();
  const { rows: people } = await pool.query(SESSION, [hash, '2025-11-16']);
  if (!people[0]) return 'không có phiên';
  const { rows: found } = await pool.query(COMMUNE, [round, communeId]);
  const commune = found[0];
  if (!commune || !mayReview(people[0], [commune.office_id, commune.parent_id])) return 'không có';
  const [villages, counts, list] = await Promise.all([
    pool.query(VILLAGES, [communeId]),
    pool.query(COUNTS, [communeId, round]),
    pool.query(LIST, [communeId, round, closing]),
  ]);
  const shown = list.rows.slice(0, 50);
  const heads = await pool.query(HEADS, [
    commune.province_id,
    shown.map((row) => row.household_id),
  ]);
  const names = new Map(heads.rows.map((row) => [row.id, masked(row.full_name)]));
  const named = new Map(villages.rows.map((row) => [row.id, row.name]));
  const choices = villages.rows
    .map((row) => `<option value="${row.id}">${escaped(row.name)}</option>`)
    .join('');
  const lines = shown
    .map(
      (row) =>
        `<tr><th><a href="/households/${row.household_id}">${escaped(row.code)}</a></th>` +
        `<td>${escaped(names.get(row.household_id) ?? '')}</td><td>${named.get(row.village_id)}</td>` +
        `<td>${row.opening} ${row.closing}</td><td>${row.income_score ?? ''}</td>` +
        `<td>${row.deprived?.length ?? ''}</td><td>${row.members}</td></tr>`,
    )
    .join('');
  const heading = counts.rows.map((row) => `<li>${row.closing}: ${row.households}</li>`).join('');
  const body = `<h1>${escaped(commune.commune_name)}</h1><ul>${heading}</ul><select>${choices}</select><table>${lines}</table>`;
  return `<!doctype html><title>Hộ</title>${body}${FILLER.repeat(Math.max(0, (PADDING - Buffer.byteLength(body)) / FILLER_BYTES))}`;
}

const server = createServer(async (request, response) => {
  const token = /session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const url = new URL(request.url ?? '/', 'http://localhost');
  const communeId = /communes\/([^/]+)/.exec(url.pathname)?.[1] ?? '';
  const html = await page(token, communeId, url.searchParams.get('closing') ?? 'poor');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(html);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
