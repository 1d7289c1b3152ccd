import { readPlanFile } from '../../movements/reading/plan-file.ts';
import { parsePlan } from '../../movements/reading/plan-parsing.ts';
import { type Day, officialDay } from '../../shared/day.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import type { PlanWords } from './report-block-generator.ts';

/** A plan as it is kept. */
export interface KeptPlan {
  readonly kind: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly title: string;
  readonly issuedOn: Day | null;
  readonly issuedYear: number | null;
  readonly fileName: string;
  readonly fileBytes: Uint8Array;
  readonly headings: ReadonlyMap<string, string>;
}

/** What the report takes from the plan; without a plan, nothing. `issuer` issued it. */
export function planWords(plan: KeptPlan | undefined, issuer: string): PlanWords {
  if (!plan) return { citation: '', headings: new Map() };
  return { citation: citationOf(plan, issuer), headings: plan.headings };
}

/** `Kế hoạch số 1560/KH-UBND ngày 15 tháng 7 năm 2022 của …`; what the file left blank is left out. */
export function citationOf(plan: KeptPlan, issuer: string): string {
  const { number, symbol, issuedOn, issuedYear, title } = plan;
  const kind = plan.kind.charAt(0) + plan.kind.slice(1).toLocaleLowerCase('vi');
  const numbered = number ? ` số ${[number, symbol].filter(Boolean).join('/')}` : '';
  const day = issuedOn ? ` ${officialDay(issuedOn)}` : issuedYear ? ` năm ${issuedYear}` : '';
  const about = lowerFirst(title);
  return `${kind}${numbered}${day} của ${issuer} về ${about}`;
}

/** The plan's own legal bases, then the plan itself, as "Căn cứ" lines. */
export function legalBasesOf(plan: KeptPlan | undefined, issuer: string): string[] {
  if (!plan) return [];
  const { legalBases } = parsePlan(readPlanFile(plan.fileName, plan.fileBytes));
  const cited = legalBases.filter(({ documents }) => documents.length > 0);
  return [...cited.map(({ text }) => bareBasis(text)), `Căn cứ ${citationOf(plan, issuer)}`];
}

/** The last basis of a plan often runs on into its opening (`…, Ủy ban … ban hành … như sau:`). */
function bareBasis(text: string): string {
  return text
    .replace(/,[^,]*\b(ban hành|xây dựng)\b.*như sau\s*:?\s*$/u, '')
    .replace(/[;.,:\s]+$/, '');
}
