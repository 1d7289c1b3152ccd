import { ActionForm } from '../../shared/html/form.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Section } from '../../shared/html/sections.tsx';
import { FONT_NAMES } from './font-watch.ts';
import {
  type HouseholdImport,
  IMPORTS,
  type MetFont,
  mayStep,
  type SheetOddity,
} from './household-import.ts';

interface MetFontsProps {
  readonly import: HouseholdImport;
  readonly fonts: readonly MetFont[];
}

/** Old fonts that only the whole file showed: each with what it would read as. */
export function MetFonts({ import: one, fonts }: MetFontsProps) {
  if (fonts.length === 0 || !mayStep(one, 'read')) return null;
  return (
    <Notice kind="warning" title="Có cột gõ bằng phông chữ cũ nên chưa đọc được">
      <ul>
        {fonts.map(({ sheet, position, heading, font, from, to }) => (
          <li key={`${sheet} ${position}`}>
            {`Trang “${sheet}”, cột ${heading}, ${FONT_NAMES[font]}: `}
            <span class="soft">{from}</span>
            {` đọc là ${to}`}
          </li>
        ))}
      </ul>
      <ActionForm
        action={`${IMPORTS}/${one.id}/fonts`}
        label="Chuyển phông rồi đọc lại"
        kind="primary"
      />
    </Notice>
  );
}

/** What one does not see when looking at the file. */
export function Oddities({ oddities }: { readonly oddities: readonly SheetOddity[] }) {
  if (oddities.length === 0) return null;
  return (
    <Section title="Điều khó thấy trong tệp">
      <ul>
        {oddities.map((one) => (
          <li key={one.sheet}>{`Trang “${one.sheet}”: ${wordsOf(one).join('; ')}.`}</li>
        ))}
      </ul>
    </Section>
  );
}

function wordsOf({ hiddenColumns, hiddenRows, merges, formulas }: SheetOddity): string[] {
  return [
    hiddenColumns.length > 0 ? `cột ẩn ${hiddenColumns.join(', ')}, vẫn được đọc` : '',
    hiddenRows > 0 ? `${hiddenRows} dòng ẩn, vẫn được đọc` : '',
    merges > 0 ? `${merges} chỗ gộp ô` : '',
    formulas > 0 ? `${formulas} ô công thức` : '',
  ].filter(Boolean);
}
