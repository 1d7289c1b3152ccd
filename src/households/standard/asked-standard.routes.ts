import type { House } from '../../shared/house.ts';
import { found, idOf, personOf, type Request } from '../../shared/web.ts';
import { mayRunReviews } from '../households.policy.ts';
import { listStandingAgencies } from '../rounds/rounds.sql.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import { findVersion } from './standard-changes.sql.ts';
import type { StandardUse } from './standard-use.ts';
import { findUse } from './standard-uses.sql.ts';
import { findStandard } from './standards.sql.ts';

const THIS = 'chuẩn nghèo này';

/** A standard as the pages ask for it. */
export interface AskedStandard {
  readonly standard: PovertyStandard;
  readonly version: number;
  readonly use: StandardUse;
}

/** The id of the standard in the address. */
export function standardOf(request: Request): string {
  return idOf(request, 'standard', THIS);
}

/** The standard that the address names. */
export async function askedStandard(request: Request, house: House): Promise<AskedStandard> {
  const id = standardOf(request);
  // The version first: who changes the standard in between is noticed at the next press.
  const version = found(await findVersion(house.db, id), THIS);
  const standard = found(await findStandard(house.db, id), THIS);
  return { standard, version, use: await findUse(house.db, id) };
}

/** Does the person keep the standards, as the standing agency does? */
export async function keepsStandards(request: Request, house: House): Promise<boolean> {
  const agencies = await listStandingAgencies(house.db, house.today());
  return mayRunReviews(personOf(request), agencies);
}
