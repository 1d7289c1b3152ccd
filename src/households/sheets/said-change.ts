import { fold } from '../../shared/vietnamese.ts';
import type { MoveReason } from '../household-class.ts';

/** Words of changes within the year; null: a change that follows from the classes. */
const CHANGES: readonly (readonly [RegExp, MoveReason | null])[] = [
  [/^chuyen den|^moi chuyen den|^den$/, 'moved-in'],
  [/^tach thanh/, 'split-up'],
  [/^(moi )?tach|^ho moi tach/, 'split-off'],
  [/^(ho )?moi lap|^ho moi|^moi$/, 'formed'],
  [/^chuyen di|^di$/, 'moved-away'],
  [/^nhap|^da nhap/, 'merged'],
  [/^het thanh vien|^khong con thanh vien|^(da )?(chet|mat)|^xoa/, 'died-out'],
  [/^(tai |thoat |van |tu |khong thuoc|chua ra soat|.*phat sinh|khong|0|giu nguyen|on dinh)/, null],
];

const reasons = new Map<string, MoveReason | null | undefined>();

/** What became of a household by the words of a cell; `undefined`: words that say nothing known. */
export function reasonOf(text: string): MoveReason | null | undefined {
  if (!reasons.has(text) && reasons.size < 1_000) reasons.set(text, freshReason(text));
  return reasons.has(text) ? reasons.get(text) : freshReason(text);
}

function freshReason(text: string): MoveReason | null | undefined {
  const plain = fold(text);
  return CHANGES.find(([shape]) => shape.test(plain))?.[1];
}
