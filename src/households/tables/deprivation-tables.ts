import {
  BOTH_SPLITS,
  type ColumnWish,
  count,
  numbered,
  ofMarks,
  ofStands,
  type StandardTable,
  type TableContext,
} from './standard-table.ts';

type Class = 'poor' | 'near-poor';
const NOUNS = { poor: 'hộ nghèo', 'near-poor': 'hộ cận nghèo' } as const;
const SHORTFALL = 'Thiếu hụt chỉ số';

function marksOf({ indicators }: TableContext): string[] {
  return indicators.map(({ key }) => `deprived.${key}`);
}

function counts(of: Class, context: TableContext): ColumnWish[] {
  return [
    count('Tổng số', ofStands(of)),
    count('Tổng số lượt thiếu hụt', ofMarks(marksOf(context), [of])),
    ...context.indicators.map(({ key, name }) =>
      count(name, ofMarks([`deprived.${key}`], [of]), { group: SHORTFALL }),
    ),
  ];
}

function rates(of: Class, { indicators }: TableContext): ColumnWish[] {
  const why = `Không có ${NOUNS[of]} nào nên không có tỷ lệ.`;
  return [
    count('Tổng số', ofStands(of)),
    ...indicators.map(({ key, name }): ColumnWish => {
      const part = ofMarks([`deprived.${key}`], [of]);
      return {
        kind: 'rate',
        label: name,
        part,
        whole: ofStands(of),
        why,
        group: `${SHORTFALL} (%)`,
      };
    }),
  ];
}

function deprivations(key: string, of: Class): StandardTable {
  return {
    key,
    name: `Mức độ thiếu hụt các dịch vụ xã hội cơ bản của ${NOUNS[of]}`,
    answers: `Bao nhiêu ${NOUNS[of]} thiếu hụt từng chỉ số?`,
    splits: BOTH_SPLITS,
    leading: 1,
    note: 'Một hộ thiếu hụt nhiều chỉ số thì có mặt ở nhiều cột; cột (2) là tổng các lượt thiếu hụt.',
    marks: marksOf,
    columns: (context) => numbered(counts(of, context)),
  };
}

function deprivationRates(key: string, of: Class): StandardTable {
  return {
    key,
    name: `Tỷ lệ thiếu hụt các dịch vụ xã hội cơ bản của ${NOUNS[of]}`,
    answers: `Trong 100 ${NOUNS[of]}, bao nhiêu hộ thiếu hụt từng chỉ số?`,
    splits: BOTH_SPLITS,
    leading: 1,
    marks: marksOf,
    columns: (context) => numbered(rates(of, context)),
  };
}

/** Tables 4 to 7: what the poor and the near-poor lack. */
export const DEPRIVATION_TABLES: readonly StandardTable[] = [
  deprivations('4', 'poor'),
  deprivationRates('5', 'poor'),
  deprivations('6', 'near-poor'),
  deprivationRates('7', 'near-poor'),
];
