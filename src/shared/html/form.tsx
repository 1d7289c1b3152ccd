import type { ComponentChildren } from 'preact';
import { Button, type ButtonKind, buttonClass } from './button.tsx';
import type { IconName } from './icon.tsx';
import { HiddenField, TextArea } from './inputs.tsx';

export interface FormProps {
  readonly action: string;
  readonly id?: string;
  /** The form carries a file. */
  readonly files?: boolean;
  readonly children: ComponentChildren;
}

/** A form of one column that posts. */
export function Form({ action, id, files, children }: FormProps) {
  const enctype = files ? 'multipart/form-data' : undefined;
  return (
    <form class="form" method="post" noValidate {...{ action, id, enctype }}>
      {children}
    </form>
  );
}

/** Fields in a row above a list; asks by address (GET), so the answer can be sent on. */
export function Filters({ action, children }: Pick<FormProps, 'action' | 'children'>) {
  return (
    <form class="filters" method="get" action={action} aria-label="Lọc danh sách">
      {children}
    </form>
  );
}

export interface ActionFormProps {
  readonly action: string;
  /** What will happen: "Trả lại". */
  readonly label: string;
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly big?: boolean;
  /** Values sent along unseen. */
  readonly values?: Readonly<Record<string, string>>;
  /** When given, the button first opens a field for the reason. */
  readonly reason?: ReasonProps;
}

export interface ReasonProps {
  readonly label: string;
  readonly hint?: string;
  /** "reason" unless told. */
  readonly name?: string;
  readonly optional?: boolean;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
}

/** One step of a state as a small form of its own: a button, and a reason where one is due. */
export function ActionForm({
  action,
  label,
  kind,
  icon,
  big,
  values = {},
  reason,
}: ActionFormProps) {
  const button = <Button {...{ kind, icon, big }}>{label}</Button>;
  return (
    <form
      class={reason ? 'action-with-reason' : 'action-form'}
      method="post"
      action={action}
      noValidate
    >
      {Object.entries(values).map(([name, value]) => (
        <HiddenField key={name} {...{ name, value }} />
      ))}
      {reason ? (
        <details class="action-reason" open={Boolean(reason.error)}>
          <summary class={buttonClass(kind === 'danger' ? 'danger' : 'secondary', big)}>
            {label}
          </summary>
          <div class="action-body">
            <TextArea
              {...reason}
              name={reason.name ?? 'reason'}
              rows={3}
              idPrefix={prefixOf(action)}
            />
            {button}
          </div>
        </details>
      ) : (
        button
      )}
    </form>
  );
}

/** Two forms on a page may ask for a reason each: their address tells the ids apart. */
function prefixOf(action: string): string {
  return `f-${action.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}`;
}
