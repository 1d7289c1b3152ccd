/** The review of one commune in a round, as its addresses name it. */
export interface ReviewPlace {
  readonly roundId: string;
  readonly communeId: string;
}

export type Step = 'meetings' | 'posting' | 'objections' | 'recognition';

/** The commune's own page of the round, to which all steps lead back. */
export function deskAddress({ roundId, communeId }: ReviewPlace): string {
  return `/review-rounds/${roundId}/communes/${communeId}`;
}

export function stepAddress(place: ReviewPlace, step: Step): string {
  return `${deskAddress(place)}/${step}`;
}

/** The households that still wait for their survey, of one village or of all. */
export function pendingAddress(place: ReviewPlace, villageId?: string): string {
  const village = villageId ? `village=${villageId}&` : '';
  return `${deskAddress(place)}/households?${village}closing=pending`;
}

export function explanationsAddress(place: ReviewPlace): string {
  return `${deskAddress(place)}/explanations`;
}

export function newMeetingAddress(place: ReviewPlace, villageId: string): string {
  return `${stepAddress(place, 'meetings')}/new?village=${villageId}`;
}
