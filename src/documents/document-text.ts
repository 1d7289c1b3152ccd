import { createHash } from 'node:crypto';
import type { OfficialDocument, Run, Signature, Table } from './official-document.ts';
import { type PrintedBlock, printed } from './printed-document.ts';

/**
 * The whole document as plain text: one line a paragraph, tabs between table cells, in
 * reading order. Equal texts mean equal words on paper, in the file and on the screen.
 */
export function documentText(document: OfficialDocument): string {
  const page = printed(document);
  return [
    ...[page.parent, page.issuer, page.number, page.subject, page.nation, page.motto],
    ...[page.placeAndDate, page.typeName, page.summary, page.addressLead, ...page.addressees],
    ...[page.decidedBy, ...page.legalBases, page.enactment],
    ...page.blocks.flatMap(blockLines),
    ...(page.secretary ? signatureLines(page.secretary) : []),
    ...signatureLines(page.signature),
    ...[page.recipientsLabel, ...page.recipients],
    ...page.annexes.flatMap((annex) => [
      ...[annex.label, annex.name, annex.attachedTo],
      ...annex.blocks.flatMap(blockLines),
    ]),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * SHA-256, in hexadecimal, of the document's canonical JSON: the same content gives the same
 * fingerprint whatever the order of its keys; any change of content gives another.
 */
export function fingerprint(document: OfficialDocument): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}

/** JSON with sorted keys and without absent values. */
function canonicalJson(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? sorted(value) : value,
  );
}

function sorted(record: object): object {
  const entries = Object.entries(record);
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function blockLines(block: PrintedBlock): string[] {
  if (block.kind === 'table') return tableLines(block);
  return [block.kind === 'heading' ? block.text : joined(block.runs)];
}

function tableLines(table: Table): string[] {
  return [
    ...[table.caption ?? '', table.unit ?? ''],
    ...table.header.map((cells) => cells.map((cell) => cell.text).join('\t')),
    ...table.rows.map((row) => row.cells.map((cell) => joined(cell.runs)).join('\t')),
  ];
}

function signatureLines(signature: Signature): string[] {
  return [...signature.authority, signature.name];
}

function joined(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
