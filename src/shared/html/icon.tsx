/** Line figures of 24 × 24, drawn for Chung Tay; rooms first, then signs for buttons. */
const FIGURES = {
  work: 'M8 4.5H5v15h14v-15h-3M8.5 3h7v3.5h-7zM8.5 13l2.5 2.5 4.5-5',
  plan: 'M6 3h9l4 4v14H6zM15 3v4h4M9 11h7M9 14.5h7M9 18h4',
  report: 'M4 20.5h16M6.5 17v-5M11 17V8M15.5 17v-7M5 7.5l5-3.5 4.5 2L20 3',
  unit: 'M12 3.5v4M5 16.5v-3h14v3M12 7.5v6M9.5 3.5h5v4h-5zM2.5 16.5h5v4h-5zM9.5 16.5h5v4h-5zM16.5 16.5h5v4h-5z',
  people: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.6-5.8 7.5-5.8s6.9 1.8 7.5 5.8',
  household: 'M3 12L12 4l9 8M6 10v7M18 10v7M3.5 17h17M7 17v4M17 17v4M10.5 17v-4.500h3V17',
  award: 'M12 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM9 13.200L7.5 21l4.5-2.5 4.5 2.5-1.5-7.8',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.300L20.5 20.5',
  back: 'M19 12H5M11 6l-6 6 6 6',
  next: 'M5 12h14M13 6l6 6-6 6',
  more: 'M4 6.500h16M4 12h16M4 17.500h16',
  print: 'M7 9V3.500h10V9M7 17H4V9h16v8h-3M7 14h10v6.500H7z',
  download: 'M12 4v11M7 11l5 5 5-5M4.5 20h15',
  upload: 'M12 16V5M7 9.500l5-5 5 5M4.5 20h15',
  add: 'M12 5v14M5 12h14',
  edit: 'M4 20l1-4.500L16 4.500l3.5 3.500L8.5 19z',
  send: 'M20.5 4L3.5 11l6.5 2.500L12.5 20z M20.5 4L10 13.5',
} as const;

export type IconName = keyof typeof FIGURES;

/** A sign beside a word; it carries no meaning of its own, so readers skip it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={FIGURES[name]} />
    </svg>
  );
}
