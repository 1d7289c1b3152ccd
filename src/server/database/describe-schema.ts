import { type Kysely, sql } from 'kysely';

const OWN = sql`n.nspname = 'public' and not exists (
  select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

/** The schema after all migrations as readable SQL, for `db/schema.sql`. */
export async function describeSchema(db: Kysely<never>): Promise<string> {
  const parts = await sql<{ text: string }>`
    with tables as (
      select c.oid, c.relname, case c.relpersistence when 'u' then 'unlogged ' else '' end as kept
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OWN} and c.relkind = 'r' and c.relname not like 'kysely%'
    ), columns as (
      select a.attrelid, string_agg(format('  %I %s%s%s', a.attname,
          format_type(a.atttypid, a.atttypmod),
          case when a.attgenerated = 's'
               then format(' generated always as (%s) stored', pg_get_expr(e.adbin, e.adrelid))
               when e.adbin is not null then ' default ' || pg_get_expr(e.adbin, e.adrelid)
               else '' end,
          case when a.attnotnull then ' not null' else '' end), E',\n' order by a.attnum) as text
      from pg_attribute a left join pg_attrdef e on e.adrelid = a.attrelid and e.adnum = a.attnum
      where a.attnum > 0 and not a.attisdropped group by a.attrelid
    ), constraints as (
      select k.conrelid, string_agg(format('  constraint %I %s', k.conname,
          pg_get_constraintdef(k.oid)), E',\n' order by k.contype desc, k.conname) as text
      from pg_constraint k where k.contype <> 'n' and k.contype <> 't' group by k.conrelid
    )
    select 1 as rank, t.relname as name, format(E'create %stable %I (\n%s\n);', t.kept, t.relname,
           concat_ws(E',\n', c.text, k.text)) as text
      from tables t join columns c on c.attrelid = t.oid
      left join constraints k on k.conrelid = t.oid
    union all
    select 2, t.relname || ' ' || i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) || ';'
      from pg_index i join tables t on t.oid = i.indrelid
      where not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    union all
    select 3, c.proname, pg_get_functiondef(c.oid) || ';'
      from pg_proc c join pg_namespace n on n.oid = c.pronamespace where ${OWN}
    union all
    select 4, t.relname || ' ' || g.tgname, pg_get_triggerdef(g.oid) || ';'
      from pg_trigger g join tables t on t.oid = g.tgrelid where not g.tgisinternal
    order by rank, name`.execute(db);
  const head = '-- Generated from db/migrations; never edited by hand.';
  return `${[head, ...parts.rows.map((row) => row.text)].join('\n\n').replace(/[ \t]+$/gm, '')}\n`;
}

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  date: 'Day',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'Json',
  _uuid: 'string[]',
  _text: 'string[]',
};

interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  optional: boolean;
  generated: boolean;
}

/** The same schema as TypeScript, for `src/shared/tables.ts`. */
export async function describeTables(db: Kysely<never>): Promise<string> {
  const { rows } = await sql<Column>`
    select c.table_name as table, c.column_name as name, c.udt_name as type,
           c.is_nullable = 'YES' as nullable,
           (c.is_nullable = 'YES' or c.column_default is not null) as optional,
           c.is_generated = 'ALWAYS' as generated
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.table_name not like 'kysely%'
    order by c.table_name, c.ordinal_position`.execute(db);
  const tables = Map.groupBy(rows, (row) => row.table);
  const interfaces = [...tables].map(([table, columns]) => tableInterface(table, columns));
  const index = [...tables.keys()].map((table) => `  ${table}: ${typeName(table)};`).join('\n');
  return `${TABLES_HEAD}\n${interfaces.join('\n\n')}\n\nexport interface Tables {\n${index}\n}\n`;
}

const TABLES_HEAD = `// Generated from db/migrations; never edited by hand.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Day } from './day.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a json column holds is known where it is read
type Json<Input = string> = ColumnType<any, Input, Input>;
`;

function tableInterface(table: string, columns: Column[]): string {
  const lines = columns.map((column) => `  ${column.name}: ${columnType(column)};`);
  return `export interface ${typeName(table)} {\n${lines.join('\n')}\n}`;
}

function columnType({ type, nullable, optional, generated }: Column): string {
  const base = TYPES[type];
  if (!base) throw new Error(`describe-schema.ts does not know the type ${type}`);
  if (generated) return `GeneratedAlways<${base}>`;
  if (type === 'jsonb' && optional)
    return nullable ? 'Json<string | null>' : 'Json<string | undefined>';
  const full = nullable ? `${base} | null` : base;
  return optional && !nullable ? `Generated<${full}>` : full;
}

function typeName(table: string): string {
  return `${table.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Table`;
}
