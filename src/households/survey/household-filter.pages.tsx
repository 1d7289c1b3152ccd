import { Button, buttonClass } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { Filters } from '../../shared/html/form.tsx';
import { HiddenField, TextField } from '../../shared/html/inputs.tsx';
import { MARKS } from '../household-marks.ts';
import type { Village } from '../rounds/review-round.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { type HouseholdFilter, isNarrowed, LISTED, SORTS, WAY_NAMES } from './household-filter.ts';

interface FiltersProps {
  /** The address of the list. */
  readonly action: string;
  readonly filter: HouseholdFilter;
  readonly villages: readonly Village[];
  readonly standard: PovertyStandard;
}

/** Words and village in sight, the rarer questions folded under "Lọc thêm". */
export function HouseholdFilters(props: FiltersProps) {
  const { action, filter, villages } = props;
  return (
    <Filters action={action}>
      <TextField
        name="words"
        idPrefix="q"
        label="Mã hộ hoặc họ tên chủ hộ"
        type="search"
        value={filter.words}
        autocomplete="off"
        optional
      />
      {villages.length > 1 ? (
        <SelectField
          name="village"
          label="Thôn, bản"
          optional
          value={filter.villageId}
          nothing="Mọi thôn, bản"
          choices={villages.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {filter.closing ? <HiddenField name="closing" value={filter.closing} /> : null}
      <Button icon="search">Lọc</Button>
      <MoreFilters {...props} />
      {isNarrowed(filter) ? <a href={action}>Bỏ lọc</a> : null}
    </Filters>
  );
}

function MoreFilters({ filter, standard }: FiltersProps) {
  const { listed, change, mark, deprived, sort } = filter;
  return (
    <details class="action-reason" open={Boolean(listed ?? change ?? mark ?? deprived ?? sort)}>
      <summary class={buttonClass('quiet')}>Lọc thêm, sắp xếp</summary>
      <div class="action-body">
        {select('listed', 'Danh sách rà soát', listed, LISTED)}
        {select('change', 'Biến động trong năm', change, WAY_NAMES)}
        {select('mark', 'Đối tượng, nguyên nhân, nhu cầu', mark, MARKS)}
        {select('deprived', 'Chỉ số thiếu hụt', deprived, indicatorNames(standard))}
        <SelectField
          name="sort"
          label="Sắp xếp theo"
          optional
          value={sort ?? 'code'}
          choices={choicesOf(SORTS)}
        />
      </div>
    </details>
  );
}

type Names = Readonly<Record<string, string>>;

function select(name: string, label: string, value: string | undefined, names: Names) {
  const choices = choicesOf(names);
  return <SelectField optional nothing="Tất cả" {...{ name, label, value, choices }} />;
}

function choicesOf(names: Names) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

function indicatorNames({ indicators }: PovertyStandard): Names {
  return Object.fromEntries(indicators.map(({ key, name }) => [key, name]));
}
