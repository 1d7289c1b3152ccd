import type { PlanRun } from './plan-paragraph.ts';

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | {
      kind: 'mark';
      readonly text: string;
      readonly opens: boolean;
      readonly closes: boolean;
      role?: 'open' | 'close';
    };

const ESCAPABLE = /[!-/:-@[-`{-~]/;

/**
 * A line of Markdown as runs of text: `**bold**`, `*italic*`, `***both***`, `_` and `__` likewise,
 * `\*` for the sign itself. A mark without its pair is text. Linear in the length of the line.
 */
export function readEmphasis(line: string): PlanRun[] {
  const tokens = tokensOf(line);
  pair(tokens);
  return runsOf(tokens);
}

function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let text = '';
  let at = 0;
  while (at < line.length) {
    const sign = line[at] ?? '';
    const next = line[at + 1] ?? '';
    if (sign === '\\' && ESCAPABLE.test(next)) {
      text += next;
      at += 2;
    } else if (sign === '*' || sign === '_') {
      const mark = markAt(line, at);
      if (text !== '') tokens.push({ kind: 'text', text });
      text = '';
      tokens.push(mark);
      at += mark.text.length;
    } else {
      text += sign;
      at += 1;
    }
  }
  if (text !== '') tokens.push({ kind: 'text', text });
  return tokens;
}

function markAt(line: string, at: number): Extract<Token, { kind: 'mark' }> {
  const sign = line[at] ?? '';
  let end = at;
  while (line[end] === sign) end += 1;
  const before = line[at - 1] ?? ' ';
  const after = line[end] ?? ' ';
  // `so_luong` is a word, not emphasis: an underscore counts only at the edge of a word.
  const inWord = sign === '_' && /[\p{L}\d]/u.test(before) && /[\p{L}\d]/u.test(after);
  const tooLong = end - at > 3;
  return {
    kind: 'mark',
    text: line.slice(at, end),
    opens: !inWord && !tooLong && /\S/.test(after),
    closes: !inWord && !tooLong && /\S/.test(before),
  };
}

/** Gives each mark its role. A mark closes the nearest open one that looks the same. */
function pair(tokens: readonly Token[]): void {
  const open: Extract<Token, { kind: 'mark' }>[] = [];
  const waiting = new Map<string, number>();
  for (const token of tokens) {
    if (token.kind !== 'mark') continue;
    if (token.closes && (waiting.get(token.text) ?? 0) > 0) close(token, open, waiting);
    else if (token.opens) {
      open.push(token);
      waiting.set(token.text, (waiting.get(token.text) ?? 0) + 1);
    }
  }
}

function close(
  token: Extract<Token, { kind: 'mark' }>,
  open: Extract<Token, { kind: 'mark' }>[],
  waiting: Map<string, number>,
): void {
  for (let last = open.pop(); last; last = open.pop()) {
    waiting.set(last.text, (waiting.get(last.text) ?? 1) - 1);
    if (last.text !== token.text) continue;
    last.role = 'open';
    token.role = 'close';
    return;
  }
}

function runsOf(tokens: readonly Token[]): PlanRun[] {
  const runs: PlanRun[] = [];
  let bold = 0;
  let italic = 0;
  for (const token of tokens) {
    if (token.kind === 'text' || !token.role) {
      runs.push({ text: token.text, bold: bold > 0, italic: italic > 0 });
      continue;
    }
    const step = token.role === 'open' ? 1 : -1;
    if (token.text.length >= 2) bold += step;
    if (token.text.length !== 2) italic += step;
  }
  return runs;
}
