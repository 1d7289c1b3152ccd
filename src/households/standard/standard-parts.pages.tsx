import { type ComponentChildren, Fragment } from 'preact';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { KeyValues } from '../../shared/html/facts.tsx';
import { Status } from '../../shared/html/status.tsx';
import { showMoney } from '../../shared/vietnamese.ts';
import { AREA_TYPES } from '../household-class.ts';
import {
  type Indicator,
  isUsable,
  type PovertyLine,
  type PovertyStandard,
  standardsFor,
} from './poverty-standard.ts';
import { roundInWords, type StandardUse } from './standard-use.ts';
import { averageInWords, ruleInWords, scoreInWords, yearsInWords } from './standard-words.ts';

/** What may be done to a part, beside its source; nothing for those who only read. */
export type PartTools = (part: string) => ComponentChildren;
const NO_TOOLS: PartTools = () => null;

/** Where a standard stands this year: in force, to come, past, or without its scores. */
export function StandardStatus({ standard, year }: { standard: PovertyStandard; year: number }) {
  if (!isUsable(standard)) return <Status tone="due">Chưa có mức điểm A</Status>;
  if (standardsFor([standard], year).length > 0)
    return <Status tone="done">Dùng cho năm {year}</Status>;
  return <Status tone="idle">{standard.firstYear > year ? 'Cho các năm tới' : 'Đã qua'}</Status>;
}

/** Where a part comes from, and whether anybody has compared it. */
export function Source({ source, confirmed }: Pick<PovertyLine, 'source' | 'confirmed'>) {
  return (
    <>
      {source}
      {confirmed ? null : (
        <>
          {' '}
          <Status tone="due">Cần xác nhận</Status>
        </>
      )}
    </>
  );
}

/** Years, the rounds that use it, the rule of score B, and the source. */
export function StandardFacts({ standard, use, tools = NO_TOOLS }: FactsProps) {
  return (
    <KeyValues
      facts={[
        { name: 'Năm rà soát', value: yearsInWords(standard) },
        { name: 'Kỳ rà soát dùng chuẩn này', value: <UsingRounds rounds={use?.rounds ?? []} /> },
        { name: 'Xếp loại', value: ruleInWords(standard) },
        {
          name: 'Căn cứ',
          value: (
            <>
              <Source {...standard} /> {tools('standard')}
            </>
          ),
        },
      ]}
    />
  );
}

interface FactsProps extends StandardProps {
  readonly use: StandardUse | undefined;
}

function UsingRounds({ rounds }: Pick<StandardUse, 'rounds'>) {
  if (rounds.length === 0) return <>Chưa có kỳ nào</>;
  return rounds.map((one, place) => (
    <Fragment key={one.id}>
      {place > 0 ? '; ' : ''}
      <a href={`/review-rounds/${one.id}`}>năm {one.year}</a> ({roundInWords(one)})
    </Fragment>
  ));
}

interface StandardProps {
  readonly standard: PovertyStandard;
  readonly tools?: PartTools;
}

/** Income lines and limits of score A, rural and urban. */
export function LinesTable({ standard, tools = NO_TOOLS }: StandardProps) {
  const { rural, urban } = standard.lines;
  const hasSure = rural.sureScore !== null || urban.sureScore !== null;
  const sure: Column<PovertyLine> = {
    ...{ key: 'sure', head: 'Điểm A: hộ nghèo', align: 'numeric' },
    cell: ({ sureScore }) => (sureScore === null ? '—' : scoreInWords(sureScore)),
  };
  return (
    <DataTable
      caption={`Mức thu nhập và điểm A, ${standard.name}`}
      quietCaption
      rows={[rural, urban]}
      keyOf={({ areaType }) => areaType}
      columns={[
        { key: 'area', head: 'Khu vực', cell: ({ areaType }) => AREA_TYPES[areaType] },
        {
          ...{ key: 'income', head: 'Thu nhập một người một tháng', align: 'numeric' },
          cell: ({ incomeLine }) => showMoney(incomeLine),
        },
        {
          ...{ key: 'average', head: 'Mức sống trung bình, đến', align: 'numeric' },
          cell: averageInWords,
        },
        ...(hasSure ? [sure] : []),
        {
          key: 'score',
          head: hasSure ? 'Điểm A: xét thêm điểm B' : 'Điểm A: nghèo hoặc cận nghèo',
          align: 'numeric',
          cell: ({ scoreLine }) => scoreInWords(scoreLine),
        },
        {
          ...{ key: 'source', head: 'Căn cứ' },
          cell: (line) => (
            <>
              <Source {...line} /> {tools(line.areaType)}
            </>
          ),
        },
      ]}
    />
  );
}

/** The indicators and when a household is deprived of each. */
export function IndicatorsTable({ standard, tools = NO_TOOLS }: StandardProps) {
  const columns: Column<Indicator>[] = [
    { key: 'name', head: 'Chỉ số', cell: ({ name }) => name },
    { key: 'dimension', head: 'Chiều', cell: ({ dimension }) => dimension },
    { key: 'when', head: 'Khi nào thiếu hụt', cell: ({ deprivedWhen }) => deprivedWhen },
    {
      ...{ key: 'source', head: 'Căn cứ' },
      cell: (one) => (
        <>
          <Source {...one} /> {tools(one.key)}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={`Chỉ số thiếu hụt, ${standard.name}`}
      quietCaption
      rows={standard.indicators}
      keyOf={({ key }) => key}
      columns={columns}
      none="Chuẩn này chưa có chỉ số nào."
    />
  );
}
