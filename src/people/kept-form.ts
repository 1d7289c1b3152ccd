/** A form that was being sent when the session ended: where to, and what had been typed. */
export interface KeptForm {
  readonly address: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Is this an address of this site? `//elsewhere` and `/\elsewhere` lead out, so they are not. */
export function isOwnAddress(address: string): boolean {
  return /^\/(?![/\\])/.test(address) && !/[\t\r\n]/.test(address);
}

/** Where to go after signing in: the wanted page of this site, else the start. */
export function ownAddress(wanted: string | undefined): string {
  const back = wanted && isOwnAddress(wanted) ? wanted : '/';
  return back.startsWith('/sign-in') || back.startsWith('/sign-out') ? '/' : back;
}

/** The kept form from the hidden field of the sign-in page; `undefined` when it cannot be used. */
export function readKeptForm(json: string | undefined): KeptForm | undefined {
  if (!json) return undefined;
  const { address, fields } = parse(json);
  if (typeof address !== 'string' || !isOwnAddress(address)) return undefined;
  if (typeof fields !== 'object' || fields === null) return undefined;
  return { address, fields: Object.entries(fields).flatMap(([name, value]) => texts(name, value)) };
}

function parse(json: string): { address?: unknown; fields?: unknown } {
  try {
    return (JSON.parse(json) ?? {}) as { address?: unknown; fields?: unknown };
  } catch {
    return {};
  }
}

/** A name that was sent several times (checkboxes) stays several fields. */
function texts(name: string, value: unknown): [string, string][] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string').map((one) => [name, one]);
}
