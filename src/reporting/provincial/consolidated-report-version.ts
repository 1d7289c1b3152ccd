/** The version that the person saw, from a sent form; a text that is none matches no version. */
export function versionOf(typed: Readonly<Record<string, string | undefined>>): number {
  return /^\d{1,9}$/.test(typed.version ?? '') ? Number(typed.version) : -1;
}
