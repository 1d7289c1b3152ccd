import { shortened } from '../../shared/sheet/shortened.ts';

/** A cell may hold 32,767 signs; of these so many tell which cell is meant. */
const MOST_QUOTED = 60;

/** As much of a cell as a sentence about it can bear. */
export function briefly(text: string): string {
  return shortened(text, MOST_QUOTED);
}

/** The same between quotation marks. */
export function quoted(text: string): string {
  return `“${briefly(text)}”`;
}
