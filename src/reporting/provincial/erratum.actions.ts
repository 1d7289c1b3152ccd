import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import type { Db, House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import type { Round } from '../rounds/round.ts';
import { mayWriteDocument } from './consolidated-report.policy.ts';
import { loadDraft } from './consolidated-report.sql.ts';
import { causeOf, changesSince } from './consolidated-report-changes.ts';
import { figureBook } from './consolidated-report-figures.ts';
import {
  holdDocument,
  insertErratum,
  loadDocumentOf,
  loadErrata,
  loadSourceEvents,
} from './consolidated-report-issued.sql.ts';
import { loadSources } from './consolidated-report-sources.sql.ts';
import type { WatchedDocument } from './erratum-change.ts';

/** The issued report of a round, compared with the figures of now; `undefined`: not issued. */
export async function watchDocument(
  db: Db | Tx,
  round: Round,
): Promise<WatchedDocument | undefined> {
  const document = await loadDocumentOf(db, round.id);
  const draft = document && (await loadDraft(db, round.id));
  if (!document || !draft) return undefined;
  const errata = await loadErrata(db, document.id);
  const sources = await loadSources(db, round, document.issuedOn);
  const corrected = errata.flatMap(({ lines }) => lines);
  const book = figureBook(sources, draft.header.series);
  const lines = changesSince(document.figures, corrected, book);
  const events = lines.length > 0 ? await loadSourceEvents(db, round.id, document.issuedAt) : [];
  const partsOf = (slug: string) => {
    const figure = sources.figures.find((one) => one.slug === slug);
    return [slug, figure?.numeratorSlug ?? slug, figure?.denominatorSlug ?? slug];
  };
  const changes = lines.map((line) => ({ ...line, cause: causeOf(line.ref, events, partsOf) }));
  return { document, errata, changes };
}

/** Makes an erratum of all that differs now; `nothingToCorrect` where nothing does. */
export function makeErratum(
  house: House,
  person: Person,
  round: Round,
  note: string,
): Promise<string> {
  must(mayWriteDocument(person, round), 'việc lập đính chính');
  return act(house, person, async (tx, at) => {
    const issued = found(await loadDocumentOf(tx, round.id), 'văn bản đã ban hành của kỳ này');
    await holdDocument(tx, issued.reportId);
    const { changes = [] } = (await watchDocument(tx, round)) ?? {};
    if (changes.length === 0) throw new Problem('nothingToCorrect');
    const lines = changes.map(({ ref, name, was, now }) => ({ ref, name, was, now }));
    const made = { documentId: issued.id, lines, note: note || null, at };
    const id = await insertErratum(tx, made, person);
    const detail = { documentId: issued.id, refs: lines.map(({ ref }) => ref) };
    return [id, { noun: 'erratum', subjectId: id, verb: 'open', detail }];
  });
}
