import type { Import, Source } from './source.ts';

/** What a file may do is written in its suffix; `server`, `html` and `test` follow from its place. */
export type Kind =
  | 'pure'
  | 'policy'
  | 'pages'
  | 'html'
  | 'sql'
  | 'actions'
  | 'routes'
  | 'browser'
  | 'server'
  | 'test';

const SUFFIX = /\.(policy|pages|sql|actions|routes|browser|test)\.tsx?$/;

export function kindOf(file: string): Kind {
  const suffix = SUFFIX.exec(file)?.[1];
  if (suffix === 'test' || file.startsWith('test/') || file.includes('/fixtures/')) return 'test';
  if (file.startsWith('src/server/')) return 'server';
  if (suffix) return suffix as Kind;
  return file.startsWith('src/shared/html/') ? 'html' : 'pure';
}

/** The room of a file: its first folder under `src`. */
function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

/** What each kind may import from any room, and what from its own room only. */
const LAW: Record<Kind, { readonly anywhere: readonly Kind[]; readonly atHome: readonly Kind[] }> =
  {
    pure: { anywhere: ['pure', 'policy'], atHome: [] },
    policy: { anywhere: ['pure', 'policy'], atHome: [] },
    html: { anywhere: ['pure', 'policy', 'html'], atHome: [] },
    pages: { anywhere: ['pure', 'policy', 'html'], atHome: ['pages'] },
    sql: { anywhere: ['pure', 'policy'], atHome: ['sql'] },
    actions: { anywhere: ['pure', 'policy', 'actions'], atHome: ['sql'] },
    routes: {
      anywhere: ['pure', 'policy', 'html', 'actions'],
      atHome: ['sql', 'pages', 'routes'],
    },
    browser: { anywhere: ['pure', 'policy'], atHome: ['browser'] },
    server: {
      anywhere: [
        'pure',
        'policy',
        'html',
        'pages',
        'sql',
        'actions',
        'routes',
        'browser',
        'server',
      ],
      atHome: [],
    },
    test: { anywhere: [], atHome: [] },
  };

/** Packages that only compute: text in, text or bytes out. A pure file may use these. */
const COMPUTING = new Set([
  'docx',
  'fflate',
  'hucre/csv',
  'hucre/xlsx',
  'ical-generator',
  'node:zlib',
  'preact',
  'preact/hooks',
  'saxes',
  'zod',
]);

const FREE_WITH_PACKAGES = new Set<Kind>(['sql', 'actions', 'routes', 'server', 'browser', 'test']);

/** Any rule may say which tone a mark has (done, due, late); drawing it is for pages. */
const TONE = 'type src/shared/html/tone.tsx';

interface Exception {
  /** What it may import, `type` before what only types may come from. */
  readonly allows: readonly string[];
  readonly because: string;
}

/** Pure files that may name what is not pure, each with a reason that a reader would accept. */
export const EXCEPTIONS: Record<string, Exception> = {
  'src/shared/house.ts': {
    allows: ['type kysely'],
    because: 'it names the connection and opens none',
  },
  'src/shared/tables.ts': {
    allows: ['type kysely'],
    because: 'it describes rows and reads none',
  },
  'src/shared/web.ts': {
    allows: ['type fastify'],
    because: 'it names request and reply for the routes',
  },
  'src/shared/identity.ts': {
    allows: ['uuid'],
    because: 'the one place where ids are drawn by lot',
  },
  'src/documents/document-pdf.ts': {
    allows: [
      'node:fs',
      'node:module',
      'node:path',
      'node:timers/promises',
      '@myriaddreamin/typst-ts-node-compiler',
      'type @myriaddreamin/typst-ts-node-compiler',
    ],
    because: 'it reads its own template and fonts once; the same document gives the same bytes',
  },
};

/** Breaches of the import law in one file, each a sentence that names the file and the import. */
export function breachesOf(source: Source): string[] {
  const kind = kindOf(source.file);
  if (kind === 'test') return [];
  const imports = source.imports.flatMap((one) => breachOfImport(source.file, kind, one) ?? []);
  const worldly = ['pure', 'policy', 'pages', 'html'].includes(kind) ? source.worldly : [];
  return [
    ...imports,
    ...worldly.map(
      (use) => `${source.file} is ${kind} but uses ${use}; let the caller hand the value in`,
    ),
  ];
}

function breachOfImport(file: string, kind: Kind, found: Import): string | undefined {
  if (wordFor(found) === TONE || EXCEPTIONS[file]?.allows.includes(wordFor(found)))
    return undefined;
  const may = found.target.startsWith('src/')
    ? mayImportFile(file, kind, found.target)
    : mayImportPackage(kind, found);
  if (may) return undefined;
  const what = `${found.onlyTypes ? 'the types of ' : ''}${found.target}`;
  return `${file} is ${kind}, so it may not import ${what}`;
}

/** An import as the list of exceptions spells it. */
function wordFor({ target, onlyTypes }: Import): string {
  return `${onlyTypes ? 'type ' : ''}${target}`;
}

function mayImportFile(file: string, kind: Kind, target: string): boolean {
  const { anywhere, atHome } = LAW[kind];
  const wanted = kindOf(target);
  if (anywhere.includes(wanted)) return true;
  // The kernel's own SQL (sending many rows at once) speaks of no room's tables.
  if (wanted === 'sql' && target.startsWith('src/shared/'))
    return ['sql', 'actions'].includes(kind);
  return roomOf(file) === roomOf(target) && [kind, ...atHome].includes(wanted);
}

function mayImportPackage(kind: Kind, { target, names }: Import): boolean {
  if (FREE_WITH_PACKAGES.has(kind)) return true;
  if (target === 'node:crypto') return names.every((name) => name === 'createHash');
  if (target === 'uuid') return names.every((name) => name === 'v5');
  return COMPUTING.has(target);
}
