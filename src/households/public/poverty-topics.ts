import type { Units } from './public-view.ts';

/** What the page tells at a time; each has an address of its own. */
export const TOPICS = {
  poor: 'Hộ nghèo',
  'near-poor': 'Hộ cận nghèo',
  ethnicity: 'Dân tộc',
  deprivation: 'Thiếu hụt',
} as const;
export type Topic = keyof typeof TOPICS;

/** What is asked for in the address. */
export interface PovertyAsk {
  readonly year: number | undefined;
  readonly units: Units;
  readonly topic: Topic;
}

/** Reads the query; a word that is none of ours asks for the usual. */
export function readAsk(query: Readonly<Record<string, string | undefined>>): PovertyAsk {
  const { about = '' } = query;
  return {
    year: query.year === undefined ? undefined : Number(query.year),
    units: query.units === 'today' ? 'today' : 'then',
    topic: isTopic(about) ? about : 'poor',
  };
}

function isTopic(text: string): text is Topic {
  return Object.hasOwn(TOPICS, text);
}

/** The address of what is asked for, as a page or a file: `/public/poverty.csv?year=2024`. */
export function povertyAddress(ask: PovertyAsk, file: '' | '.csv' | '.json' = ''): string {
  const query = new URLSearchParams();
  if (ask.year !== undefined) query.set('year', String(ask.year));
  if (ask.units === 'today') query.set('units', 'today');
  if (ask.topic !== 'poor') query.set('about', ask.topic);
  const text = query.toString();
  return `/public/poverty${file}${text ? `?${text}` : ''}`;
}
