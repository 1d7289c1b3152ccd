/** How a member stands to the head of the household. */
export const RELATIONS = {
  head: 'Chủ hộ',
  spouse: 'Vợ hoặc chồng',
  child: 'Con',
  'child-in-law': 'Con dâu, con rể',
  parent: 'Bố, mẹ',
  grandparent: 'Ông, bà',
  grandchild: 'Cháu',
  sibling: 'Anh, chị, em',
  other: 'Quan hệ khác',
} as const;
export type Relation = keyof typeof RELATIONS;

export const SEXES = { m: 'Nam', f: 'Nữ' } as const;
export type Sex = keyof typeof SEXES;

export function isRelation(text: string | undefined): text is Relation {
  return text !== undefined && Object.hasOwn(RELATIONS, text);
}

export function isSex(text: string | undefined): text is Sex {
  return text === 'm' || text === 'f';
}

/** The word for a relation; one that no list knows is "quan hệ khác". */
export function relationName(relation: string): string {
  return isRelation(relation) ? RELATIONS[relation] : RELATIONS.other;
}
