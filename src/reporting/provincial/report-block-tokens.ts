import { fold } from '../../shared/vietnamese.ts';

export type TokenAspect = 'now' | 'last' | 'change';

/** A live figure inside a text: `{{slug}}`, `{{slug|last}}`, `{{slug|change}}`. */
export interface Token {
  readonly slug: string;
  readonly aspect: TokenAspect;
}

/** What a person may put into a text, by the name that the office uses. */
export interface NamedFigure {
  readonly slug: string;
  readonly shortName: string;
  /** Its full name, understood too. */
  readonly name?: string;
}

const TOKEN = /\{\{([^{}\n]*)\}\}/g;
const ASPECT_WORDS = { now: '', last: 'năm trước', change: 'thay đổi' } as const;
const ASPECTS: Readonly<Record<string, TokenAspect>> = {
  '': 'now',
  last: 'last',
  change: 'change',
  'nam truoc': 'last',
  'thay doi': 'change',
};

/** A text cut into words and tokens. What stands in braces without a known aspect is words. */
export function textParts(body: string): (string | Token)[] {
  const parts: (string | Token)[] = [];
  let from = 0;
  for (const match of body.matchAll(TOKEN)) {
    const token = asToken(match[1] ?? '');
    if (!token) continue;
    if (match.index > from) parts.push(body.slice(from, match.index));
    parts.push(token);
    from = match.index + match[0].length;
  }
  if (from < body.length) parts.push(body.slice(from));
  return parts;
}

function asToken(inner: string): Token | undefined {
  const [name = '', aspect = '', ...more] = inner.split('|').map((part) => part.trim());
  const known = ASPECTS[fold(aspect)];
  return known && name && more.length === 0 ? { slug: name, aspect: known } : undefined;
}

export function tokenText({ slug, aspect }: Token): string {
  return `{{${aspect === 'now' ? slug : `${slug}|${aspect}`}}}`;
}

/** The text as a person edits it: `{{Hộ nghèo|thay đổi}}` in place of `{{poor_closing|change}}`. */
export function spokenText(body: string, figures: readonly NamedFigure[]): string {
  const names = uniqueNames(figures);
  return body.replace(TOKEN, (written, inner: string) => {
    const token = asToken(inner);
    return token ? spokenToken(token, names.get(token.slug)) : written;
  });
}

function spokenToken({ slug, aspect }: Token, name = slug): string {
  return `{{${aspect === 'now' ? name : `${name}|${ASPECT_WORDS[aspect]}`}}}`;
}

/** What to type for a figure, to copy from the list beside the text. */
export function spokenTokens(figures: readonly NamedFigure[], slug: string): string[] {
  const name = uniqueNames(figures).get(slug);
  return (['now', 'last', 'change'] as const).map((aspect) => spokenToken({ slug, aspect }, name));
}

/** Names that mean one figure only; others are told by their slug. */
function uniqueNames(figures: readonly NamedFigure[]): Map<string, string> {
  const byName = Map.groupBy(figures, ({ shortName }) => fold(shortName));
  const alone = figures.filter(({ shortName }) => byName.get(fold(shortName))?.length === 1);
  return new Map(alone.map(({ slug, shortName }) => [slug, shortName]));
}

/**
 * An edited text as it is kept: names back to slugs, accents and case forgiven. Braces that
 * name no figure, or are not closed, are returned as `unknown`, as typed.
 */
export function keptText(
  typed: string,
  figures: readonly NamedFigure[],
): { readonly body: string; readonly unknown: readonly string[] } {
  const slugs = new Map([...uniqueNames(figures)].map(([slug, name]) => [fold(name), slug]));
  for (const { slug, name } of figures) {
    if (name && !slugs.has(fold(name))) slugs.set(fold(name), slug);
    slugs.set(slug, slug);
  }
  const unknown: string[] = [];
  const body = typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(TOKEN, (written, inner) => {
      const token = asToken(inner);
      const slug = token && (slugs.get(token.slug) ?? slugs.get(fold(token.slug)));
      if (!slug) unknown.push(written);
      return slug && token ? tokenText({ ...token, slug }) : written;
    });
  const open = body.replace(TOKEN, '').match(/\{\{[^\n]{0,30}|\}\}/);
  return { body: body.trim(), unknown: open ? [...unknown, open[0]] : unknown };
}

/** The sentence at the field for what `keptText` did not know. */
export function unknownSentence(unknown: readonly string[]): string {
  const names = unknown.map((written) => `“${written.replace(/[{}]/g, '').trim()}”`).join(', ');
  return `Không có số liệu nào tên là ${names}. Hãy chép đúng tên trong danh sách bên cạnh, đủ hai dấu ngoặc mở và đóng.`;
}

/** Slugs of tokens that no figure bears. */
export function unknownSlugs(body: string, known: ReadonlySet<string>): string[] {
  return textParts(body).flatMap((part) =>
    typeof part === 'string' || known.has(part.slug) ? [] : [part.slug],
  );
}
