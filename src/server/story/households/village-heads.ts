import { chanceOf } from '../chance.ts';
import { nameMaker } from '../names.ts';
import type { Seed } from '../seed.ts';
import type { Staff } from '../staff.ts';
import type { Village } from './villages.ts';

/** Who leads a village's meeting and who writes it down. */
export type HeadOf = (village: Village) => { readonly chair: string; readonly secretary: string };

/** Made-up heads of villages; where somebody of the demonstration is one, that person. */
export function villageHeads(seed: Seed, staff: Staff): HeadOf {
  const nameOf = nameMaker(seed.names, seed.patterns);
  const heads = new Map(staff.people.flatMap((one) => headedBy(one)));
  return ({ id, group }) => {
    const chance = chanceOf(`${id}:head`);
    const [chair, secretary] = [nameOf(group, 'm', chance), nameOf(group, 'f', chance)];
    return { chair: heads.get(id) ?? chair, secretary };
  };
}

function headedBy({ fullName, duties }: Staff['people'][number]) {
  return duties
    .filter(({ duty }) => duty === 'reviewHouseholds')
    .map(({ unitId }) => [unitId, fullName] as const);
}
