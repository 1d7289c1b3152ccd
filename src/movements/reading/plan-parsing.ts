import type { LegalBasis, ParsedPlan, PlanHeader, PlanSignature } from './plan-clause.ts';
import { beginsEnding, readEnding } from './plan-ending.ts';
import { headerLines, readHeader, readType } from './plan-header.ts';
import { isLegalBasis, readLegalBasis } from './plan-legal-bases.ts';
import { bodyLines, isHeadingLike, type PlanLine, wholeText } from './plan-lines.ts';
import { planNotices } from './plan-notices.ts';
import { isNumbered, outline, withoutJoins } from './plan-outline.ts';
import type { PlanParagraph } from './plan-paragraph.ts';
import { withPaths } from './plan-paths.ts';
import { oneSpaced } from './plan-words.ts';

/** The header of an official document ends well before this many lines. */
const HEADER_LINES = 40;

/**
 * A plan's parts out of its paragraphs: header, legal bases, tree of clauses, closing, recipients,
 * signature, and a notice for whatever looked odd. Every word of the file is in one of the parts.
 */
export function parsePlan(paragraphs: readonly PlanParagraph[]): ParsedPlan {
  const { header, type, summary, after } = splitHeader(paragraphs.map(inNfc));
  const endAt = after.findIndex((paragraph, at) => at > 0 && beginsEnding(paragraph));
  const lines = bodyLines(endAt < 0 ? after : after.slice(0, endAt));
  const ending = readEnding(endAt < 0 ? [] : after.slice(endAt));
  const { legalBases, opening, body } = splitPreamble(lines);
  const { clauseLines, closing } = splitClosing(body);
  const drafts = outline(clauseLines);
  const clauses = withPaths(withoutJoins(drafts));
  const plan = {
    header: withIssuer(readHeader(header), ending.signature),
    type,
    summary,
    legalBases,
    opening: opening.map((line) => line.text),
    clauses,
    closing: closing.map((line) => line.text),
    ...ending,
  };
  return {
    ...plan,
    notices: planNotices(plan, {
      drafts,
      lines: clauseLines,
      closing,
      numbered: isNumbered(clauseLines),
    }),
  };
}

function inNfc(paragraph: PlanParagraph): PlanParagraph {
  return { ...paragraph, text: paragraph.text.normalize('NFC') };
}

interface Headed {
  readonly header: readonly PlanParagraph[];
  readonly type: string;
  readonly summary: string;
  readonly after: readonly PlanParagraph[];
}

function splitHeader(paragraphs: readonly PlanParagraph[]): Headed {
  const at = paragraphs
    .slice(0, HEADER_LINES)
    .findIndex((paragraph) => readType(paragraph.text) !== undefined);
  const found = readType(paragraphs[at]?.text ?? '');
  if (!found) return { header: [], type: '', summary: '', after: paragraphs };
  const titles = found.rest === '' ? [] : [found.rest];
  let end = at + 1;
  let before = found.rest === '' ? undefined : paragraphs[at];
  for (let next = paragraphs[end]; next && continuesTitle(next, before); next = paragraphs[end]) {
    titles.push(wholeText(next));
    before = next;
    end += 1;
  }
  const header = headerLines(paragraphs.slice(0, at));
  return { header, type: found.type, summary: titles.join(' '), after: paragraphs.slice(end) };
}

/** One paragraph is the title; more of them only when set apart alike, or when a word goes on in small letters. */
function continuesTitle(next: PlanParagraph, before: PlanParagraph | undefined): boolean {
  const [line] = bodyLines([next]);
  if (line?.marker || isLegalBasis(wholeText(next)) || next.cell) return false;
  if (before === undefined) return true;
  const alike = next.bold === before.bold && next.centred === before.centred;
  const apart = (next.bold || next.centred) && next.headingLevel === undefined;
  return (alike && apart === true) || /^\p{Ll}/u.test(next.text);
}

function splitPreamble(lines: readonly PlanLine[]) {
  const numbered = isNumbered(lines);
  const begins = (line: PlanLine, at: number): boolean => {
    if (isDashedBasis(line)) return false;
    if (line.marker || line.look.headingLevel !== undefined) return true;
    if (numbered || isLegalBasis(line.text)) return false;
    return (
      isHeadingLike(line.look) ||
      !lines.slice(at).some((later) => isLegalBasis(later.text) || /như sau:$/.test(later.text))
    );
  };
  const found = lines.findIndex(begins);
  const preamble = found < 0 ? lines : lines.slice(0, found);
  return {
    legalBases: preamble
      .filter(isBasisLine)
      .map((line): LegalBasis => readLegalBasis(line.marker?.rest ?? line.text)),
    opening: preamble.filter((line) => !isBasisLine(line)),
    body: found < 0 ? [] : lines.slice(found),
  };
}

function isBasisLine(line: PlanLine): boolean {
  return isDashedBasis(line) || isLegalBasis(line.text);
}

function isDashedBasis(line: PlanLine): boolean {
  return line.marker?.kind === 'dash' && isLegalBasis(line.marker.rest);
}

const CLOSES =
  /^(Trên đây|Kế hoạch này|Yêu cầu |Đề nghị |Trong quá trình|Nhận được|Căn cứ |(Ủy ban|Uỷ ban|UBND).* (yêu cầu|đề nghị) )/u;

/** The unnumbered text at the very end speaks to all; what a heading alone announces stays under it. */
function splitClosing(body: readonly PlanLine[]): { clauseLines: PlanLine[]; closing: PlanLine[] } {
  const lastMarked = body.findLastIndex(
    (line) => line.marker || line.look.headingLevel !== undefined || line.look.cell,
  );
  const owner = body[lastMarked];
  const first =
    lastMarked + (owner && isHeadingLike(owner.look) && !/[.;]$/.test(owner.text) ? 2 : 1);
  const from = Math.max(first, 1);
  const called = body.findIndex((line, at) => at >= from && CLOSES.test(line.text));
  const ended = body.at(-1)?.text.includes('./.') && body.length - 1 >= from ? body.length - 1 : -1;
  const at = called >= 0 ? called : ended;
  return at < 0
    ? { clauseLines: [...body], closing: [] }
    : { clauseLines: body.slice(0, at), closing: body.slice(at) };
}

/** Where the header names nobody, "TM. ỦY BAN NHÂN DÂN" does. */
function withIssuer(header: PlanHeader, signature: PlanSignature): PlanHeader {
  const named = signature.authority.find((line) => line.startsWith('TM'));
  if (header.issuer !== undefined || named === undefined) return header;
  return { ...header, issuer: oneSpaced(named.replace(/^TM\s?\.\s?/, '')) };
}
