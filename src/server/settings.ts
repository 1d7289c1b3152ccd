import { asDay, type Day } from '../shared/day.ts';
import type { Db } from '../shared/house.ts';

export interface DemoSignIn {
  readonly login: string;
  readonly password: string;
  /** Name and position, as the demo list shows them. */
  readonly who: string;
  /** What this person comes for. */
  readonly does: string;
}

/** What is kept in the database about the installation itself. */
export interface Settings {
  /** Set only where the story was loaded: the day on which everything happens. */
  readonly storyDay: Day | undefined;
  readonly demoSignIns: readonly DemoSignIn[];
}

export async function readSettings(db: Db): Promise<Settings> {
  const rows = await db.selectFrom('settings').selectAll().execute();
  const values = new Map(rows.map((row) => [row.key, row.value as unknown]));
  return {
    storyDay: asDay(String(values.get('story_day') ?? '')),
    demoSignIns: (values.get('demo_sign_ins') as DemoSignIn[] | undefined) ?? [],
  };
}
