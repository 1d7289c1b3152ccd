import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export interface PageHeadProps {
  readonly title: ComponentChildren;
  /** One sentence: what this page answers now. */
  readonly lead?: ComponentChildren;
  readonly back?: { readonly href: string; readonly label: string };
  readonly actions?: ComponentChildren;
}

/** The head of a page with its only `h1`. */
export function PageHead({ title, lead, back, actions }: PageHeadProps) {
  return (
    <header class="page-head">
      <div class="page-head-text">
        {back ? (
          <a class="back" href={back.href}>
            <Icon name="back" />
            {back.label}
          </a>
        ) : null}
        <h1>{title}</h1>
        {lead ? <p class="page-lead">{lead}</p> : null}
      </div>
      {actions ? <div class="actions">{actions}</div> : null}
    </header>
  );
}

export interface SectionProps {
  readonly title: ComponentChildren;
  readonly id?: string;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of a page under an `h2`, straight on the ground. */
export function Section({ title, id, actions, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <div class="panel-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** The same on a sheet of its own. */
export function Panel({ title, id, actions, children }: SectionProps) {
  return (
    <section class="panel" id={id}>
      <div class="panel-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

export interface Duty {
  readonly key: string;
  readonly title: ComponentChildren;
  /** Small facts under it: the unit, a `Status`, a `DeadlineText`. */
  readonly facts?: ComponentChildren;
  /** The one button. */
  readonly action?: ComponentChildren;
}

/** Things to do, oldest first as handed in, one button each. */
export function Duties({ duties }: { readonly duties: readonly Duty[] }) {
  return (
    <ol class="duties">
      {duties.map((duty) => (
        <li class="duty" key={duty.key}>
          <div>
            <p class="duty-title">{duty.title}</p>
            {duty.facts ? <div class="duty-facts">{duty.facts}</div> : null}
          </div>
          {duty.action}
        </li>
      ))}
    </ol>
  );
}
