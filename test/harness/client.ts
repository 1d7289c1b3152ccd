import type { Site } from '../../src/shared/web.ts';
import { Cookies } from './cookies.ts';
import { type ChosenFile, type Entry, entriesOf, fillField } from './form-filling.ts';
import { inspectPage } from './page-inspector.ts';
import { all, textOf } from './page-markup.ts';

const HOST = 'chung-tay.example';
const REDIRECTS = new Set([301, 302, 303]);

interface Sending {
  readonly method: 'GET' | 'POST';
  readonly address: string;
  readonly body?: FormData | URLSearchParams;
}

/** What came back last: a page, or a file. */
export interface Answer {
  readonly status: number;
  /** Path and query where the browser ended up. */
  readonly address: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  /** The parsed page, when it is one. */
  readonly document: Document | undefined;
}

/**
 * A browser without a window and without a port: keeps cookies, follows redirects, fills forms
 * by their labels, and has every page inspected.
 */
export class Client {
  readonly cookies = new Cookies();
  /** Words of the pages to come that only look foreign. */
  readonly names: string[] = [];
  #answer: Answer | undefined;
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  get answer(): Answer {
    if (!this.#answer) throw new Error('No page is open yet');
    return this.#answer;
  }

  get status(): number {
    return this.answer.status;
  }

  get address(): string {
    return this.answer.address;
  }

  get document(): Document {
    if (!this.answer.document) throw new Error(`${this.address} is not a page`);
    return this.answer.document;
  }

  /** All text of the open page as one reads it. */
  get text(): string {
    return textOf(this.document.querySelector('main'));
  }

  get heading(): string {
    return textOf(this.document.querySelector('h1'));
  }

  /** The texts of all elements that a selector finds. */
  texts(selector: string): string[] {
    return all(this.document, selector).map(textOf);
  }

  /** Opens an address of the site. */
  get(address: string): Promise<Answer> {
    return this.#send({ method: 'GET', address });
  }

  /** Follows the link with these words; `near` names the row or part that it stands in. */
  follow(words: string, near?: string): Promise<Answer> {
    const link = this.#find('a[href]', words, near);
    return this.get(this.#resolve(link.getAttribute('href') ?? ''));
  }

  /**
   * Fills the form around the button with these words, by label or name, and presses it.
   * `near` tells one of several alike buttons by a text of its row, part or form.
   */
  submit(button: string, entries: Record<string, Entry> = {}, near?: string): Promise<Answer> {
    const pressed = this.#find('button, [type=submit]', button, near);
    const form = this.#formOf(pressed);
    for (const [key, entry] of Object.entries(entries)) fillField(form, key, entry);
    return this.#send(this.#sendingOf(form, pressed));
  }

  /** The same with one file. */
  upload(button: string, label: string, file: ChosenFile, near?: string): Promise<Answer> {
    return this.submit(button, { [label]: file }, near);
  }

  /** Sends a form that no page offers, to prove that it is refused. */
  post(address: string, fields: Record<string, string> = {}): Promise<Answer> {
    return this.#send({ method: 'POST', address, body: new URLSearchParams(fields) });
  }

  #find(selector: string, words: string, near: string | undefined): Element {
    const there = all(this.document, selector);
    const said = there.filter((one) => wordsOn(one) === words);
    const meant = near === undefined ? said : nearest(said, near);
    const [one] = meant;
    const goals = new Set(meant.map((each) => each.getAttribute('href') ?? each));
    if (one && goals.size === 1) return one;
    const what = one ? `${meant.length} times` : 'nowhere';
    const others = there.map(wordsOn).join(' | ');
    throw new Error(
      `"${words}" stands ${what} on ${this.address} (${this.heading}); there are: ${others}`,
    );
  }

  #formOf(button: Element): Element {
    const id = button.getAttribute('form');
    const form = id ? this.document.getElementById(id) : button.closest('form');
    if (!form) throw new Error(`The button "${textOf(button)}" belongs to no form`);
    return form;
  }

  #sendingOf(form: Element, button: Element): Sending {
    const action = button.getAttribute('formaction') ?? form.getAttribute('action') ?? this.address;
    const address = this.#resolve(action);
    const entries = entriesOf(form, button);
    if (form.getAttribute('method')?.toLowerCase() !== 'post')
      return { method: 'GET', address: `${address.split('?')[0]}?${textsOf(entries)}` };
    const withFiles = form.getAttribute('enctype') === 'multipart/form-data';
    return { method: 'POST', address, body: withFiles ? partsOf(entries) : textsOf(entries) };
  }

  #resolve(address: string): string {
    const url = new URL(address, `http://${HOST}${this.#answer?.address ?? '/'}`);
    if (url.host !== HOST) throw new Error(`${address} leads out of the site`);
    return url.pathname + url.search;
  }

  async #send(sending: Sending, steps = 0): Promise<Answer> {
    if (steps > 10) throw new Error(`${sending.address} redirects without end`);
    const { payload, type } = await encoded(sending);
    const reply = await this.#site.inject({
      method: sending.method,
      url: sending.address,
      headers: { ...this.#headers(sending), ...type },
      ...(payload && { payload }),
    });
    this.cookies.take([reply.headers['set-cookie'] ?? []].flat());
    const onward = reply.headers.location;
    if (REDIRECTS.has(reply.statusCode) && onward)
      return this.#send({ method: 'GET', address: this.#resolve(onward) }, steps + 1);
    return this.#arrive(sending.address, reply.statusCode, reply.headers, reply.rawPayload);
  }

  #headers({ method, address }: Sending): Record<string, string> {
    return {
      host: HOST,
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0',
      cookie: this.cookies.header(address.split('?')[0] ?? '/'),
      ...(method === 'POST' && { origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }),
    };
  }

  #arrive(address: string, status: number, headers: Answer['headers'], bytes: Buffer): Answer {
    const isPage = String(headers['content-type']).startsWith('text/html');
    const document = isPage ? inspectPage(bytes.toString('utf8'), address, this.names) : undefined;
    this.#answer = { status, address, headers, bytes, document };
    return this.#answer;
  }
}

function wordsOn(element: Element): string {
  return element.getAttribute('aria-label') ?? textOf(element);
}

/** Of several alike, those in the smallest part of the page that also says `near`. */
function nearest(elements: readonly Element[], near: string): Element[] {
  const reach = elements.map((one) => {
    let steps = 0;
    for (let at: Element | null = one; at; at = at.parentElement, steps++)
      if (textOf(at).includes(near)) return { one, steps };
    return { one, steps: Number.POSITIVE_INFINITY };
  });
  const shortest = Math.min(...reach.map(({ steps }) => steps));
  return Number.isFinite(shortest)
    ? reach.filter(({ steps }) => steps === shortest).map(({ one }) => one)
    : [];
}

type Entries = readonly [string, string | ChosenFile][];

function textsOf(entries: Entries): URLSearchParams {
  const texts = entries.map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.name,
  ]);
  return new URLSearchParams(texts as [string, string][]);
}

function partsOf(entries: Entries): FormData {
  const parts = new FormData();
  for (const [name, value] of entries) {
    if (typeof value === 'string') parts.append(name, value);
    else parts.append(name, new File([value.bytes.slice()], value.name, { type: value.type }));
  }
  return parts;
}

/** Lets the platform write the body, so that it is what a browser sends. */
async function encoded({ body }: Sending) {
  if (!body) return { type: {}, payload: undefined };
  const request = new Request('http://any.example', { method: 'POST', body });
  const type = { 'content-type': request.headers.get('content-type') ?? '' };
  return { type, payload: Buffer.from(await request.arrayBuffer()) };
}
