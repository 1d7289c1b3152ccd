import type { FieldProblem } from '../../shared/problem.ts';
import { clean, parseNumber } from '../../shared/vietnamese.ts';
import type { AreaType } from '../household-class.ts';
import type { PovertyLine, PovertyStandard } from './poverty-standard.ts';

export type Typed = Readonly<Record<string, string | undefined>>;

/** What may be changed of a standard besides its indicators. */
export type StandardWish = Omit<PovertyStandard, 'id' | 'indicators'>;

type Say = (field: string, message: string) => void;

/** Reads the form of a standard with `indicators` indicators: the wish, or what to mend. */
export function readStandard(
  typed: Typed,
  indicators: number,
): StandardWish | { readonly faults: FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const say: Say = (field, message) => faults.push({ field, message });
  const firstYear = readWhole(typed, 'firstYear', [2016, 2100], say);
  const lastYear = readWhole(typed, 'lastYear', [2016, 2100], say);
  if (faults.length === 0 && lastYear < firstYear)
    say('lastYear', 'Năm cuối đang trước năm đầu. Hãy sửa một trong hai.');
  const pointsEach = readWhole(typed, 'pointsEach', [1, 100], say);
  const wish = {
    ...{ name: readName(typed, say), firstYear, lastYear, pointsEach },
    deprivationCut: readWhole(typed, 'deprivationCut', [1, pointsEach * indicators], say),
    lines: { rural: readLine(typed, 'rural', say), urban: readLine(typed, 'urban', say) },
    ...{ source: readSource(typed, 'source', say), confirmed: typed.confirmed === 'yes' },
  };
  return faults.length > 0 ? { faults } : wish;
}

function readName(typed: Typed, say: Say): string {
  const name = clean(typed.name ?? '');
  if (name.length < 5) say('name', 'Hãy ghi tên chuẩn, ví dụ “Chuẩn nghèo đa chiều 2027–2030”.');
  return name;
}

/** The source of a part: without it nobody can compare. */
export function readSource(typed: Typed, field: string, say: Say): string {
  const source = clean(typed[field] ?? '');
  if (source.length < 5)
    say(field, 'Hãy ghi văn bản và điều khoản, ví dụ “Nghị định 07/2021/NĐ-CP, Điều 3”.');
  return source;
}

function readLine(typed: Typed, areaType: AreaType, say: Say): PovertyLine {
  const at = (name: string) => `${areaType}.${name}`;
  const incomeLine = readMoney(typed, at('incomeLine'), say) ?? 0;
  const averageLine = isBlank(typed, at('averageLine'))
    ? null
    : (readMoney(typed, at('averageLine'), say) ?? null);
  if (averageLine !== null && averageLine <= incomeLine)
    say(at('averageLine'), 'Mức sống trung bình phải cao hơn mức thu nhập. Hãy xem lại hai mức.');
  const scores = readScores(typed, at, say);
  const source = readSource(typed, at('source'), say);
  const confirmed = typed[at('confirmed')] === 'yes';
  return { areaType, incomeLine, averageLine, ...scores, source, confirmed };
}

function readScores(typed: Typed, at: (name: string) => string, say: Say) {
  const score = (name: string) =>
    isBlank(typed, at(name)) ? null : readWhole(typed, at(name), [0, 1000], say);
  const [sureScore, scoreLine] = [score('sureScore'), score('scoreLine')];
  if (sureScore !== null && scoreLine !== null && sureScore >= scoreLine)
    say(at('sureScore'), `Điểm này phải thấp hơn mức ${scoreLine}. Hãy xem lại, hoặc để trống.`);
  return { sureScore, scoreLine };
}

function readMoney(typed: Typed, field: string, say: Say): number | undefined {
  const dong = parseNumber(typed[field] ?? '');
  if (dong !== undefined && Number.isInteger(dong) && dong >= 1000 && dong < 1_000_000_000)
    return dong;
  say(field, 'Hãy ghi số đồng một người một tháng, ví dụ 1.500.000.');
  return undefined;
}

function readWhole(typed: Typed, field: string, [least, most]: [number, number], say: Say): number {
  const found = parseNumber(typed[field] ?? '') ?? Number.NaN;
  if (Number.isInteger(found) && found >= least && found <= most) return found;
  say(field, `Hãy nhập một số nguyên từ ${least} đến ${most}.`);
  return least;
}

function isBlank(typed: Typed, field: string): boolean {
  return clean(typed[field] ?? '') === '';
}

/** What may be changed of an indicator. */
export interface IndicatorWish {
  readonly name: string;
  readonly deprivedWhen: string;
  readonly source: string;
  readonly confirmed: boolean;
}

export function readIndicator(typed: Typed): IndicatorWish | { readonly faults: FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const say: Say = (field, message) => faults.push({ field, message });
  const wish = {
    ...{ name: clean(typed.name ?? ''), deprivedWhen: clean(typed.deprivedWhen ?? '') },
    ...{ source: readSource(typed, 'source', say), confirmed: typed.confirmed === 'yes' },
  };
  if (wish.name.length < 3) say('name', 'Hãy ghi tên chỉ số.');
  if (wish.deprivedWhen.length < 10)
    say('deprivedWhen', 'Hãy ghi khi nào hộ thiếu hụt chỉ số này, như trong văn bản.');
  return faults.length > 0 ? { faults } : wish;
}
