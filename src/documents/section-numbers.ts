import { capitals, pointLetter, roman } from './document-rules.ts';
import type { Block, DashList, Heading, Paragraph, Table } from './official-document.ts';

type NumberedHeading = Omit<Heading, 'number'>;
type NumberedBlock = NumberedHeading | Paragraph | DashList | Table;

/**
 * Headings with their numbers in front: `I. KẾT QUẢ`, `1. Công tác chỉ đạo`, `a) Cấp tỉnh`.
 * A number of the writer's own is printed as it is and does not disturb the count.
 */
export function numbered(blocks: readonly Block[]): NumberedBlock[] {
  const counts = [0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const { level, number = nextNumber(counts, level) } = block;
    const words = level === 1 ? capitals(block.text) : block.text;
    return { kind: 'heading', level, text: number ? `${number} ${words}` : words };
  });
}

/** Counts one heading up and starts the levels under it again. */
function nextNumber(counts: number[], level: Heading['level']): string {
  const count = (counts[level - 1] ?? 0) + 1;
  counts.fill(0, level);
  counts[level - 1] = count;
  if (level === 1) return `${roman(count)}.`;
  return level === 2 ? `${count}.` : `${pointLetter(count)})`;
}
