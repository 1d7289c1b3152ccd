import type { Relation } from './member.ts';

/** Somebody of a household as seen from its old head. */
export interface Kin {
  readonly no: number;
  readonly relation: string;
}

type Seen = Readonly<Partial<Record<Relation, Relation>>>;

/** What the others are to a new head who was this to the old one, where it is certain. */
const UNDER: Readonly<Partial<Record<Relation, Seen>>> = {
  spouse: {
    ...{ head: 'spouse', child: 'child', 'child-in-law': 'child-in-law' },
    grandchild: 'grandchild',
  },
  child: { head: 'parent', spouse: 'parent', child: 'sibling', parent: 'grandparent' },
  'child-in-law': { head: 'parent', spouse: 'parent' },
  parent: {
    ...{ head: 'child', parent: 'spouse', child: 'grandchild', spouse: 'child-in-law' },
    sibling: 'child',
  },
  grandparent: { head: 'grandchild', grandparent: 'spouse', parent: 'child' },
  grandchild: { head: 'grandparent', spouse: 'grandparent' },
  sibling: { head: 'sibling', sibling: 'sibling', parent: 'parent', grandparent: 'grandparent' },
};

/**
 * Relations to a new head, by number: what follows for certain from the relations to the old
 * head, else "other", which a person corrects. Where no brother or sister goes along, the child's
 * wife or husband and the grandchildren are the new head's own: a young family on its own.
 */
export function relationsUnder(newHead: Kin, others: readonly Kin[]): Map<number, Relation> {
  const young = youngFamily(newHead, others);
  const certain: Seen = UNDER[newHead.relation as Relation] ?? {};
  return new Map(
    others.map(({ no, relation }) => {
      const from = relation as Relation;
      return [no, young[from] ?? certain[from] ?? 'other'];
    }),
  );
}

function youngFamily({ relation }: Kin, others: readonly Kin[]): Seen {
  const count = (wanted: Relation) => others.filter((one) => one.relation === wanted).length;
  if (relation === 'child' && count('child') === 0 && count('child-in-law') <= 1)
    return { 'child-in-law': 'spouse', grandchild: 'child' };
  if (relation === 'child-in-law' && count('child-in-law') === 0 && count('child') <= 1)
    return { child: 'spouse', grandchild: 'child' };
  return {};
}
