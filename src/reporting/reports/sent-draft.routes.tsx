import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import type { ProblemKey } from '../../shared/problems.ts';
import { formFields, found, param, type Reply, type Request } from '../../shared/web.ts';
import { RefusedDraftPage } from './refused-draft.pages.tsx';
import { loadReportView } from './report-view.sql.ts';

/** What a form or the saving script sent, field by field. */
export function sentDraft(request: Request) {
  const fields = Object.entries(formFields(request));
  const pick = (prefix: string) =>
    new Map(
      fields.flatMap(([name, value]) =>
        name.startsWith(prefix) && value !== undefined ? [[name.slice(prefix.length), value]] : [],
      ),
    );
  const loadedAt = Number(formFields(request).loadedAt);
  return {
    typed: pick('f.'),
    reasons: pick('why.'),
    loadedAt: Number.isFinite(loadedAt) && loadedAt > 0 ? new Date(loadedAt) : null,
    source: 'typed',
  };
}

/** The version of the report that the person saw. */
export function seenVersion(request: Request): number {
  return Number(formFields(request).version ?? -1);
}

const REFUSALS: ReadonlySet<ProblemKey> = new Set([
  'reportClosed',
  'reportNotEditable',
  'stepNotPossible',
]);

/**
 * A report that takes no more writing still gives back what was typed: the page of the refusal
 * lists it, to be copied or sent when the report is open again.
 */
export async function givingBack(
  request: Request,
  reply: Reply,
  house: House,
  write: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await write();
  } catch (error) {
    const { typed } = sentDraft(request);
    const byScript = request.headers.accept === 'application/json';
    if (!(error instanceof Problem) || !REFUSALS.has(error.key) || typed.size === 0 || byScript)
      throw error;
    const view = found(await loadReportView(house.db, param(request, 'id')), 'báo cáo này');
    const page = (
      <RefusedDraftPage frame={request.frame()} message={error.message} {...{ view, typed }} />
    );
    return reply.page(page, error.status);
  }
}
