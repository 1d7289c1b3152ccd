import type { Finder } from '../shared/finder.ts';
import type { House } from '../shared/house.ts';
import { findClauses } from './clause-finder.sql.ts';
import { pathInWords } from './path-words.ts';

const SHORTEST = 3;
const EXCERPT = 160;

/** Clauses of plans in force for the search over everything; anyone signed in reads a plan. */
export function clauseFinder(house: House): Finder {
  return {
    group: 'Khoản mục của kế hoạch',
    async find(typed) {
      if (typed.length < SHORTEST) return [];
      const found = await findClauses(house.db, typed);
      return found.map(({ planId, path, words, movement }) => ({
        href: `/plans/${planId}#${encodeURIComponent(`muc-${path}`)}`,
        title: `Mục ${pathInWords(path)}`,
        facts: [shortened(words), movement],
      }));
    },
  };
}

/** The beginning of a clause, cut between words. */
function shortened(words: string): string {
  if (words.length <= EXCERPT) return words;
  const cut = words.slice(0, EXCERPT);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}
