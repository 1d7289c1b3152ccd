import { documentDocx } from '../../documents/document-docx.ts';
import { documentPdf } from '../../documents/document-pdf.ts';
import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import type { House } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import type { Round } from '../rounds/round.ts';
import { type BuiltDraft, buildDraft } from './consolidated-report.actions.ts';
import { hasWritten, mayIssueDocument } from './consolidated-report.policy.ts';
import { insertDocument, loadWriters, takeTurn } from './consolidated-report.sql.ts';
import { blockFaults, type IssueWish, notAccepted } from './consolidated-report-checks.ts';
import { figureBook } from './consolidated-report-figures.ts';
import { takeNumber } from './consolidated-report-numbers.sql.ts';
import { snapshotOf } from './consolidated-report-snapshot.ts';

interface Rendered extends BuiltDraft {
  readonly docx: Uint8Array;
  readonly pdf: Uint8Array;
}

/**
 * Issues the report: number, day, signer, and from then on frozen with its fingerprint, DOCX
 * and PDF. The files are made before the transaction opens; inside it the document is
 * described again and must be the same, or whoever was faster is told of. One transaction:
 * draft closed by its version, number taken, document stored, one event. Gives its id.
 */
export async function issueReport(
  house: House,
  person: Person,
  round: Round,
  version: number,
  wish: IssueWish,
): Promise<string> {
  const made = await render(house, person, round, wish);
  return act(house, person, async (tx, now) => {
    if (!(await takeTurn(tx, made.draft.id, version, { status: 'issued' })))
      throw new Problem('changedMeanwhile', { what: 'Dự thảo báo cáo' });
    const again = await buildDraft(tx, round, wish.date, issueOf(wish));
    if (again?.fingerprint !== made.fingerprint)
      throw new Problem('changedMeanwhile', { what: 'Số liệu của báo cáo' });
    const id = await store(tx, made, wish, { person, now });
    const { symbol } = made.draft.header;
    const detail = { number: wish.number, symbol, fingerprint: made.fingerprint };
    return [id, { noun: 'document', subjectId: id, verb: 'issue', detail }];
  });
}

function issueOf({ number, date, signing, signer }: IssueWish) {
  return { number, date, header: { signing, signer } };
}

/** Asks all that must hold before issue, then sets the pages. */
async function render(
  house: House,
  person: Person,
  round: Round,
  wish: IssueWish,
): Promise<Rendered> {
  const built = found(
    await buildDraft(house.db, round, wish.date, issueOf(wish)),
    'dự thảo báo cáo của kỳ này',
  );
  const { draft, sources, document } = built;
  must(mayIssueDocument(person, draft.issuerId), 'việc ban hành báo cáo này');
  if (hasWritten(person, await loadWriters(house.db, draft.id))) throw new Problem('ownDocument');
  if (draft.status === 'issued') throw new Problem('documentIssued');
  const [fault] = blockFaults(draft, sources);
  if (fault) throw new Problem('documentIncomplete', { why: fault.message });
  const waiting = notAccepted(sources).length;
  if (waiting > 0 && !wish.despite)
    throw new Problem('documentIncomplete', {
      why: `Còn ${waiting} đơn vị chưa có số liệu được chấp nhận.`,
    });
  const [docx, pdf] = await Promise.all([documentDocx(document), documentPdf(document)]);
  return { ...built, docx, pdf };
}

async function store(
  tx: Parameters<typeof takeNumber>[0],
  { draft, document, sources, fingerprint, docx, pdf }: Rendered,
  { number, date }: IssueWish,
  { person, now }: { readonly person: Person; readonly now: Date },
): Promise<string> {
  const { header, issuerId } = draft;
  const free = await takeNumber(tx, { unitId: issuerId, date, kind: document.kind, number });
  if (!free) throw numberTaken(number, date.slice(0, 4));
  const id = newId();
  const figures = snapshotOf(document, figureBook(sources, header.series));
  await insertDocument(tx, {
    ...{ id, reportId: draft.id, unitId: issuerId, number, symbol: header.symbol, issuedOn: date },
    ...{ title: header.summary, description: document, figures, fingerprint, docx, pdf },
    ...{ issuedAt: now, person },
  });
  return id;
}

function numberTaken(number: number, year: string): Problem {
  const message = `Số ${number} của năm ${year} đã dùng cho một văn bản khác. Hãy lấy số tiếp theo.`;
  return new Problem('invalidForm', {}, [{ field: 'number', message }]);
}
