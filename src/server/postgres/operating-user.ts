import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { PostgresTrouble } from './trouble.ts';

/** The operating-system user that PostgreSQL runs as. */
export interface OperatingUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** True when it is not us: we are root, and PostgreSQL refuses to run as root. */
  readonly foreign: boolean;
}

/** In order of preference; a machine's keeper may add `chungtay` to keep the data apart. */
const UNPRIVILEGED = ['chungtay', 'postgres', 'nobody'];

/**
 * Who shall run the server: ourselves, or as root the owner of the cluster that exists already,
 * else the first unprivileged user of this machine.
 */
export function chooseOperatingUser(cluster: string): OperatingUser {
  const uid = process.getuid?.() ?? 0;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (uid !== 0) {
    if (owner && owner.uid !== uid) throw new PostgresTrouble('otherOwner', { home: cluster });
    return { name: String(uid), uid, gid: process.getgid?.() ?? uid, foreign: false };
  }
  if (owner && owner.uid !== 0) {
    return { name: String(owner.uid), uid: owner.uid, gid: owner.gid, foreign: true };
  }
  return unprivilegedUser();
}

function unprivilegedUser(): OperatingUser {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of UNPRIVILEGED) {
    const [, , uid, gid] = users.find((fields) => fields[0] === name) ?? [];
    if (uid && gid) return { name, uid: Number(uid), gid: Number(gid), foreign: true };
  }
  throw new PostgresTrouble('noUnprivilegedUser', { users: UNPRIVILEGED.join(', ') });
}

/** What `spawn` needs to run a program as that user. */
export function runAs(user: OperatingUser): { uid?: number; gid?: number } {
  return user.foreign ? { uid: user.uid, gid: user.gid } : {};
}

/** Whether that user can enter a directory: asked of the kernel, not guessed from mode bits. */
export function canEnter(user: OperatingUser, directory: string): boolean {
  const entering = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], {
    ...runAs(user),
    cwd: '/',
    stdio: 'ignore',
  });
  return entering.status === 0;
}
