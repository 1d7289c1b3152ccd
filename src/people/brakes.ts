/** Failures older than this no longer count. */
export const BRAKE_WINDOW_MS = 15 * 60_000;

const FREE_TRIES = 5;
const FIRST_WAIT_S = 10;
const LONGEST_WAIT_S = 15 * 60;

/** A whole office may sit behind one address, so the wide limit is generous. */
const FREE_TRIES_OF_ADDRESS = 60;
const WAIT_OF_ADDRESS_S = 60;

/** Failures within the window: how many, and when the last one was. */
export interface Failures {
  readonly count: number;
  readonly last: Date | null;
}

/**
 * Seconds to wait before the next try, 0 when it may come now. Counted for one login from one
 * place: five tries are free, then 10 s, 20 s, 40 s … up to a quarter of an hour. Whoever
 * guesses elsewhere never locks the owner out.
 */
export function waitOfLogin(failures: Failures, now: Date): number {
  if (failures.count < FREE_TRIES) return 0;
  const wait = Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (failures.count - FREE_TRIES));
  return secondsLeft(failures.last, wait, now);
}

/** The same for all logins from one address: one person trying many names. */
export function waitOfAddress(failures: Failures, now: Date): number {
  if (failures.count < FREE_TRIES_OF_ADDRESS) return 0;
  return secondsLeft(failures.last, WAIT_OF_ADDRESS_S, now);
}

function secondsLeft(last: Date | null, wait: number, now: Date): number {
  if (!last) return 0;
  return Math.max(0, Math.ceil((last.getTime() + wait * 1000 - now.getTime()) / 1000));
}

/** The place that tries are counted for: an IPv4 address, or the /64 of an IPv6 one. */
export function placeOfAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail.split(':').filter(Boolean);
  const zeros = plain.includes('::') ? Math.max(0, 8 - first.length - last.length) : 0;
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
