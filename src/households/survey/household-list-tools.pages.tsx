import { Actions, Button } from '../../shared/html/button.tsx';
import { RadioField, SelectField } from '../../shared/html/choices.tsx';
import { errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { TextField } from '../../shared/html/inputs.tsx';
import { Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { PURPOSES } from '../registry/purpose.ts';
import type { CommuneReview, ReviewRound } from '../rounds/review-round.ts';
import { filterQuery, type HouseholdFilter } from './household-filter.ts';
import type { ListedHousehold } from './household-list.ts';
import { WHYS } from './survey.ts';

interface ToolsProps {
  /** The address of the list. */
  readonly action: string;
  readonly round: ReviewRound;
  readonly commune: CommuneReview;
  readonly filter: HouseholdFilter;
  readonly households: readonly ListedHousehold[];
  readonly purpose?: string | undefined;
  readonly mayReview: boolean;
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly faults?: readonly FieldProblem[];
}

/** What one does with a list besides reading it: names for a purpose, one household more. */
export function HouseholdListTools(props: ToolsProps) {
  const { households, purpose, mayReview, commune } = props;
  return (
    <>
      {households.length > 0 && !purpose ? <NamesPanel {...props} /> : null}
      {mayReview && commune.status === 'open' ? <ListingPanel {...props} /> : null}
    </>
  );
}

function fieldOf({ typed = {}, faults = [] }: ToolsProps) {
  return (name: string) => ({ name, value: typed[name], error: errorOf(faults, name) });
}

function NamesPanel(props: ToolsProps) {
  const { action, filter } = props;
  const field = fieldOf(props);
  const choices = Object.entries(PURPOSES).map(([value, label]) => ({ value, label }));
  return (
    <Panel title="Hiện họ tên chủ hộ" id="names">
      <p>Xem họ tên đầy đủ phải nêu mục đích. Ai xem, xem hộ nào, lúc nào đều được ghi lại.</p>
      <Form action={`${action}?${filterQuery(filter, { after: filter.after })}`}>
        <SelectField
          {...field('purpose')}
          label="Mục đích"
          nothing="Chọn mục đích"
          {...{ choices }}
        />
        <TextField {...field('words')} label="Ghi rõ thêm" optional maxlength={200} />
        <Actions>
          <Button name="as" value="page">
            Hiện họ tên trang này
          </Button>
          <Button name="as" value="sheet" icon="download">
            Tải Excel kèm họ tên
          </Button>
        </Actions>
      </Form>
    </Panel>
  );
}

function ListingPanel(props: ToolsProps) {
  const { round, commune } = props;
  const field = fieldOf(props);
  const why = Object.entries(WHYS).map(([value, label]) => ({ value, label }));
  return (
    <Panel title="Đưa thêm hộ vào danh sách rà soát" id="listings">
      <p>
        Hộ trong danh sách năm trước đã có sẵn. Thêm hộ có giấy đề nghị (Mẫu 01) hoặc hộ phát hiện
        khi đi rà soát.
      </p>
      <Form action={`/review-rounds/${round.id}/communes/${commune.communeId}/listings`}>
        <TextField
          {...field('code')}
          label="Mã hộ"
          hint="Như in ở sổ hộ, ví dụ MT-004."
          autocomplete="off"
        />
        <RadioField {...field('why')} label="Vì sao rà soát" choices={why} />
        <Actions>
          <Button icon="add">Đưa vào danh sách</Button>
        </Actions>
      </Form>
    </Panel>
  );
}
