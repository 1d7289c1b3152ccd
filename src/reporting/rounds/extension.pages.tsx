import { Actions, Button } from '../../shared/html/button.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, HiddenField, TextArea } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import type { Round } from './round.ts';

export interface ExtensionPageProps {
  readonly frame: Frame;
  readonly round: Round;
  readonly unit: { readonly id: string; readonly name: string };
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly faults: readonly FieldProblem[];
}

/** More time for one unit, with the reason that stays beside its name. */
export function ExtensionPage({ frame, round, unit, typed, faults }: ExtensionPageProps) {
  const error = (name: string) => faults.find((one) => one.field === name)?.message;
  return (
    <Page frame={frame} title={`Gia hạn cho ${unit.name}`}>
      <PageHead
        title={`Gia hạn cho ${unit.name}`}
        lead={round.name}
        back={{ href: `/rounds/${round.id}`, label: round.name }}
      />
      <ErrorSummary problems={faults} />
      <Form action={`/rounds/${round.id}/extensions`}>
        <HiddenField name="unit" value={unit.id} />
        <DayField
          name="until"
          label="Được nộp đến hết ngày"
          value={typed.until}
          error={error('until')}
        />
        <TextArea
          name="reason"
          label="Lý do gia hạn"
          value={typed.reason}
          error={error('reason')}
        />
        <Actions>
          <Button kind="primary" big>
            Gia hạn
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
