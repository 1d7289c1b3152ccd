import { showDay } from '../../shared/day.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { type AskedCommune, coverageOf } from './asked-commune.ts';
import type { TableView } from './table-rows.ts';

/** `Số liệu sơ bộ` or `Số liệu chính thức`, with how far it goes. */
export interface StandingWords {
  readonly official: boolean;
  readonly title: string;
  /** What it rests on. */
  readonly because: string;
}

/** What kind of numbers these are: until the province makes them official they may still change. */
export function standingWords(
  { officialOn, officialDocument }: Pick<ReviewRound, 'officialOn' | 'officialDocument'>,
  communes: readonly Pick<AskedCommune, 'status'>[],
): StandingWords {
  const { asked, begun, recognised } = coverageOf(communes);
  const silent = asked - begun;
  if (officialOn)
    return {
      official: true,
      title: 'Số liệu chính thức',
      because: `Theo ${officialDocument}, ngày ${showDay(officialOn)}.${silent > 0 ? ` ${showNumber(silent)} xã không có số liệu từng hộ ở đây nên không có trong tổng.` : ''}`,
    };
  return {
    official: false,
    title: 'Số liệu sơ bộ',
    because: [
      asked === 1
        ? `Xã ${recognised === 1 ? 'đã' : 'chưa'} công nhận kết quả rà soát`
        : `${showNumber(recognised)}/${showNumber(asked)} xã đã công nhận kết quả rà soát`,
      silent > 0 && asked > 1
        ? `, ${showNumber(silent)} xã chưa bắt đầu nên không có trong tổng`
        : '',
      recognised === asked
        ? '; chờ công bố chính thức.'
        : '; số liệu còn thay đổi đến khi công bố chính thức.',
    ].join(''),
  };
}

/** `theo đơn vị của kỳ rà soát`, `theo xã, phường hôm nay` */
export function tellingWords({ ask, round }: Pick<TableView, 'ask' | 'round'>): string {
  return ask.units === 'today'
    ? 'theo xã, phường hôm nay'
    : `theo xã, phường ngày ${showDay(round.unitsOn)}`;
}

export function tableTitle({ table, round }: Pick<TableView, 'table' | 'round'>): string {
  return `Biểu ${table.key}. ${table.name}, năm ${round.year}`;
}
