const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'điện thoại Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'máy tính Windows'],
  [/Macintosh|Mac OS/, 'máy tính Mac'],
  [/CrOS/, 'máy tính Chromebook'],
  [/Linux|X11/, 'máy tính Linux'],
];

// The order matters: Edge, Cốc Cốc and Opera also say "Chrome", Chrome also says "Safari".
const BROWSERS: readonly [RegExp, string][] = [
  [/Zalo/, 'Zalo'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/Edg/, 'Edge'],
  [/OPR|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

/** A device in words from what the browser says of itself: `Chrome trên điện thoại Android`. */
export function deviceInWords(userAgent: string | undefined): string {
  const named = (list: readonly [RegExp, string][]) =>
    list.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  const system = named(SYSTEMS);
  const browser = named(BROWSERS) ?? 'Trình duyệt';
  return system ? `${browser} trên ${system}` : 'Thiết bị không rõ';
}
