import { all, textOf } from './page-markup.ts';

/** Traces of a program in what a person reads. */
const RAW: readonly [RegExp, string][] = [
  [/\b(undefined|NaN|null|Infinity)\b/, 'a value that was not there'],
  [/\[object \w+\]/, 'an object instead of words'],
  [/\{\{|\}\}|\{\w+\}/, 'a gap that was not filled'],
  [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/i, 'an id'],
  [/\b\d{4}-\d{2}-\d{2}\b/, 'a day as a machine writes it'],
  [/(?<![\w.@/-])[a-z]+_[a-z_]+(?![\w.@/-])/, 'a name in code'],
  [/(?<![\w.@/-])[a-z]{2,}[A-Z][A-Za-z]+(?![\w.@/-])/, 'a name in code'],
  [/\b\d+\.\d{4,}\b/, 'a number as a machine writes it'],
];

/** English that slips in. Left out: words that Vietnamese spells alike, such as in, to, can, no. */
const ENGLISH =
  'the|and|of|is|are|was|with|from|this|that|your|you|please|submit|error|loading|status|' +
  'not found|search|save|saved|delete|cancel|close|back|next|previous|page|date|name|user|' +
  'username|password|login|logout|sign in|sign out|settings|report|reports|home|more|yes|ok|' +
  'invalid|required|unknown|true|false|new|edit|upload|download|file|missing|failed|success|' +
  'warning|unit|units|total|value|draft|open|closed|issued|submitted|accepted|returned|received';
const ENGLISH_WORD = new RegExp(`(?<![\\p{L}\\p{N}.@/_-])(${ENGLISH})(?![\\p{L}\\p{N}@/_-])`, 'iu');

const SPOKEN = ['alt', 'title', 'aria-label', 'placeholder'];

/** What is wrong with the words of a page; `names` may stand though they look foreign. */
export function faultsOfWords(document: Document, names: readonly string[]): string[] {
  const texts = spokenTexts(document);
  return texts.flatMap((text) => {
    const rest = names.reduce((left, name) => left.replaceAll(name, ''), text);
    const raw = RAW.filter(([shape]) => shape.test(rest)).map(
      ([shape, what]) => `it shows ${what}: ${around(rest, shape)}`,
    );
    return [
      ...raw,
      ...(ENGLISH_WORD.test(rest) ? [`it speaks English: ${around(rest, ENGLISH_WORD)}`] : []),
      ...(text === text.normalize('NFC')
        ? []
        : [`its accents are not composed: ${text.slice(0, 60)}`]),
    ];
  });
}

/** All that is read or heard: text, and the attributes that speak. What a person typed is theirs. */
function spokenTexts(document: Document): string[] {
  const copy = document.body.cloneNode(true) as Element;
  for (const one of all(copy, 'script, style, template, textarea, code, [translate=no]'))
    one.remove();
  const attributes = SPOKEN.flatMap((name) =>
    all(copy, `[${name}]`).map((one) => one.getAttribute(name) ?? ''),
  );
  const title = textOf(document.querySelector('title'));
  return [title, ...attributes, ...ownTexts(copy)].filter((text) => text.trim() !== '');
}

/** The text of each element apart, so that words of neighbours do not grow together. */
function ownTexts(root: Element): string[] {
  return [root, ...all(root, '*')].map((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === 3)
      .map((node) => node.textContent)
      .join(''),
  );
}

function around(text: string, shape: RegExp): string {
  const at = shape.exec(text)?.index ?? 0;
  return `"${text
    .slice(Math.max(0, at - 30), at + 50)
    .replace(/\s+/g, ' ')
    .trim()}"`;
}
