/** What the server says of a save. */
interface Saved {
  readonly saved: string;
  readonly at: number;
  readonly faults: readonly { readonly field: string; readonly message: string }[];
}

const PAUSE_MS = 1_200;
const RETRY_MS = 15_000;

/**
 * Saves a report's fields a moment after they were typed. Without a line, what was typed is
 * kept on this device until the server has taken it; the foot always says which it is.
 */
export function keepReportDraft(form: HTMLFormElement): void {
  const draft = new Draft(form);
  draft.bringBack();
  form.addEventListener('input', (event) => draft.note(event.target));
  form.addEventListener('submit', () => draft.leave());
  window.addEventListener('online', () => void draft.save());
}

class Draft {
  readonly #form: HTMLFormElement;
  readonly #key: string;
  #waiting = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#key = `draft ${new URL(form.action).pathname}`;
  }

  /** Fields that an earlier visit could not send stand in the form again. */
  bringBack(): void {
    const kept = JSON.parse(localStorage.getItem(this.#key) ?? '[]') as [string, string][];
    for (const [name, value] of kept) {
      const field = this.#field(name);
      if (!field || field.readOnly) continue;
      field.value = value;
      this.#waiting.set(name, value);
    }
    if (this.#waiting.size > 0) void this.save();
  }

  note(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    this.#waiting.set(target.name, target.value);
    if (target.name.startsWith('why.')) this.#withFigure(target.name.slice('why.'.length));
    this.#keep();
    this.#say('idle', 'Đang nhập…');
    this.#soon(PAUSE_MS);
  }

  async save(): Promise<void> {
    const sent = new Map(this.#waiting);
    if (sent.size === 0) return;
    try {
      const answer = await this.#post(sent);
      if (answer) this.#settle(sent, answer);
    } catch {
      this.#say('late', 'Chưa lưu được, đang giữ trên máy này');
      this.#soon(RETRY_MS);
    }
  }

  /** The whole form is on its way; nothing needs to be kept here any more. */
  leave(): void {
    clearTimeout(this.#timer);
    localStorage.removeItem(this.#key);
  }

  async #post(fields: Map<string, string>): Promise<Saved | undefined> {
    const body = new URLSearchParams([
      ...fields,
      ['loadedAt', this.#field('loadedAt')?.value ?? ''],
    ]);
    const headers = { accept: 'application/json' };
    const answer = await fetch(this.#form.action, { method: 'POST', body, headers });
    if (answer.ok) return (await answer.json()) as Saved;
    if (answer.status >= 500) throw new Error('busy');
    this.#say('late', REFUSED[answer.status] ?? 'Chưa lưu được; hãy tải lại trang');
    return undefined;
  }

  #settle(sent: Map<string, string>, { saved, at, faults }: Saved): void {
    for (const [name, value] of sent)
      if (this.#waiting.get(name) === value) this.#waiting.delete(name);
    const loaded = this.#field('loadedAt');
    if (loaded && faults.length === 0) loaded.value = String(at);
    this.#keep();
    for (const { field, message } of faults)
      this.#field(`f.${field}`)?.setAttribute('title', message);
    const [first] = faults;
    if (first) this.#say('late', `Còn ô chưa lưu được: ${first.message}`);
    else this.#say('done', saved);
  }

  /** A reason alone means nothing: its figure goes along. */
  #withFigure(slug: string): void {
    const figure = this.#field(`f.${slug}`);
    if (figure) this.#waiting.set(figure.name, figure.value);
  }

  #keep(): void {
    if (this.#waiting.size === 0) localStorage.removeItem(this.#key);
    else localStorage.setItem(this.#key, JSON.stringify([...this.#waiting]));
  }

  #soon(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), pause);
  }

  #say(tone: string, words: string): void {
    const foot = this.#form.querySelector('[data-saved]');
    const text = foot?.querySelector('span');
    if (!foot || !text) return;
    foot.className = `saved tone-${tone}`;
    text.textContent = words;
  }

  #field(name: string): HTMLInputElement | HTMLTextAreaElement | undefined {
    const found = this.#form.elements.namedItem(name);
    const isField = found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement;
    return isField ? found : undefined;
  }
}

const REFUSED: Record<number, string> = {
  401: 'Phiên đã kết thúc; phần vừa nhập đang giữ trên máy này. Hãy đăng nhập lại',
  409: 'Báo cáo vừa đổi trạng thái; hãy tải lại trang để xem',
};
