import type { InputHTMLAttributes } from 'preact';
import { Field, type FieldProps } from './field.tsx';

interface TextProps extends FieldProps {
  /** What was typed last, right or wrong: it is never lost. */
  readonly value?: string | undefined;
  readonly autocomplete?: string;
  readonly readonly?: boolean;
  readonly maxlength?: number;
}

export interface TextFieldProps extends TextProps {
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url';
  readonly inputmode?: 'text' | 'numeric' | 'email' | 'tel';
  readonly autofocus?: boolean;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', value, autocomplete, readonly, maxlength, inputmode, autofocus } = props;
  const rest = { type, value, autocomplete, readonly, maxlength, inputmode, autofocus };
  // Preact's types want one literal kind of input; ours is any of the textual ones.
  const typed = rest as InputHTMLAttributes<HTMLInputElement>;
  return <Field {...props}>{(tie) => <input class="input" {...tie} {...typed} />}</Field>;
}

export interface NumberFieldProps extends TextProps {
  /** What is counted: "hộ", "triệu đồng"; stands behind the input. */
  readonly unit?: string;
}

/** A number as text, Vietnamese separators welcome; the server reads it (`parseNumber`). */
export function NumberField(props: NumberFieldProps) {
  const { value, readonly, unit } = props;
  return (
    <Field {...props}>
      {(tie) => (
        <span class="with-unit">
          <input
            class="input input-number"
            inputmode="decimal"
            autocomplete="off"
            {...tie}
            {...{ value, readonly }}
          />
          {unit ? <span class="unit">{unit}</span> : null}
        </span>
      )}
    </Field>
  );
}

/** A day as an office types it, 19/11/2025; the server reads it (`parseDay`). */
export function DayField(props: TextProps) {
  const { value, readonly } = props;
  return (
    <Field {...props} hint={props.hint ?? 'Ngày/tháng/năm, ví dụ 19/11/2025'}>
      {(tie) => (
        <input class="input input-day" autocomplete="off" {...tie} {...{ value, readonly }} />
      )}
    </Field>
  );
}

/** Several lines of text; grows with what is typed. */
export function TextArea(props: TextProps & { readonly rows?: number }) {
  const { value, readonly, maxlength, rows = 4 } = props;
  return (
    <Field {...props}>
      {(tie) => (
        <textarea class="input" {...tie} {...{ readonly, maxlength, rows }}>
          {value}
        </textarea>
      )}
    </Field>
  );
}

export interface FileFieldProps extends FieldProps {
  /** Kinds taken: ".docx,.md". Say them in the hint too. */
  readonly accept?: string;
  readonly multiple?: boolean;
}

/** A file from this machine. Its form needs `enctype="multipart/form-data"`. */
export function FileField(props: FileFieldProps) {
  const { accept, multiple } = props;
  return (
    <Field {...props}>
      {(tie) => <input class="input" type="file" {...tie} {...{ accept, multiple }} />}
    </Field>
  );
}

/** A value that travels with the form unseen. */
export function HiddenField({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
