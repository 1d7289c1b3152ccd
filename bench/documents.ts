/**
 * A report of about ten pages as Word and PDF, against the usual ways: docxtemplater filling
 * a like template, LibreOffice converting the same Word file. Every run sets a document
 * with other words, so nothing comes out of a cache. Run: `node bench/documents.ts`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Document,
  Packer,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { documentDocx } from '../src/documents/document-docx.ts';
import { documentPdf } from '../src/documents/document-pdf.ts';
import { reportSample } from '../src/documents/fixtures/report-sample.ts';
import type { OfficialDocument } from '../src/documents/official-document.ts';
import { type PrintedBlock, printed } from '../src/documents/printed-document.ts';

const WARM_UP = 5;

/** The sample with every sentence and every name changed. */
function reportNumber(n: number): OfficialDocument {
  const json = JSON.stringify({ ...reportSample(), number: n + 1 });
  return JSON.parse(json.replaceAll('Các cấp', `Cấp ${n}`).replaceAll('Xã ', `Xã ${n} `));
}

/** The median run in milliseconds. */
async function median(
  runs: number,
  work: (n: number) => unknown,
  warmUp = WARM_UP,
): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < runs + warmUp; n++) {
    const start = performance.now();
    await work(n);
    if (n >= warmUp) times.push(performance.now() - start);
  }
  return times.sort((left, right) => left - right)[Math.floor(runs / 2)] ?? Number.NaN;
}

function line(text: string, style: { bold?: boolean; size?: number } = {}): Paragraph {
  const run = new TextRun({
    text,
    font: 'Times New Roman',
    size: style.size ?? 28,
    bold: style.bold,
  });
  return new Paragraph({ alignment: 'both', spacing: { before: 120 }, children: [run] });
}

function tableOf(loop: string, columns: number): Table {
  const cell = (text: string) => new TableCell({ children: [line(text, { size: 24 })] });
  const fields = Array.from({ length: columns }, (_, at) => `{c${at}}`);
  fields[0] = `{#${loop}}${fields[0]}`;
  fields[columns - 1] += `{/${loop}}`;
  const head = new TableRow({
    tableHeader: true,
    children: fields.map((_, at) => cell(`Cột ${at}`)),
  });
  return new Table({ rows: [head, new TableRow({ children: fields.map(cell) })] });
}

/** What an office would prepare in Word: fields, loops over paragraphs and over table rows. */
function template(): Promise<Buffer> {
  const top = ['{parent}', '{issuer}', '{number}', '{nation}', '{motto}', '{placeAndDate}'];
  const loop = (name: string) => [line(`{#${name}}`), line('{text}'), line(`{/${name}}`)];
  const main = [
    ...[...top, '{typeName}', '{summary}'].map((field) => line(field, { bold: true })),
    ...[...loop('addressees'), ...loop('legalBases'), ...loop('before')],
    ...[tableOf('rows', 6), ...loop('after'), line('{signer}'), ...loop('recipients')],
  ];
  const type = SectionType.NEXT_PAGE;
  return Packer.toBuffer(
    new Document({
      sections: [
        { children: main },
        { properties: { type }, children: [tableOf('annex1', 6)] },
        { properties: { type }, children: [tableOf('annex2', 9)] },
      ],
    }),
  );
}

function rowsOf(block: PrintedBlock | undefined): Record<string, string>[] {
  if (block?.kind !== 'table') return [];
  return block.rows.map((row) =>
    Object.fromEntries(
      row.cells.map((cell, at) => [`c${at}`, cell.runs.map((run) => run.text).join('')]),
    ),
  );
}

function textsOf(blocks: readonly PrintedBlock[]): { text: string }[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [];
    return 'text' in block ? [block] : [{ text: block.runs.map((run) => run.text).join('') }];
  });
}

function filled(source: Buffer, document: OfficialDocument): Buffer {
  const page = printed(document);
  const at = page.blocks.findIndex((block) => block.kind === 'table');
  const texts = (lines: readonly string[]) => lines.map((text) => ({ text }));
  const word = new Docxtemplater(new PizZip(source), { paragraphLoop: true });
  word.render({
    ...page,
    addressees: texts(page.addressees),
    legalBases: texts(page.legalBases),
    recipients: texts(page.recipients),
    before: textsOf(page.blocks.slice(0, at)),
    after: textsOf(page.blocks.slice(at)),
    rows: rowsOf(page.blocks[at]),
    annex1: rowsOf(page.annexes[0]?.blocks[0]),
    annex2: rowsOf(page.annexes[1]?.blocks[1]),
    signer: page.signature.name,
  });
  return word.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

async function libreOffice(): Promise<number | undefined> {
  if (spawnSync('soffice', ['--version']).error) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'chung-tay-bench-'));
  const convert = async (n: number) => {
    const file = join(folder, `${n}.docx`);
    writeFileSync(file, await documentDocx(reportNumber(n)));
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'ignore',
    });
  };
  const time = await median(3, convert, 1);
  rmSync(folder, { recursive: true });
  return time;
}

const source = await template();
const reports = Array.from({ length: 40 + WARM_UP }, (_, n) => reportNumber(n));
const report = (n: number) => reports[n % reports.length] ?? reportNumber(n);
const docx = await median(40, (n) => documentDocx(report(n)));
const templater = await median(40, (n) => filled(source, report(n)));
const pdf = await median(40, (n) => documentPdf(report(n)));
const office = await libreOffice();
const times = (count: number | undefined, base: number) =>
  count === undefined ? 'không có' : `${(count / base).toFixed(1)} ×`;

console.table([
  { file: 'DOCX', way: 'documentDocx', ms: docx.toFixed(1), slower: '1 ×' },
  { file: 'DOCX', way: 'docxtemplater', ms: templater.toFixed(1), slower: times(templater, docx) },
  { file: 'PDF', way: 'documentPdf', ms: pdf.toFixed(1), slower: '1 ×' },
  { file: 'PDF', way: 'LibreOffice', ms: office?.toFixed(0) ?? '—', slower: times(office, pdf) },
]);
