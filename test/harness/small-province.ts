import type { Kysely } from 'kysely';
import { hashPassword } from '../../src/people/password.actions.ts';
import type { Duty } from '../../src/people/person.ts';
import { type Day, day } from '../../src/shared/day.ts';
import { newId } from '../../src/shared/identity.ts';
import type { Tables } from '../../src/shared/tables.ts';
import { fillSmallHouseholds, type SmallAreas } from './small-households.ts';
import { fillSmallRound } from './small-round.ts';

const SINCE = day('2025-07-01');
const SOURCE = 'dữ liệu thử';

/** A province of four offices: the smallest world in which above, below and beside exist. */
const OFFICES = {
  province: { name: 'Ủy ban nhân dân tỉnh Lai Châu', level: 'province', above: undefined },
  agency: { name: 'Sở Nông nghiệp và Môi trường', level: 'department', above: 'province' },
  muongThan: { name: 'Ủy ban nhân dân xã Mường Than', level: 'commune', above: 'province' },
  thanUyen: { name: 'Ủy ban nhân dân xã Than Uyên', level: 'commune', above: 'province' },
} as const;

export type Office = keyof typeof OFFICES;

/** The land that the offices govern, down to the villages. */
const AREAS = {
  provinceArea: { name: 'Tỉnh Lai Châu', level: 'province', above: undefined },
  muongThanArea: { name: 'Xã Mường Than', level: 'commune', above: 'provinceArea' },
  thanUyenArea: { name: 'Xã Than Uyên', level: 'commune', above: 'provinceArea' },
  banMot: { name: 'Bản Một', level: 'village', above: 'muongThanArea' },
  banHai: { name: 'Bản Hai', level: 'village', above: 'muongThanArea' },
  banBa: { name: 'Bản Ba', level: 'village', above: 'thanUyenArea' },
} as const;

export type Area = keyof typeof AREAS;

const GOVERNS: Readonly<Record<Office, Area | undefined>> = {
  province: 'provinceArea',
  agency: undefined,
  muongThan: 'muongThanArea',
  thanUyen: 'thanUyenArea',
};

interface Standing {
  readonly name: string;
  readonly title: string;
  readonly office: Office | Area;
  readonly duties: readonly Duty[];
}

/** Who is who, by login; each stands for one duty at one place. All names are made up. */
export const SMALL_PROVINCE = {
  'can-bo-muong-than': {
    name: 'Lò Văn Thử',
    title: 'Công chức văn hóa – xã hội',
    office: 'muongThan',
    duties: ['prepareReports'],
  },
  'chu-tich-muong-than': {
    name: 'Hoàng Thị Thử',
    title: 'Chủ tịch',
    office: 'muongThan',
    duties: ['approveReports', 'recogniseReviews'],
  },
  'ra-soat-muong-than': {
    name: 'Tẩn Thị Thử',
    title: 'Chuyên viên Phòng Kinh tế',
    office: 'muongThan',
    duties: ['reviewHouseholds'],
  },
  'truong-ban': {
    name: 'Giàng A Thử',
    title: 'Trưởng bản',
    office: 'banMot',
    duties: ['reviewHouseholds'],
  },
  'ra-soat-than-uyen': {
    name: 'Lù Thị Thử',
    title: 'Chuyên viên Phòng Kinh tế',
    office: 'thanUyen',
    duties: ['reviewHouseholds'],
  },
  'can-bo-than-uyen': {
    name: 'Vàng A Thử',
    title: 'Công chức văn hóa – xã hội',
    office: 'thanUyen',
    duties: ['prepareReports'],
  },
  'thuong-truc': {
    name: 'Nguyễn Văn Thử',
    title: 'Chuyên viên',
    office: 'agency',
    duties: ['receiveReports', 'runMovement'],
  },
  'lanh-dao-so': {
    name: 'Trần Thị Thử',
    title: 'Giám đốc',
    office: 'agency',
    duties: ['issueDocuments'],
  },
  'lanh-dao-tinh': {
    name: 'Lê Văn Thử',
    title: 'Phó Chủ tịch',
    office: 'province',
    duties: ['oversee'],
  },
  'quan-tri': {
    name: 'Phạm Thị Thử',
    title: 'Quản trị viên',
    office: 'province',
    duties: ['administerAccounts'],
  },
  'quan-tri-muong-than': {
    name: 'Lý Văn Thử',
    title: 'Văn phòng',
    office: 'muongThan',
    duties: ['administerAccounts'],
  },
} as const satisfies Record<string, Standing>;

export type Login = keyof typeof SMALL_PROVINCE;

/** The password of everyone in the small province. */
export const PASSWORD = 'mot-mat-khau-de-thu';

/** Fills an empty database with the small province. */
export async function fillSmallProvince(db: Kysely<Tables>): Promise<void> {
  await fillLevels(db);
  const areas = await fillUnits(db, AREAS, 'area', () => ({}));
  const offices = await fillUnits(db, OFFICES, 'office', (office) => {
    const area = GOVERNS[office];
    return { area_id: area ? areas[area] : null };
  });
  const passwordHash = await hashPassword(PASSWORD);
  const ids = { ...areas, ...offices };
  for (const [login, standing] of Object.entries(SMALL_PROVINCE))
    await fillPerson(db, login, standing, ids[standing.office], passwordHash);
  await fillSmallRound(db, offices);
  await fillSmallHouseholds(db, { ...areas, ...offices } satisfies SmallAreas);
}

async function fillLevels(db: Kysely<Tables>): Promise<void> {
  const levels = {
    province: 'Cấp tỉnh',
    department: 'Sở, ban, ngành',
    commune: 'Cấp xã',
    village: 'Thôn, bản',
  };
  const rows = Object.entries(levels).map(([key, name], at) => ({ key, name, rank: at + 1 }));
  await db.insertInto('levels').values(rows).execute();
}

interface SmallUnit {
  readonly name: string;
  readonly level: string;
  readonly above: string | undefined;
}

async function fillUnits<Key extends string>(
  db: Kysely<Tables>,
  list: Readonly<Record<Key, SmallUnit>>,
  sort: 'area' | 'office',
  more: (key: Key) => { area_id?: string | null },
): Promise<Record<Key, string>> {
  const ids: Record<string, string> = {};
  for (const [key, { name, level, above }] of Object.entries<SmallUnit>(list)) {
    const id = newId();
    ids[key] = id;
    const parent_id = above ? ids[above] : null;
    const period = { id: newId(), unit_id: id, level, name, full_name: name, parent_id };
    await db.insertInto('units').values({ id, sort }).execute();
    await db
      .insertInto('unit_periods')
      .values({
        ...{ ...period, kind: sort === 'office' ? 'ubnd' : level, valid_from: SINCE },
        ...{ source: SOURCE, ...more(key as Key) },
      })
      .execute();
  }
  return ids;
}

async function fillPerson(
  db: Kysely<Tables>,
  login: string,
  { name, title, duties }: Standing,
  unit_id: string,
  password_hash: string,
): Promise<void> {
  const person_id = newId();
  const held = { person_id, unit_id, valid_from: SINCE as Day };
  await db.insertInto('persons').values({ id: person_id, full_name: name }).execute();
  await db
    .insertInto('accounts')
    .values({ person_id, login, password_hash, created_at: new Date(`${SINCE}T00:00:00Z`) })
    .execute();
  await db
    .insertInto('positions')
    .values({ id: newId(), title, ...held })
    .execute();
  for (const duty of duties)
    await db
      .insertInto('duties')
      .values({ id: newId(), duty, ...held })
      .execute();
}
