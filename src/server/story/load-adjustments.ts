import type { Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { officeId } from '../../units/reference-ids.ts';
import { insertRows } from './insert-rows.ts';
import { figureId } from './load-forms.ts';
import type { OpenedRound } from './load-rounds.ts';
import { addWorkingDays } from './office-hours.ts';
import type { Seed } from './seed.ts';
import type { Staff } from './staff.ts';
import type { RoundSeed } from './story-shapes.ts';

/** What a level added to or took from its sum, signed, with the reason that stays visible. */
export async function loadAdjustments(
  tx: Tx,
  opened: OpenedRound,
  round: RoundSeed,
  seed: Seed,
  staff: Staff,
): Promise<void> {
  const on = addWorkingDays(opened.expectedOn, 20);
  const rows = seed.rounds.adjustments
    .filter((one) => one.year === round.year)
    .flatMap(({ level, figure, figures = [], delta, reason }) => {
      const levelId = officeId(level);
      const atTop = levelId === opened.topId;
      const signer = staff.on(atTop ? opened.receiverId : levelId, 'receiveReports', on);
      return [...figures, ...(figure ? [figure] : [])].map((slug) => ({
        id: newId(),
        round_id: opened.roundId,
        unit_id: levelId,
        figure_id: figureId(slug),
        path: atTop ? [opened.topId] : [opened.topId, levelId],
        delta,
        reason,
        at: new Date(`${on}T15:40:00+07:00`),
        person_id: signer.personId,
        person_name: signer.name,
        position_title: signer.title,
      }));
    });
  if (rows.length > 0) await insertRows(tx, 'adjustments', rows);
}
