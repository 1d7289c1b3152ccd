import { isHeadingLike, type PlanLine } from './plan-lines.ts';
import { isCapitals, oneSpaced } from './plan-words.ts';

/** What a line says: a heading, a text, or both on one line. */
export interface Saying {
  readonly heading?: string;
  readonly text: string;
}

/** No heading of a plan is longer; a paragraph in bold may be. */
const LONGEST_HEADING = 300;

/** Parts the heading from the text of a line with a marker: `IV. TIÊU CHÍ …: Thực hiện …`. */
export function readSaying(line: PlanLine): Saying {
  const said = line.marker?.rest ?? line.text;
  if (line.marker?.kind === 'dash' || said === '') return { text: said };
  const cut = capitalsEnd(said) ?? boldEnd(line, said);
  if (cut !== undefined)
    return { heading: said.slice(0, cut).replace(/\s*:\s*$/, ''), text: said.slice(cut).trim() };
  const heading = isHeadingLike(line.look) || isCapitals(said);
  return heading && said.length <= LONGEST_HEADING ? { heading: said, text: '' } : { text: said };
}

/** Where a heading in capitals ends at its colon. */
function capitalsEnd(said: string): number | undefined {
  const small = said.search(/\p{Ll}/u);
  const colon = said.lastIndexOf(':', small);
  if (small < 0 || colon < 4 || !isCapitals(said.slice(0, colon))) return undefined;
  return colon + 1;
}

/** Where a heading in bold ends, when it ends in a colon or a full stop and plain text follows. */
function boldEnd(line: PlanLine, said: string): number | undefined {
  const { leadBold, bold, text, marker } = line.look;
  if (leadBold === undefined || bold) return undefined;
  const lead = oneSpaced(`${marker ?? ''} ${text.slice(0, leadBold)}`);
  const end = lead.length - (line.text.length - said.length);
  if (end < 4) return undefined;
  if (/[:.]/.test(said[end - 1] ?? '')) return end;
  return said[end] === ':' ? end + 1 : undefined;
}
