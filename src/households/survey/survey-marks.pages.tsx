import { CheckList } from '../../shared/html/choices.tsx';
import { Panel } from '../../shared/html/sections.tsx';
import { CAUSES, GROUPS, NEEDS } from '../household-marks.ts';
import type { TypedSurvey } from './survey-draft.ts';

/** Groups, causes and needs; a poor household is asked for its causes and needs. */
export function MarksPanel({ typed }: { readonly typed: TypedSurvey }) {
  const list = (name: string, label: string, names: Readonly<Record<string, string>>) => (
    <CheckList
      {...{ name, label }}
      values={typed.marks}
      choices={Object.entries(names).map(([value, choice]) => ({ value, label: choice }))}
    />
  );
  return (
    <Panel title="Đối tượng, nguyên nhân, nhu cầu">
      <div class="stack columns">
        {list('groups', 'Hộ thuộc đối tượng', GROUPS)}
        {list('causes', 'Nguyên nhân nghèo', CAUSES)}
        {list('needs', 'Nhu cầu hỗ trợ', NEEDS)}
      </div>
    </Panel>
  );
}
