import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { OfficialDocument } from './official-document.ts';
import { printed } from './printed-document.ts';

const TEMPLATE = 'src/documents/official-document.typ';
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
/** Compiled pages are remembered for this many documents, then forgotten: memory stays flat. */
const REMEMBERED = 8;

interface Typesetter {
  readonly compiler: NodeCompiler;
  readonly template: string;
}

let ready: Promise<Typesetter> | undefined;

/**
 * The document as tagged PDF, fonts inside, text searchable, A4 by Decree 30/2020. A dated
 * document is PDF/A-2a; a draft cannot be, since an archive copy must state its date, nor can
 * words with a sign that Tinos lacks (☐, a private mark): those stay plain PDF 1.7.
 * The same document gives the same bytes. Rejects with the compiler's words if it finds the
 * template wrong; what a person typed cannot cause that, being data only.
 */
export async function documentPdf(document: OfficialDocument): Promise<Uint8Array> {
  ready ??= typesetter();
  const { compiler, template } = await ready;
  const inputs = { document: JSON.stringify(printed(document)) };
  const compiled = compiler.compile({ mainFilePath: template, inputs });
  const page = compiled.result;
  if (!page) throw new Error(`${TEMPLATE}: ${explain(compiler, compiled.takeError())}`);
  const bytes = document.date ? archived(compiler, page) : plain(compiler, page);
  compiler.evictCache(REMEMBERED);
  // The compiler frees its pages only when the event loop turns: a batch of 400 awaited in a
  // row kept 1 GB. The turn also lets other requests in between two documents.
  await nextTurn();
  return bytes;
}

/** PDF/A refuses words it cannot show; a person's odd sign must not stop a document. */
function archived(compiler: NodeCompiler, page: NodeTypstDocument): Uint8Array {
  try {
    return compiler.pdf(page, { pdfStandard: 'a-2a', pdfTags: true });
  } catch {
    return plain(compiler, page);
  }
}

function plain(compiler: NodeCompiler, page: NodeTypstDocument): Uint8Array {
  return compiler.pdf(page, { pdfStandard: '1.7', pdfTags: true });
}

/**
 * Loading the compiler and four fonts takes longer than setting a document: done once, at the
 * first one, so that the start of the server does not wait for it.
 */
async function typesetter(): Promise<Typesetter> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const root = projectRoot();
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: fonts(root) }] });
  return { compiler, template: join(root, TEMPLATE) };
}

/** Tinos has the metrics of Times New Roman and a licence that lets it travel inside a file. */
function fonts(root: string): Buffer[] {
  const require = createRequire(join(root, 'package.json'));
  const home = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
  return FACES.map((face) => readFileSync(join(home, face, `Tinos_${face}.ttf`)));
}

/**
 * The repository's root: the first folder above this file that holds the template. True for
 * the source as for the bundle `build/server.mjs`, whatever the current folder is.
 */
function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, TEMPLATE))) {
    if (folder === dirname(folder))
      throw new Error(`${TEMPLATE} is missing above ${import.meta.dirname}`);
    folder = dirname(folder);
  }
  return folder;
}

function explain(
  from: NodeCompiler,
  error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null,
) {
  return error ? JSON.stringify(from.fetchDiagnostics(error)) : 'no page';
}
