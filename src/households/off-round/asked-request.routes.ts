import type { House } from '../../shared/house.ts';
import { found, idOf, must, personOf, type Request } from '../../shared/web.ts';
import { maskName } from '../masking.ts';
import { findProvinceOf, loadHeads } from '../registry/identities.sql.ts';
import type { ClassRequest } from './class-request.ts';
import { loadSight, placeIn, type RequestSight } from './request-sight.sql.ts';
import { findRequest } from './requests.sql.ts';

/** What the person sees of requests; refused when that is nothing. */
export async function askedSight(request: Request, house: House): Promise<RequestSight> {
  const sight = await loadSight(house.db, personOf(request), house.today());
  must(sight.communes.length > 0, 'việc rà soát thường xuyên');
  return sight;
}

/** The request of the address with its place, for those who may follow it. */
export async function askedRequest(request: Request, house: House) {
  const id = idOf(request, 'request', 'đề nghị này');
  const sight = await askedSight(request, house);
  const asked = found(await findRequest(house.db, sight, id), 'đề nghị này');
  return { asked, place: found(placeIn(sight, asked), 'đề nghị này') };
}

/** Masked names of the heads of some requests, by household. */
export async function maskedNames(
  { db }: House,
  requests: readonly Pick<ClassRequest, 'communeId' | 'householdId'>[],
): Promise<Map<string, string>> {
  const [first] = requests;
  const provinceId = first && (await findProvinceOf(db, first.communeId));
  if (!provinceId) return new Map();
  const ids = requests.map(({ householdId }) => householdId);
  const heads = await loadHeads(db, provinceId, ids);
  return new Map([...heads].map(([id, { fullName }]) => [id, maskName(fullName)]));
}

/** The version that the person saw; a text that is none fits none. */
export function versionOf({ version = '' }: Readonly<Record<string, string | undefined>>): number {
  return /^\d{1,9}$/.test(version) ? Number(version) : -1;
}
