import type { ComponentChildren } from 'preact';
import { Fault, Field, type FieldProps, fieldId, tieOf } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
}

export interface SelectFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly choices: readonly Choice[];
  /** The line for "nothing chosen", e.g. "Chọn đơn vị". */
  readonly nothing?: string;
}

/** One of many, folded away. For up to five choices `RadioField` reads better. */
export function SelectField(props: SelectFieldProps) {
  const { value, choices, nothing } = props;
  return (
    <Field {...props}>
      {(tie) => (
        <select class="input" {...tie}>
          {nothing === undefined ? null : <option value="">{nothing}</option>}
          {choices.map((one) => (
            <option
              key={one.value}
              value={one.value}
              selected={one.value === value}
              disabled={one.disabled}
            >
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export interface CheckFieldProps extends Omit<FieldProps, 'optional'> {
  readonly checked?: boolean;
  /** What is sent when ticked; "yes" unless told. */
  readonly value?: string;
}

/** One box to tick. */
export function CheckField(props: CheckFieldProps) {
  const { label, hint, error, checked, value = 'yes' } = props;
  const tie = tieOf({ ...props, optional: true });
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      {error ? <Fault id={`${tie.id}-fault`} message={error} /> : null}
      <div class="choice">
        <input type="checkbox" {...tie} value={value} checked={checked} />
        <label for={tie.id}>{label}</label>
        <ChoiceHint id={tie.id}>{hint}</ChoiceHint>
      </div>
    </div>
  );
}

export interface GroupProps extends FieldProps {
  readonly choices: readonly Choice[];
}

/** One of a few, all in sight. */
export function RadioField(props: GroupProps & { readonly value?: string | undefined }) {
  return <Group {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />;
}

/** Any of a few, all in sight; the name repeats in what is sent (`formList`). */
export function CheckList(props: GroupProps & { readonly values?: readonly string[] }) {
  return <Group {...props} type="checkbox" chosen={props.values ?? []} />;
}

interface ChosenGroup extends GroupProps {
  readonly type: 'radio' | 'checkbox';
  readonly chosen: readonly string[];
}

function Group({ type, chosen, ...field }: ChosenGroup) {
  const tie = tieOf(field);
  const { label, hint, error, optional, choices } = field;
  return (
    <fieldset
      class={error ? 'field field-wrong' : 'field'}
      aria-describedby={tie['aria-describedby']}
    >
      <legend class="label">
        {label}
        {optional ? <span class="optional"> (không bắt buộc)</span> : null}
      </legend>
      {hint ? (
        <p class="hint" id={`${tie.id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <Fault id={`${tie.id}-fault`} message={error} /> : null}
      <div class="choices">
        {choices.map((one, place) => (
          <OneChoice
            key={one.value}
            {...{ type, one, name: field.name }}
            // The first carries the field's own id, so that the summary of faults can link to it.
            id={place === 0 ? tie.id : fieldId(`${field.name}-${one.value}`, field.idPrefix)}
            checked={chosen.includes(one.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface OneChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  readonly one: Choice;
  readonly checked: boolean;
}

function OneChoice({ id, name, type, one, checked }: OneChoiceProps) {
  const described = one.hint ? `${id}-hint` : undefined;
  return (
    <div class="choice">
      <input
        {...{ id, name, type, checked }}
        value={one.value}
        disabled={one.disabled}
        aria-describedby={described}
      />
      <label for={id}>{one.label}</label>
      <ChoiceHint id={id}>{one.hint}</ChoiceHint>
    </div>
  );
}

function ChoiceHint({
  id,
  children,
}: {
  readonly id: string;
  readonly children?: ComponentChildren;
}) {
  return children ? (
    <p class="hint" id={`${id}-hint`}>
      {children}
    </p>
  ) : null;
}
