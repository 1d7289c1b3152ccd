import { join } from 'node:path';
import process from 'node:process';

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
  /** Whether an empty database is filled with the story; `STORY=no` begins a real installation. */
  readonly story: boolean;
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
function readStory(typed: string): boolean {
  if (typed === 'yes' || typed === 'no') return typed === 'yes';
  throw new Error(
    `STORY=${typed} không hiểu được. Hãy đặt STORY=no để bắt đầu với cơ sở dữ liệu trống, hoặc bỏ biến này để nạp dữ liệu minh họa.`,
  );
}
