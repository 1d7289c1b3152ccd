import { sql } from 'kysely';
import { insertRound } from '../../reporting/rounds/rounds.actions.ts';
import { noteEvent } from '../../shared/act.actions.ts';
import { addDays, type Day, day } from '../../shared/day.ts';
import type { Tx } from '../../shared/house.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import { officeId } from '../../units/reference-ids.ts';
import type { Reported } from './last-year.ts';
import { loadAdjustments } from './load-adjustments.ts';
import { formId } from './load-forms.ts';
import { MOVEMENT_ID } from './load-movement.ts';
import { fillRound } from './load-reports.ts';
import type { Seed } from './seed.ts';
import type { Staff } from './staff.ts';
import type { RoundSeed } from './story-shapes.ts';
import type { Writing } from './writing.ts';

/** Until 28/2/2025 the department of labour stood for the movement, since then agriculture. */
function standingOn(on: Day): string {
  return officeId(on < '2025-03-01' ? 'SO.LDTBXH' : 'SO.NNMT');
}

/** The four rounds, oldest first, each with all its reports; the last is open. `say` hears each. */
export async function loadRounds(
  tx: Tx,
  seed: Seed,
  staff: Staff,
  writing: Writing,
  say: (line: string) => void,
): Promise<void> {
  let previousId: string | null = null;
  let before: Reported = new Map();
  for (const round of seed.rounds.rounds) {
    const opened = await openRound(tx, seed, round, previousId, staff);
    const { reported, values } = await fillRound(
      tx,
      { ...opened, round, seed },
      { writing, staff, before },
    );
    await loadAdjustments(tx, opened, round, seed, staff);
    say(`  4/5  kỳ ${round.year}: ${reported.size} báo cáo, ${showNumber(values)} giá trị`);
    previousId = opened.roundId;
    before = reported;
  }
  await grantExtension(tx, seed, staff, previousId ?? '');
}

export interface OpenedRound {
  readonly roundId: string;
  readonly expectedOn: Day;
  readonly receiverId: string;
  readonly topId: string;
}

async function openRound(
  tx: Tx,
  seed: Seed,
  round: RoundSeed,
  previousId: string | null,
  staff: Staff,
): Promise<OpenedRound> {
  const { year, kind } = round;
  const expectedOn = day(`${year}-11-01`);
  const receiverId = standingOn(expectedOn);
  const topId = officeId('UBND');
  const { personId, name } = staff.on(receiverId, 'receiveReports', expectedOn);
  const openedAt = new Date(`${expectedOn}T08:15:00+07:00`);
  const actor = { id: personId, name };
  const wish = {
    movementId: MOVEMENT_ID,
    formId: formId(round.form),
    previousId,
    kind,
    year,
    periodFrom: day(`${year}-01-01`),
    periodTo: day(`${year}-11-15`),
    expectedOn,
    legalDue: day(`${year}-11-20`),
    legalInclusive: false,
    legalSource: seed.rounds.legalSource,
    internalDue: day(`${year}-11-15`),
    locksOn: day(`${year}-11-28`),
    receiverId,
    topId,
    isStory: true,
  };
  const [{ roundId }, note] = await insertRound(tx, actor, wish, openedAt);
  await noteEvent(tx, actor, note, openedAt);
  if (year < Number(seed.rounds.storyDay.slice(0, 4))) await closeRound(tx, roundId, year);
  return { roundId, expectedOn, receiverId, topId };
}

async function closeRound(tx: Tx, roundId: string, year: number): Promise<void> {
  const closed = addDays(day(`${year}-11-28`), 1);
  await sql`
    update rounds set closed_at = ${`${closed}T17:00:00+07:00`}::timestamptz
    where id = ${roundId}`.execute(tx);
}

async function grantExtension(tx: Tx, seed: Seed, staff: Staff, roundId: string): Promise<void> {
  const { unit, until, reason } = seed.rounds.today.extension;
  const on = day('2025-11-12');
  const { personId, name } = staff.on(standingOn(on), 'receiveReports', on);
  const at = new Date(`${on}T14:20:00+07:00`);
  const unitId = officeId(unit);
  await sql`
    insert into extensions (id, round_id, unit_id, until, reason, at, person_id, person_name)
    values (gen_random_uuid(), ${roundId}, ${unitId}, ${until}, ${reason}, ${at}, ${personId}, ${name})`.execute(
    tx,
  );
  const detail = { unitId, until, reason };
  const note = { noun: 'round', subjectId: roundId, verb: 'extend', detail };
  await noteEvent(tx, { id: personId, name }, note, at);
}
