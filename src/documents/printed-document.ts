import { documentKindName } from './document-kinds.ts';
import {
  capitals,
  closing,
  listLines,
  numberLine,
  placeAndDate,
  recipientLines,
  roman,
} from './document-rules.ts';
import { legible } from './legible.ts';
import type { Annex, Block, OfficialDocument, Run, Signature, Table } from './official-document.ts';
import { numbered } from './section-numbers.ts';

/** A block whose words stand as they will on paper: numbers, dashes and capitals included. */
export type PrintedBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph' | 'item'; readonly runs: readonly Run[] }
  | Table;

export interface PrintedAnnex {
  readonly label: string;
  readonly name: string;
  readonly attachedTo: string;
  readonly landscape: boolean;
  readonly blocks: readonly PrintedBlock[];
}

/**
 * Every word of the document as printed, in reading order. The three renderings lay these
 * words out and add none, so paper, file and screen cannot differ.
 */
export interface PrintedDocument {
  /** For the file's properties, not on paper. */
  readonly title: string;
  readonly author: string;
  /** `2025-02-05`, empty until issued. */
  readonly issuedOn: string;
  readonly parent: string;
  readonly issuer: string;
  readonly number: string;
  readonly nation: string;
  readonly motto: string;
  readonly placeAndDate: string;
  /** Of a letter: `V/v …`; such a document has neither type name nor summary. */
  readonly subject: string;
  readonly typeName: string;
  readonly summary: string;
  readonly addressLead: string;
  /** One stands beside the lead, several are dashed lines under it. */
  readonly addressees: readonly string[];
  readonly decidedBy: string;
  readonly legalBases: readonly string[];
  readonly enactment: string;
  readonly blocks: readonly PrintedBlock[];
  readonly secretary?: Signature;
  readonly signature: Signature;
  readonly recipientsLabel: string;
  readonly recipients: readonly string[];
  readonly annexes: readonly PrintedAnnex[];
}

/** The document in printed words. Absent parts are empty texts or lists. */
export function printed(document: OfficialDocument): PrintedDocument {
  const { kind, issuer, recipients } = document;
  const isLetter = kind === 'CV';
  const name = document.typeName ?? documentKindName(kind);
  return legible({
    title: isLetter ? `V/v ${document.summary}` : `${name}: ${document.summary}`,
    author: issuer.name,
    issuedOn: document.date ?? '',
    parent: capitals(issuer.parent ?? ''),
    issuer: capitals(issuer.name),
    number: numberLine(document.number, document.symbol),
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    placeAndDate: placeAndDate(document.place, document.date, document.year),
    subject: isLetter ? `V/v ${document.summary}` : '',
    typeName: isLetter ? '' : capitals(name),
    summary: isLetter ? '' : document.summary,
    addressLead: document.addressees?.length ? 'Kính gửi:' : '',
    addressees: addresseeLines(document.addressees ?? []),
    decidedBy: capitals(document.decidedBy ?? ''),
    legalBases: listLines(document.legalBases ?? []),
    enactment: document.decidedBy ? `${capitals(name)}:` : '',
    blocks: bodyBlocks(document),
    signature: document.signature,
    ...(document.secretary && { secretary: document.secretary }),
    recipientsLabel: recipients.length ? 'Nơi nhận:' : '',
    recipients: recipientLines(recipients),
    annexes: (document.annexes ?? []).map((annex, at, all) =>
      printedAnnex(document, annex, all.length > 1 ? at + 1 : 0),
    ),
  });
}

/** One addressee stays bare beside "Kính gửi:"; several become dashed lines. */
function addresseeLines(addressees: readonly string[]): string[] {
  return addressees.length > 1 ? recipientLines(addressees) : [...addressees];
}

/**
 * An annex is numbered only where there are several. Its reference to the document keeps
 * number and day open: the electronic original leaves them so (Decree 30/2020, annex I).
 */
function printedAnnex(document: OfficialDocument, annex: Annex, number: number): PrintedAnnex {
  const type = document.typeName ?? documentKindName(document.kind);
  const year = document.date?.slice(0, 4) ?? document.year ?? '......';
  return {
    label: number ? `Phụ lục ${roman(number)}` : 'Phụ lục',
    name: capitals(annex.name),
    attachedTo: `(Kèm theo ${type} số ....../${document.symbol} ngày ...... tháng ...... năm ${year} của ${document.issuer.name})`,
    landscape: annex.landscape ?? false,
    blocks: printedBlocks(annex.blocks),
  };
}

function printedBlocks(blocks: readonly Block[]): PrintedBlock[] {
  return numbered(blocks).flatMap((block): PrintedBlock[] => {
    if (block.kind !== 'list') return [block];
    return block.items.map((item) => ({ kind: 'item', runs: [plain('- '), ...item] }));
  });
}

/** A certificate is given into someone's hands: its words end without the sign of a document. */
function bodyBlocks({ kind, body }: OfficialDocument): PrintedBlock[] {
  return kind === 'GCN' ? printedBlocks(body) : closed(printedBlocks(body));
}

/** The body with its closing sign; after a table or a heading that sign has its own line. */
function closed(blocks: readonly PrintedBlock[]): PrintedBlock[] {
  const last = blocks.at(-1);
  if (!last || !('runs' in last)) return [...blocks, { kind: 'paragraph', runs: [plain('./.')] }];
  const missing = closing(last.runs.map((run) => run.text).join(''));
  const runs = missing ? [...last.runs, plain(missing)] : last.runs;
  return [...blocks.slice(0, -1), { kind: last.kind, runs }];
}

function plain(text: string): Run {
  return { kind: 'text', text };
}
