import { showDay } from '../shared/day.ts';
import type { Finder, Finding } from '../shared/finder.ts';
import type { House } from '../shared/house.ts';
import type { Kin, UnitHit } from './search.ts';
import { searchUnits } from './units.actions.ts';

/** Units for the search over everything; anyone signed in may see them. */
export function unitFinder(house: House): Finder {
  return {
    group: 'Đơn vị',
    async find(typed) {
      return (await searchUnits(house.db, typed, house.today())).map(findingOf);
    },
  };
}

function findingOf(hit: UnitHit): Finding {
  const under = hit.parentName ? `${hit.living ? 'thuộc' : 'khi đó thuộc'} ${hit.parentName}` : '';
  const facts = [
    [hit.when, under].filter(Boolean).join(', '),
    hit.metAs && `cũng viết: ${hit.metAs}`,
    hit.becameNames.length > 0 && `nay thuộc về ${namesOf(hit.becameNames)}`,
    hit.formerNames.length > 0 && `hình thành từ ${namesOf(hit.formerNames)}`,
    hit.office && `cơ quan: ${hit.office.fullName}`,
  ];
  return {
    href: `/units/${hit.unitId}`,
    title: hit.fullName,
    facts: facts.filter((fact) => typeof fact === 'string'),
  };
}

/** "Xã Phúc Than, Xã Mường Mít (từ 01/07/2025)" */
function namesOf(kin: readonly Kin[]): string {
  const names = kin.map((one) => one.name).join(', ');
  return kin[0] ? `${names} (từ ${showDay(kin[0].on)})` : names;
}
