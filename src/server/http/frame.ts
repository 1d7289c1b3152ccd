import { DUTY_NAMES, type Duty, isReportDuty, type Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import type { Frame, Request, RoomLink } from '../../shared/web.ts';

interface Setting {
  readonly version: string;
  readonly storyDay: boolean;
}

/** What surrounds a page of this request: who, when, which rooms, what was just said. */
export function frameOf(request: Request, house: House, setting: Setting): Frame {
  const { person } = request;
  return {
    ...setting,
    movement: request.movement,
    today: house.today(),
    rooms: person ? roomsOf(person, request.url) : [],
    notice: request.cookies[NOTICE],
    ...(person && {
      person: { name: person.name, title: person.title, unit: person.unitName },
    }),
  };
}

export const NOTICE = 'notice';

interface Room extends Omit<RoomLink, 'current'> {
  readonly duties: readonly Duty[];
  /** Other addresses that belong to the room. */
  readonly also?: readonly string[];
}

const ROOMS: readonly Room[] = [
  { href: '/work', label: 'Việc của tôi', icon: 'work', duties: DUTY_NAMES },
  {
    href: '/plans',
    label: 'Kế hoạch',
    icon: 'plan',
    duties: DUTY_NAMES,
    also: ['/movements', '/clauses', '/tasks', '/targets'],
  },
  {
    href: '/rounds',
    label: 'Báo cáo',
    icon: 'report',
    duties: DUTY_NAMES.filter(isReportDuty),
    also: ['/reports', '/forms', '/documents'],
  },
  {
    href: '/households',
    label: 'Hộ',
    icon: 'household',
    duties: DUTY_NAMES.filter((duty) => duty !== 'administerAccounts'),
    also: ['/review-rounds', '/household-imports', '/class-requests', '/poverty-standards'],
  },
  { href: '/units', label: 'Đơn vị', icon: 'unit', duties: DUTY_NAMES },
  { href: '/people', label: 'Tài khoản', icon: 'people', duties: ['administerAccounts'] },
];

function roomsOf(person: Person, address: string): RoomLink[] {
  const held = new Set(person.duties.map((one) => one.duty));
  return ROOMS.filter((room) => room.duties.some((duty) => held.has(duty))).map(
    ({ href, label, icon, also = [] }) => ({
      ...{ href, label, icon },
      current: [href, ...also].some((start) => address.startsWith(start)),
    }),
  );
}
