import { carries, DUTY_NAMES, type Person } from '../../people/person.ts';

/** Whoever reports, receives, oversees or issues may see what is asked, and why. */
export function mayReadForm(person: Person): boolean {
  return person.duties.some(
    ({ duty }) => duty !== 'administerAccounts' && DUTY_NAMES.includes(duty),
  );
}

/** The standing agency of the day, by those who run the movement, decides what is asked. */
export function mayEditForm(person: Person, standingAgencyId: string | undefined): boolean {
  return standingAgencyId !== undefined && carries(person, 'runMovement', [standingAgencyId]);
}
