import { showNumber } from '../../../shared/vietnamese.ts';
import type { Progress } from './load-households.ts';

const WIDTH = 24;

/** One line that says how far the loading is: a bar, percent, communes, households so far. */
export function bar({ communes, ofCommunes, households }: Progress): string {
  const share = communes / ofCommunes;
  const full = Math.round(share * WIDTH);
  const drawn = '█'.repeat(full) + '░'.repeat(WIDTH - full);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `       ${drawn} ${percent} %  ${communes}/${ofCommunes} xã, ${showNumber(households)} hộ`;
}
