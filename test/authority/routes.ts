import type { Site } from '../../src/shared/web.ts';

/** One way into the house: `GET /people/:id`. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** Every route that the site answers, read from the router itself, not from a list of ours. */
export function routesOf(site: Site): Route[] {
  const found: Route[] = [];
  const above: string[] = [];
  for (const line of site.printRoutes({ commonPrefix: false }).split('\n')) {
    const parts = /^([\s│├└─]*)(\S.*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!parts) continue;
    const [, indent = '', segment = '', methods = ''] = parts;
    const depth = indent.length / 4;
    above.length = depth;
    above.push(segment);
    const path = above.join('').replaceAll('//', '/');
    found.push(
      ...methods
        .split(', ')
        .filter(isOurs)
        .map((method) => ({ method, path })),
    );
  }
  return found;
}

/** HEAD follows GET, and the router adds it by itself. */
function isOurs(method: string): boolean {
  return method !== '' && method !== 'HEAD';
}
