interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** The cookies of one browser for one site: kept, replaced and cleared as a browser does. */
export class Cookies {
  #kept: Cookie[] = [];

  set(name: string, value: string, path = '/'): void {
    this.#kept = this.#kept.filter((one) => one.name !== name || one.path !== path);
    this.#kept.push({ name, value, path });
  }

  get(name: string): string | undefined {
    return this.#kept.find((one) => one.name === name)?.value;
  }

  /** Takes the `set-cookie` lines of an answer; one that is over is forgotten. */
  take(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
      const [name = '', ...value] = pair.split('=');
      const said = new Map(rest.map((part) => [key(part), part.slice(part.indexOf('=') + 1)]));
      this.set(name, decodeURIComponent(value.join('=')), said.get('path') ?? '/');
      const over = said.get('max-age') === '0' || Date.parse(said.get('expires') ?? '') < 1000;
      if (over) this.#kept = this.#kept.filter((one) => one.name !== name);
    }
  }

  /** The `cookie` header for a path. */
  header(path: string): string {
    return this.#kept
      .filter((one) => path === one.path || path.startsWith(one.path.replace(/\/?$/, '/')))
      .map((one) => `${one.name}=${encodeURIComponent(one.value)}`)
      .join('; ');
  }
}

function key(part: string): string {
  return (part.split('=')[0] ?? '').toLowerCase();
}
