/**
 * Kinds of document the movement issues. `sign` is the abbreviation that stands in the
 * symbol; an official letter has none (Decree 30/2020, annex III).
 */
export const DOCUMENT_KINDS = {
  BC: { name: 'Báo cáo', sign: 'BC' },
  KH: { name: 'Kế hoạch', sign: 'KH' },
  QĐ: { name: 'Quyết định', sign: 'QĐ' },
  TTr: { name: 'Tờ trình', sign: 'TTr' },
  TB: { name: 'Thông báo', sign: 'TB' },
  BB: { name: 'Biên bản', sign: 'BB' },
  CV: { name: 'Công văn', sign: '' },
  HD: { name: 'Hướng dẫn', sign: 'HD' },
  GCN: { name: 'Giấy chứng nhận', sign: 'GCN' },
} as const satisfies Record<string, { readonly name: string; readonly sign: string }>;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** `Báo cáo` for `BC`. */
export function documentKindName(kind: DocumentKind): string {
  return DOCUMENT_KINDS[kind].name;
}

/**
 * The symbol that follows the number: `BC-SNNMT`, for a letter `UBND-KT1`.
 * `office` is the issuer's short name, `drafter` the drafting unit's (letters only).
 */
export function documentSymbol(kind: DocumentKind, office: string, drafter?: string): string {
  const parts = kind === 'CV' ? [office, drafter] : [DOCUMENT_KINDS[kind].sign, office];
  return parts.filter(Boolean).join('-');
}
