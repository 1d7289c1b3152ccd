import { type Day, showDay } from '../../shared/day.ts';
import type { Work } from './work.ts';

/** One mail to one person: everything that waits for them, or nothing to send. */
export interface Digest {
  readonly subject: string;
  readonly body: string;
}

/**
 * All that waits for a person in one letter, never a letter per thing. `undefined` when
 * nothing does. `site` is the address that links begin with.
 */
export function digestOf(name: string, work: Work, today: Day, site: string): Digest | undefined {
  const { sentence, todos, offTrack } = work;
  if (todos.length + offTrack.length === 0) return undefined;
  const lines = [
    `Kính gửi ông/bà ${name},`,
    '',
    sentence,
    ...listed(
      'Việc cần làm:',
      todos.map(
        ({ what, due, href }) =>
          `${what}${due ? ` (ngày cuối đúng hạn ${showDay(due)})` : ''}\n  ${site}${href}`,
      ),
    ),
    ...listed(
      'Đơn vị quá hạn, chưa nộp:',
      offTrack.map(({ unitName }) => unitName),
    ),
    '',
    `Mở trang “Việc của tôi”: ${site}/work`,
    'Thư này gộp mọi việc trong ngày; hết việc thì không có thư.',
  ];
  return { subject: `Việc chờ ông/bà ngày ${showDay(today)}`, body: lines.join('\n') };
}

function listed(head: string, items: readonly string[]): string[] {
  return items.length > 0 ? ['', head, ...items.map((item) => `- ${item}`)] : [];
}
