import type { ComponentChildren } from 'preact';
import { Fault, fieldId, tieOf } from './field.tsx';
import { Missing } from './texts.tsx';

export interface ReportFieldRowProps {
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
  /** As shown; `undefined` when it is not known. */
  readonly lastYear?: ComponentChildren;
  /** What was typed last, right or wrong. */
  readonly value?: string | undefined;
  /** `text`: a remark of some lines over the whole width. */
  readonly kind?: 'number' | 'text';
  /** Where a prefilled value comes from, as words or a link. */
  readonly source?: ComponentChildren;
  readonly error?: string | undefined;
  /** A warning that may stand with a reason. */
  readonly warning?: RowWarning | undefined;
  readonly returned?: RowReturn | undefined;
  readonly readonly?: boolean;
}

export interface RowWarning {
  readonly message: string;
  /** The name of the field for "giữ nguyên, vì…", and what was typed there. */
  readonly reasonName: string;
  readonly reason?: string | undefined;
}

export interface RowReturn {
  readonly by: string;
  readonly reason: string;
}

/** One figure of a report: name | unit | last year | input | source, remarks under it. */
export function ReportFieldRow(props: ReportFieldRowProps) {
  const { name, label, unit, lastYear, kind = 'number', source, error, warning, returned } = props;
  const id = fieldId(name);
  return (
    <div class={`report-row report-${kind}`} data-field={name}>
      {returned ? <Returned {...returned} /> : null}
      <label class="report-name" for={id}>
        {label}
      </label>
      {kind === 'number' ? <span class="unit">{unit}</span> : null}
      {kind === 'number' ? (
        <span class="report-then">
          <span class="then-word">Năm trước: </span>
          {lastYear ?? <Missing />}
        </span>
      ) : null}
      <div class="report-input">
        <RowInput {...props} />
      </div>
      <div class="report-source">{source}</div>
      {error ? (
        <div class="report-talk tone-late">
          <Fault id={`${id}-fault`} message={error} />
        </div>
      ) : null}
      {warning ? <Warned id={id} warning={warning} /> : null}
    </div>
  );
}

function RowInput({ name, value, kind, error, warning, readonly }: ReportFieldRowProps) {
  const tie = tieOf({ name, error, optional: true });
  const warned = warning ? `${tie.id}-warning` : undefined;
  const described = [tie['aria-describedby'], warned].filter(Boolean).join(' ') || undefined;
  const all = { ...tie, 'aria-describedby': described, readonly };
  if (kind === 'text')
    return (
      <textarea class="input" rows={4} {...all}>
        {value}
      </textarea>
    );
  return (
    <input
      class="input input-number"
      inputmode="decimal"
      autocomplete="off"
      value={value}
      {...all}
    />
  );
}

function Warned({ id, warning }: { readonly id: string; readonly warning: RowWarning }) {
  const reasonId = fieldId(warning.reasonName);
  return (
    <div class="report-talk tone-due">
      <p id={`${id}-warning`}>
        <strong>Cần xem lại: </strong>
        {warning.message}
      </p>
      <div class="field">
        <label class="label" for={reasonId}>
          Giữ nguyên, vì…
        </label>
        <input class="input" id={reasonId} name={warning.reasonName} value={warning.reason} />
      </div>
    </div>
  );
}

function Returned({ by, reason }: RowReturn) {
  return (
    <p class="report-talk tone-late">
      <span>
        <strong>{by} trả lại: </strong>
        {reason}
      </span>
    </p>
  );
}
