import type { ComponentChildren } from 'preact';
import { ToneShape } from './tone.tsx';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** The sentence that mends it. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** Tells apart two fields of one name on a page. */
  readonly idPrefix?: string;
}

/** Attributes that tie an input to its label, hint and fault. Spread them on the input. */
export interface Tie {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
  readonly required: boolean;
}

/** The id of the input of a field; `ErrorSummary` links to it. */
export function fieldId(name: string, prefix = 'f'): string {
  return `${prefix}-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}

/** The attributes of a field's input: its id, and which hint and fault describe it. */
export function tieOf({ name, hint, error, optional, idPrefix }: Omit<FieldProps, 'label'>): Tie {
  const id = fieldId(name, idPrefix);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-fault` : ''].filter(Boolean);
  return {
    id,
    name,
    'aria-describedby': described.join(' ') || undefined,
    'aria-invalid': error ? 'true' : undefined,
    required: !optional,
  };
}

/** The fault of one field, with the sign and word that it is one. */
export function Fault({ id, message }: { readonly id: string; readonly message: string }) {
  return (
    <p class="fault" id={id}>
      <ToneShape tone="late" />
      <span>
        <span class="sr-only">Lỗi: </span>
        {message}
      </span>
    </p>
  );
}

/**
 * Label, hint, fault and input as one. The input is drawn by the caller:
 * `<Field name="ten" label="Tên">{(tie) => <input class="input" {...tie} />}</Field>`.
 * Forms carry `novalidate`: the server's sentences are better than the browser's.
 */
export function Field(props: FieldProps & { readonly children: (tie: Tie) => ComponentChildren }) {
  const tie = tieOf(props);
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <label class="label" for={tie.id}>
        {props.label}
        {props.optional ? <span class="optional"> (không bắt buộc)</span> : null}
      </label>
      {props.hint ? (
        <p class="hint" id={`${tie.id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {props.error ? <Fault id={`${tie.id}-fault`} message={props.error} /> : null}
      {props.children(tie)}
    </div>
  );
}
