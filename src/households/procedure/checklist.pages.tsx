import { ButtonLink } from '../../shared/html/button.tsx';
import { Duties } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { Check } from './procedure-state.ts';

/** What must hold, done or not; each that is not leads to the place that mends it. */
export function Checklist({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <Duties
      duties={checks.map(({ key, done, sentence, label, href }) => ({
        key,
        title: sentence,
        facts: <Status tone={done ? 'done' : 'due'}>{done ? 'Đã xong' : 'Còn phải làm'}</Status>,
        action: done ? undefined : <ButtonLink href={href}>{label}</ButtonLink>,
      }))}
    />
  );
}
