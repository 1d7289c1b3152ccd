import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import {
  IndicatorsTable,
  LinesTable,
  type PartTools,
  StandardFacts,
  StandardStatus,
} from './standard-parts.pages.tsx';
import { isUsed, type StandardUse, useInWords } from './standard-use.ts';

export interface StandardPageProps {
  readonly frame: Frame;
  readonly year: number;
  readonly standard: PovertyStandard;
  readonly version: number;
  readonly use: StandardUse | undefined;
  readonly mayKeep: boolean;
  /** A confirmation that was refused: what was typed for which part, and why. */
  readonly refused?: { readonly part: string; readonly source: string; readonly why: string };
}

/** One standard with all its parts; the standing agency adds, corrects, confirms and copies. */
export function StandardPage(props: StandardPageProps) {
  const { frame, standard, year, mayKeep } = props;
  const tools: PartTools | undefined = mayKeep ? toolsOf(props) : undefined;
  return (
    <Page frame={frame} title={standard.name}>
      <PageHead
        title={standard.name}
        lead={<StandardStatus {...{ standard, year }} />}
        back={{ href: '/poverty-standards', label: 'Chuẩn nghèo' }}
      />
      {mayKeep ? <Standing {...props} /> : null}
      <StandardFacts standard={standard} {...(tools && { tools })} />
      <Section title="Mức thu nhập và điểm A">
        <LinesTable standard={standard} {...(tools && { tools })} />
      </Section>
      <Section title="Chỉ số thiếu hụt">
        <IndicatorsTable standard={standard} {...(tools && { tools })} />
      </Section>
    </Page>
  );
}

/** What can be done with the whole, and why not, if not. */
function Standing({ standard, use }: StandardPageProps) {
  const at = `/poverty-standards/${standard.id}`;
  const used = use && isUsed(use);
  return (
    <>
      {used ? <Notice kind="info">{useInWords(use)}</Notice> : null}
      {use && !used && use.openYears.length > 0 ? <InOpenRound years={use.openYears} /> : null}
      <Actions>
        {used ? null : (
          <ButtonLink kind="primary" icon="edit" href={`${at}/edit`}>
            Sửa mức, năm và điểm
          </ButtonLink>
        )}
        <ActionForm action={`${at}/copy`} label="Sao chép thành chuẩn mới" icon="add" />
      </Actions>
    </>
  );
}

function InOpenRound({ years }: { readonly years: readonly number[] }) {
  return (
    <Notice kind="warning">
      Kỳ rà soát năm {years.join(', ')} đang dùng chuẩn này. Hộ đã chấm trước khi sửa giữ kết quả
      cũ; hãy báo các xã mở lại phiếu của những hộ đó.
    </Notice>
  );
}

/** Beside each source: confirm it, and correct an indicator while nothing is signed by it. */
function toolsOf({ standard, version, use, refused }: StandardPageProps): PartTools {
  const at = `/poverty-standards/${standard.id}`;
  return (part, name) => {
    const own = refused?.part === part ? refused : undefined;
    const indicator = standard.indicators.find(({ key }) => key === part);
    return (
      <>
        {indicator && !(use && isUsed(use)) ? (
          <a href={`${at}/indicators/${part}`} aria-label={`Sửa ${name}`}>
            Sửa
          </a>
        ) : null}
        {isConfirmed(standard, part) ? null : (
          <ActionForm
            action={`${at}/confirmations/${part}`}
            label={`Xác nhận ${name}`}
            values={{ version: String(version) }}
            reason={{
              ...{ name: 'source', label: 'Đã đối chiếu với văn bản, điều khoản nào' },
              value: own?.source,
              error: own?.why,
            }}
          />
        )}
      </>
    );
  };
}

function isConfirmed({ confirmed, lines, indicators }: PovertyStandard, part: string): boolean {
  if (part === 'standard') return confirmed;
  if (part === 'rural' || part === 'urban') return lines[part].confirmed;
  return indicators.find(({ key }) => key === part)?.confirmed ?? true;
}

/** The fault of a confirmation, in a sentence. */
export function whyOf(fields: readonly FieldProblem[], message: string): string {
  return fields[0]?.message ?? message;
}
