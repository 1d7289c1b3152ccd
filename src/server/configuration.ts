import { join } from 'node:path';
import process from 'node:process';
import type { Reach } from './story/households/scope.ts';

/** What the surroundings decide. Nothing needs to be set. */
export interface Configuration {
  readonly root: string;
  readonly port: number;
  readonly dataDir: string;
  /** An outside PostgreSQL; without it the embedded one runs in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Where mail goes; without it mail stays in the outbox, readable as pages. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** The address that links in mail begin with. */
  readonly publicUrl: string | undefined;
  /**
   * What an empty database is filled with: the story with the households of a few communes or
   * (`STORY=whole`) of the whole province, or (`STORY=no`) a real installation begins.
   */
  readonly story: Reach | 'no';
}

/** Reads the environment; a port that is no port is said at once. */
export function readConfiguration(environment = process.env, root = process.cwd()): Configuration {
  const port = Number(environment.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT=${environment.PORT} không phải là số cổng (0–65535).`);
  return {
    root,
    port,
    dataDir: environment.DATA_DIR || join(root, 'data'),
    databaseUrl: environment.DATABASE_URL || undefined,
    smtpUrl: environment.SMTP_URL || undefined,
    mailFrom: environment.MAIL_FROM ?? 'Chung Tay <chung-tay@localhost>',
    publicUrl: environment.PUBLIC_URL || undefined,
    story: readStory(environment.STORY || 'yes'),
  };
}

/** A misspelt wish must not fill a real installation with made-up people. */
function readStory(typed: string): Configuration['story'] {
  if (typed === 'no' || typed === 'whole') return typed;
  if (typed === 'yes') return 'few';
  throw new Error(
    `STORY=${typed} không hiểu được. Hãy đặt STORY=no để bắt đầu với cơ sở dữ liệu trống, STORY=whole để nạp dữ liệu minh họa với hộ của cả tỉnh, hoặc bỏ biến này để nạp hộ của ba xã.`,
  );
}
