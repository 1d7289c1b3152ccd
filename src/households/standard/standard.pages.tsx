import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
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
import { doubtOf, findPart, partName } from './standard-words.ts';

export interface StandardPageProps {
  readonly frame: Frame;
  readonly year: number;
  readonly standard: PovertyStandard;
  readonly use: StandardUse;
  readonly mayKeep: boolean;
}

/** One standard with all its parts; the standing agency adds, corrects, confirms and copies. */
export function StandardPage(props: StandardPageProps) {
  const { frame, standard, year, use, mayKeep } = props;
  const tools = mayKeep ? { tools: toolsOf(standard, use) } : {};
  return (
    <Page frame={frame} title={standard.name}>
      <PageHead
        title={standard.name}
        lead={<StandardStatus {...{ standard, year }} />}
        back={{ href: '/poverty-standards', label: 'Chuẩn nghèo' }}
      />
      {mayKeep ? <Standing {...{ standard, use }} /> : null}
      <StandardFacts {...{ standard, use, ...tools }} />
      <Section title="Mức thu nhập và điểm A">
        <LinesTable {...{ standard, ...tools }} />
      </Section>
      <Section title="Chỉ số thiếu hụt">
        <IndicatorsTable {...{ standard, ...tools }} />
      </Section>
    </Page>
  );
}

type StandingProps = Pick<StandardPageProps, 'standard' | 'use'>;

/** What can be done with the whole, and why not, if not. */
function Standing({ standard, use }: StandingProps) {
  const at = `/poverty-standards/${standard.id}`;
  const used = isUsed(use);
  return (
    <>
      <Remarks {...{ standard, use }} />
      <Actions>
        {used ? null : (
          <ButtonLink kind="primary" icon="edit" href={`${at}/edit`}>
            Sửa mức, năm và điểm
          </ButtonLink>
        )}
        <ButtonLink icon="add" href={`${at}/copy`}>
          Sao chép thành chuẩn mới
        </ButtonLink>
      </Actions>
    </>
  );
}

function Remarks({ standard, use }: StandingProps) {
  const used = isUsed(use);
  const doubt = doubtOf(standard);
  return (
    <>
      {used ? <Notice kind="info">{useInWords(use)}</Notice> : null}
      {doubt ? <Notice kind="warning">{doubt}</Notice> : null}
      {!used && use.rounds.length > 0 ? (
        <Notice kind="warning">
          Kỳ rà soát năm {use.rounds.map(({ year }) => year).join(', ')} đang dùng chuẩn này. Hộ đã
          chấm trước khi sửa giữ kết quả cũ; hãy báo các xã mở lại phiếu của những hộ đó.
        </Notice>
      ) : null}
    </>
  );
}

/** Beside each source: confirm it, and correct an indicator while nothing stands by it. */
function toolsOf(standard: PovertyStandard, use: StandardUse): PartTools {
  const at = `/poverty-standards/${standard.id}`;
  return (part) => {
    const name = partName(standard, part);
    const isIndicator = standard.indicators.some(({ key }) => key === part);
    const confirm = findPart(standard, part)?.confirmed ? null : (
      <a href={`${at}/confirmations/${part}`} aria-label={`Xác nhận ${name}`}>
        Xác nhận
      </a>
    );
    const correct = isIndicator && !isUsed(use) && (
      <a href={`${at}/indicators/${part}`} aria-label={`Sửa ${name}`}>
        Sửa
      </a>
    );
    return (
      <>
        {confirm}
        {confirm && correct ? ' · ' : null}
        {correct}
      </>
    );
  };
}
