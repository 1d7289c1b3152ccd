import type { Site } from '../shared/web.ts';

const PAUSE_MS = 500;

export interface Listening {
  readonly port: number;
  /** How long a port that is still held is waited for: the server before us may be stopping. */
  readonly patienceMs?: number;
  readonly say: (line: string) => void;
}

/**
 * Opens the port and gives the address. Throws an `Error` with a Vietnamese sentence when the
 * port stays taken or may not be opened.
 */
export async function listen(site: Site, { port, patienceMs = 8_000, say }: Listening) {
  const until = performance.now() + patienceMs;
  for (let told = false; ; told = true) {
    try {
      return await site.listen({ port, host: '0.0.0.0' });
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== 'EADDRINUSE' || performance.now() >= until) throw portTrouble(error, port);
      if (!told) say(`Cổng ${port} đang có chương trình khác dùng; đợi một lát…`);
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
  }
}

function portTrouble(error: unknown, port: number): unknown {
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return new Error(
        `Cổng ${port} đang có chương trình khác dùng nên chưa mở được trang. Hãy dừng chương trình đó, hoặc chạy lại với cổng khác, ví dụ PORT=${port === 3100 ? 3200 : 3100}.`,
      );
    case 'EACCES':
      return new Error(
        `Không được phép mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên, ví dụ PORT=3000.`,
      );
    default:
      return error;
  }
}
