import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
import type { Frame } from '../../shared/web.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import {
  IndicatorsTable,
  LinesTable,
  StandardFacts,
  StandardStatus,
} from './standard-parts.pages.tsx';
import type { StandardUse } from './standard-use.ts';
import { isWhollyConfirmed } from './standard-words.ts';

export interface StandardsPageProps {
  readonly frame: Frame;
  readonly year: number;
  readonly standards: readonly PovertyStandard[];
  /** By the id of the standard. */
  readonly uses: ReadonlyMap<string, StandardUse>;
  readonly mayKeep: boolean;
}

/** Every poverty standard: which years, which lines, which indicators, and from which text. */
export function StandardsPage({ frame, standards, ...rest }: StandardsPageProps) {
  return (
    <Page frame={frame} title="Chuẩn nghèo">
      <PageHead
        title="Chuẩn nghèo đa chiều"
        lead="Kỳ rà soát dùng chuẩn nào được chọn khi mở kỳ. Phần ghi “Cần xác nhận” chưa được đối chiếu với văn bản gốc."
        back={{ href: '/households', label: 'Hộ nghèo, hộ cận nghèo' }}
      />
      {standards.length === 0 ? <Empty sentence="Chưa có chuẩn nghèo nào." /> : null}
      {standards.toReversed().map((standard) => (
        <OneStandard key={standard.id} {...rest} standard={standard} />
      ))}
    </Page>
  );
}

interface OneStandardProps extends Omit<StandardsPageProps, 'frame' | 'standards'> {
  readonly standard: PovertyStandard;
}

function OneStandard({ standard, year, uses, mayKeep }: OneStandardProps) {
  return (
    <Section title={standard.name} actions={<StandardStatus {...{ standard, year }} />}>
      <StandardFacts standard={standard} use={uses.get(standard.id)} />
      <LinesTable standard={standard} />
      <details>
        <summary>{standard.indicators.length} chỉ số thiếu hụt: khi nào hộ thiếu hụt</summary>
        <IndicatorsTable standard={standard} />
      </details>
      {mayKeep ? (
        <Actions>
          <ButtonLink href={`/poverty-standards/${standard.id}`} icon="edit">
            {isWhollyConfirmed(standard) ? 'Xem, sao chép' : 'Bổ sung, xác nhận'}
          </ButtonLink>
        </Actions>
      ) : null}
    </Section>
  );
}
