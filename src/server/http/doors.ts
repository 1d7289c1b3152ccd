import { Problem } from '../../shared/problem.ts';
import type { Request, Site } from '../../shared/web.ts';

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Closed by default: a route that names no door stops the start, a signed-in door needs a
 * person, and a change must come from a page of ours (browsers always say where from).
 */
export function closeDoors(site: Site): void {
  site.addHook('onRoute', (route) => {
    if (!route.config?.door) throw new Error(`${route.method} ${route.url} has no door`);
  });
  site.addHook('preValidation', async (request) => {
    if (CHANGES.has(request.method) && comesFromElsewhere(request))
      throw new Problem('foreignRequest');
    const { door } = request.routeOptions.config;
    if (door && door !== 'public' && !request.person) throw new Problem('notSignedIn');
  });
}

function comesFromElsewhere(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  // A sandboxed frame of another site says "null"; our own pages never do, because their
  // referrer policy is same-origin. `request.host` is the name before a proxy of this machine.
  return typeof origin === 'string' && hostOf(origin) !== request.host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
