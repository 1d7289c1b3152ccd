import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';

interface ButtonFace {
  /** What will happen, in office words: "Gửi lãnh đạo duyệt". */
  readonly children: ComponentChildren;
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  /** The one big button of a page. */
  readonly big?: boolean;
}

export interface ButtonProps extends ButtonFace {
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  readonly disabled?: boolean;
  /** Sends the form elsewhere than its own address ("Lưu nháp" beside "Gửi"). */
  readonly formaction?: string;
  /** The id of a form that stands elsewhere on the page. */
  readonly form?: string;
}

export interface ButtonLinkProps extends ButtonFace {
  readonly href: string;
  /** Saves the answer as a file under its own name. */
  readonly download?: boolean;
}

/** A button that sends the form it stands in. */
export function Button({ children, kind, icon, big, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button type={type} class={buttonClass(kind, big)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </button>
  );
}

/** A link dressed as a button: it leads on and changes nothing. */
export function ButtonLink({ children, kind, icon, big, href, download }: ButtonLinkProps) {
  return (
    <a class={buttonClass(kind, big)} href={href} download={download}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </a>
  );
}

/** Buttons side by side, folding under one another where there is no room. */
export function Actions({ children }: { readonly children: ComponentChildren }) {
  return <div class="actions">{children}</div>;
}

/** The classes of a button; also for the summary of a `<details>` that looks like one. */
export function buttonClass(kind: ButtonKind = 'secondary', big = false): string {
  return `button button-${kind}${big ? ' button-big' : ''}`;
}
