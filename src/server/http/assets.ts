import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Reply, Request, Site } from '../../shared/web.ts';

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** Compressed when first asked for, then kept: a start need not wait for it. */
  readonly packed: Partial<Record<Packing, Promise<Buffer>>>;
}

const PACKINGS = { br: promisify(brotliCompress), gzip: promisify(gzip) };
type Packing = keyof typeof PACKINGS;

const YEAR = 'public, max-age=31536000, immutable';

/**
 * Serves the style sheet (all of `public/css` in the order of names), the document style and
 * the script. Gives the version to write behind their addresses.
 */
export async function serveAssets(site: Site, root: string): Promise<string> {
  const css = (await readdir(join(root, 'public/css'))).filter((name) => name.endsWith('.css'));
  const sheets = css.filter((name) => name !== 'document.css').sort();
  const assets = new Map<string, Asset>([
    [
      'app.css',
      await asset(
        'text/css',
        sheets.map((name) => join(root, 'public/css', name)),
      ),
    ],
    ['document.css', await asset('text/css', [join(root, 'public/css/document.css')])],
    ['app.js', await asset('text/javascript', [join(root, 'public/build/app.js')])],
    ['icon.svg', await asset('image/svg+xml', [join(root, 'public/icons/icon.svg')])],
  ]);
  site.get('/assets/:name', { config: { door: 'public' } }, (request, reply) => {
    const wanted = assets.get((request.params as { name: string }).name);
    return wanted ? send(request, reply, wanted) : reply.code(404).send('');
  });
  return version([...assets.values()]);
}

async function asset(type: string, files: string[]): Promise<Asset> {
  const parts = await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))));
  return { type: `${type}; charset=utf-8`, plain: Buffer.concat(parts), packed: {} };
}

async function send(request: Request, reply: Reply, { type, plain, packed }: Asset) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  reply
    .header('content-type', type)
    .header('cache-control', YEAR)
    .header('vary', 'accept-encoding');
  const packing = (['br', 'gzip'] as const).find((one) =>
    new RegExp(`\\b${one}\\b`).test(accepted),
  );
  if (!packing) return reply.send(plain);
  packed[packing] ??= PACKINGS[packing](plain);
  return reply.header('content-encoding', packing).send(await packed[packing]);
}

function version(assets: Asset[]): string {
  const hash = createHash('sha256');
  for (const { plain } of assets) hash.update(plain);
  return hash.digest('hex').slice(0, 10);
}
