import pg from 'pg';

/** A statement asked this often in the life of the process is worth remembering. */
const OFTEN = 5;
/** More different texts than this are lists of changing length: forgotten, not remembered. */
const MOST = 500;

const asked = new Map<string, number>();

/**
 * A connection that lets PostgreSQL remember the statements of every page: parsing and planning
 * them anew took as long as running them. A name is given by order of appearance, the same on
 * all connections; statements seen seldom stay nameless, so the server's memory stays small.
 */
export class RememberingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg's own query, handed on
  override query(text: any, values?: any, done?: any): any {
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    return name ? super.query({ name, text, values }, done) : super.query(text, values, done);
  }
}

const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST) return known;
  const count = (asked.get(text) ?? 0) + 1;
  if (asked.size >= MOST) asked.clear();
  asked.set(text, count);
  if (count < OFTEN) return undefined;
  const name = `often-${names.size}`;
  names.set(text, name);
  return name;
}
