import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id, the first choice of the OWASP password storage sheet: 19 MiB, two passes. */
const CHOSEN = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * A one-time password carries 59 random bits and is replaced at the first sign-in: stretching
 * it adds nothing, and five hundred slips are hashed in a second instead of a quarter minute.
 */
const ONE_TIME = { memoryCost: 2_048, timeCost: 1, parallelism: 1 };

/** Letters that nobody confuses on paper: no l, o, i, no 0, 1. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The hash of a password, Argon2id in PHC text. Spelling with combined accents is one. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), CHOSEN);
}

/** A new one-time password such as `kx7m-p4wd-9hre`, with its hash. */
export async function oneTimePassword(): Promise<{ password: string; passwordHash: string }> {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const password = `${group()}-${group()}-${group()}`;
  return { password, passwordHash: await hash(password, ONE_TIME) };
}

let standIn: Promise<string> | undefined;

/**
 * Does the password fit? Without a hash (an unknown login) the same work is done on a hash that
 * fits nothing, so the time taken tells nobody which logins exist.
 */
export async function passwordFits(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  standIn ??= hashPassword(randomBytes(24).toString('base64'));
  const fits = await verify(passwordHash ?? (await standIn), password.normalize('NFC'));
  return passwordHash !== undefined && fits;
}
