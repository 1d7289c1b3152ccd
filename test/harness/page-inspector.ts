import { parseHTML } from 'linkedom';
import { faultsOfMarkup } from './page-markup.ts';
import { faultsOfWords } from './page-words.ts';

/**
 * Looks at a whole HTML page as every test sees it and throws one readable list of what is
 * wrong with it. `names` are words of this page that only look foreign (of people, of places).
 * Gives the parsed page back.
 */
export function inspectPage(html: string, where: string, names: readonly string[] = []): Document {
  const { document } = parseHTML(html);
  const faults = [...faultsOfMarkup(document, html), ...faultsOfWords(document, names)];
  if (faults.length === 0) return document;
  const list = faults.map((fault) => `  - ${fault}`).join('\n');
  throw new Error(`The page ${where} is not fit to be seen:\n${list}`);
}
