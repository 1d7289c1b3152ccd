/** Words that say nothing of the domain: whoever reads them knows no more than before. */
const BANNED = [
  'manage',
  'manager',
  'process',
  'handle',
  'handler',
  'util',
  'helper',
  'service',
  'data',
  'info',
  'misc',
  'common',
  'do',
];

/**
 * Names in which such a word is a word of its trade and no excuse: where it stands, and why.
 * The programs of a machine are processes; no other word would be understood.
 */
export const TERMS_OF_TRADE: Readonly<Record<string, string>> = {
  'src/server/postgres/processes.ts': 'processes of the operating system',
  processMark: 'of a process of the operating system',
  processesOf: 'of a process of the operating system',
  'src/shared/html/data-table.tsx': 'what HTML calls a table that is no layout',
  DataTable: 'what HTML calls a table that is no layout',
  DataTableProps: 'what HTML calls a table that is no layout',
};

/** The banned word in a name of any spelling, or `undefined`: `sendReportData` has `data`. */
export function bannedWord(name: string): string | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return BANNED.find((banned) =>
    words.some((word) => [banned, `${banned}s`, `${banned}es`].includes(word)),
  );
}
