import { Figures, KeyValues } from '../../shared/html/facts.tsx';
import { Section } from '../../shared/html/sections.tsx';
import { lowerFirst, showPercent } from '../../shared/vietnamese.ts';
import { MEANINGS, showChange, showPrinted } from './printed.ts';
import type { PublicView } from './public-view.ts';

/** The province in three numbers. */
export function ProvinceFigures({ view }: { readonly view: PublicView }) {
  const { province, about, rows } = view;
  const { counts } = province;
  const line = (rate: number | undefined, change: number | undefined) =>
    [
      rate === undefined ? '' : showPercent(rate),
      change === undefined ? '' : `${showChange(change)} hộ so với năm ${about.year - 1}`,
    ]
      .filter(Boolean)
      .join('; ');
  return (
    <Figures
      figures={[
        {
          ...{ name: 'Tổng số hộ', value: showPrinted(counts.total) },
          before: `${rows.length} xã, phường`,
        },
        {
          ...{ name: 'Hộ nghèo', value: showPrinted(counts.poor) },
          before: line(province.poorRate, province.poorChange),
        },
        {
          ...{ name: 'Hộ cận nghèo', value: showPrinted(counts.nearPoor) },
          before: line(province.nearPoorRate, province.nearPoorChange),
        },
      ]}
    />
  );
}

/** How to read the numbers, where they come from, and what is promised. */
export function HowToRead({ view: { about } }: { readonly view: PublicView }) {
  const meanings = Object.entries(MEANINGS).map(([name, value]) => ({ name: `“${name}”`, value }));
  return (
    <Section title="Cách đọc">
      <KeyValues
        facts={[
          ...meanings,
          {
            name: 'Nguồn',
            value: `Kết quả rà soát hộ nghèo, hộ cận nghèo năm ${about.year}, do Chủ tịch Ủy ban nhân dân các xã công nhận; ${lowerFirst(about.standardName)}.`,
          },
          {
            name: 'Dân tộc',
            value: 'Theo dân tộc của chủ hộ.',
          },
          {
            name: 'Giữ kín',
            value:
              'Từ mọi bảng, mọi năm và các tệp ở đây, không ai trừ ra được số chính xác của một ô “dưới 5”: cả 1, 2, 3 và 4 đều còn khớp. Điều này không che được điều mà người trong thôn, bản đã tự biết.',
          },
        ]}
      />
    </Section>
  );
}
