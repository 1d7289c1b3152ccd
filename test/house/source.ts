import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

export const ROOT = join(import.meta.dirname, '../..');

/** One import of a file: of what, whether only for types, and which names it takes. */
export interface Import {
  /** A path from the root for our own files, the package's name for others. */
  readonly target: string;
  readonly onlyTypes: boolean;
  readonly names: readonly string[];
}

export interface FunctionSize {
  readonly name: string;
  readonly lines: number;
}

/** What the checks of the house want to know of a source file. */
export interface Source {
  /** From the root, with slashes: `src/shared/day.ts`. */
  readonly file: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly exports: readonly string[];
  readonly hasDefaultExport: boolean;
  readonly functions: readonly FunctionSize[];
  /** Uses of the world in the code itself: the clock, chance, the process, the network. */
  readonly worldly: readonly string[];
}

/** Every source file under a folder of the root, tests and fixtures included, in order. */
export function readSources(folder = 'src'): Source[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .sort()
    .map((file) => {
      const path = join(folder, file).replaceAll('\\', '/');
      return readSource(path, readFileSync(join(ROOT, path), 'utf8'));
    });
}

/** The same of a text; `file` says where it would stand. Throws when it is not TypeScript. */
export function readSource(file: string, text: string): Source {
  const nodes = [...walk(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file))];
  return {
    file,
    lines: text.split('\n').length - 1,
    imports: nodes.flatMap((node) => importOf(node, file)),
    exports: nodes.flatMap(exportedNames),
    hasDefaultExport: nodes.some((node) => node.type === 'ExportDefaultDeclaration'),
    functions: nodes.flatMap((node) => functionSize(node, text)),
    worldly: nodes.flatMap(worldlyUse),
  };
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The node and all below it, in the order of the text. */
function* walk(root: unknown): Generator<Node> {
  if (Array.isArray(root)) for (const one of root) yield* walk(one);
  if (!isNode(root)) return;
  yield root;
  for (const key in root) {
    if (key !== 'parent') yield* walk(root[key]);
  }
}

function importOf(node: Node, file: string): Import[] {
  const wanted = isNode(node.source) ? node.source.value : undefined;
  if (typeof wanted !== 'string') return [];
  const specifiers = (node.specifiers as Node[] | undefined) ?? [];
  const eachIsType = specifiers.length > 0 && specifiers.every(isTypeSpecifier);
  return [
    {
      target: wanted.startsWith('.') ? relative(ROOT, join(ROOT, file, '..', wanted)) : wanted,
      onlyTypes:
        node.type === 'TSImportType' ||
        node.importKind === 'type' ||
        node.exportKind === 'type' ||
        eachIsType,
      names: specifiers.map((one) => nameOf(one.imported) ?? '*'),
    },
  ];
}

function isTypeSpecifier(node: Node): boolean {
  return node.importKind === 'type' || node.exportKind === 'type';
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && typeof node.name === 'string' ? node.name : undefined;
}

function exportedNames(node: Node): string[] {
  if (node.type !== 'ExportNamedDeclaration') return [];
  const declared = node.declaration;
  const bindings = isNode(declared) ? ((declared.declarations as Node[]) ?? [declared]) : [];
  const specifiers = (node.specifiers as Node[] | undefined) ?? [];
  return [
    ...bindings.map((one) => nameOf(one.id)),
    ...specifiers.map((one) => nameOf(one.exported)),
  ].filter((name) => name !== undefined);
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Only functions with a body of statements count: `() => x` would flatter the median. */
function functionSize(node: Node, text: string): FunctionSize[] {
  if (!FUNCTIONS.has(node.type) || !isNode(node.body) || node.body.type !== 'BlockStatement')
    return [];
  const lines = text.slice(node.start, node.end).split('\n').length;
  const line = text.slice(0, node.start).split('\n').length;
  return [{ name: nameOf(node.id) ?? `line ${line}`, lines }];
}

const WORLD = new Set(['Date.now', 'performance.now', 'Math.random', 'crypto.randomUUID']);
const WORLDLY_CALLS = new Set(['fetch', 'setInterval']);

function worldlyUse(node: Node): string[] {
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') {
    return (node.arguments as unknown[]).length === 0 ? ['new Date()'] : [];
  }
  if (node.type === 'CallExpression') {
    const called = nameOf(node.callee);
    return called && WORLDLY_CALLS.has(called) ? [`${called}()`] : [];
  }
  if (node.type !== 'MemberExpression') return [];
  const owner = nameOf(node.object);
  const use = `${owner}.${nameOf(node.property)}`;
  return WORLD.has(use) || owner === 'process' ? [use] : [];
}
