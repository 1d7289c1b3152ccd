// One import in a process of its own, so that the peak of memory is the import's: takes a file in as
// it is sent, reads and checks it, and applies it to the register.
import { createReadStream } from 'node:fs';
import process from 'node:process';
import { findRound } from '../src/households/rounds/rounds.sql.ts';
import { queueOf } from '../src/households/sheets/import-queue.actions.ts';
import {
  startApplying,
  startReading,
  takeWorkbook,
} from '../src/households/sheets/imports.actions.ts';
import { personOfSession } from '../src/people/sessions.actions.ts';
import { connect } from '../src/server/database/connect.ts';
import { dayInVietnam } from '../src/shared/day.ts';
import type { House } from '../src/shared/house.ts';
import { found } from '../src/shared/web.ts';
import { ROUND } from './made-up-province.ts';
import { measured, tell } from './own-process.ts';

const [, , path = '', url = '', token = ''] = process.argv;
const db = connect(url);
const now = () => new Date();
const house: House = { db, now, today: () => dayInVietnam(now()) };
const person = found(await personOfSession(house, token), 'người này');
const round = found(await findRound(db, ROUND), 'kỳ này');
queueOf(house).reportTo((error) => console.error(error));
let importId = '';
let checkedMs = 0;

const spent = await measured(async () => {
  const began = performance.now();
  const sent = { name: 'ho.xlsx', round, officeId: person.unitId, communeId: null };
  importId = await takeWorkbook(house, person, { ...sent, bytes: createReadStream(path) });
  await startReading(house, person, importId);
  await queueOf(house).idle();
  checkedMs = performance.now() - began;
  await startApplying(house, person, importId);
  await queueOf(house).idle();
});
await queueOf(house).stop();
await db.destroy();
tell({ ...spent, checkedMs, importId });
