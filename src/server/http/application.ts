import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastify, { type FastifyServerOptions } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { personOfSession } from '../../people/sessions.actions.ts';
import type { House } from '../../shared/house.ts';
import type { Frame, Reply, Request, Site } from '../../shared/web.ts';
import { serveAssets } from './assets.ts';
import { closeDoors } from './doors.ts';
import { speakProblems } from './failures.tsx';
import { frameOf, NOTICE } from './frame.ts';
import { movementNamer } from './movement-name.ts';
import { openRooms } from './rooms.ts';

const MEGABYTE = 1024 * 1024;
/** A list of five thousand units on its preview page, each Vietnamese letter as up to nine signs. */
const FORM_LIMIT = 8 * MEGABYTE;
/** Twenty megabytes over a slow mountain line; whoever sends more slowly holds a place for nothing. */
const SLOWEST_SENDING_MS = 300_000;

export const SESSION_COOKIE = 'session';

export interface ApplicationOptions {
  readonly house: House;
  /** The folder that holds `public/`. */
  readonly root: string;
  readonly storyDay: boolean;
  readonly logger?: FastifyServerOptions['logger'];
}

/** The whole site, wired and ready to listen or to be asked without a port. */
export async function buildApplication(options: ApplicationOptions): Promise<Site> {
  const { house, root, storyDay } = options;
  const site = fastify({
    logger: options.logger ?? false,
    trustProxy: 'loopback',
    bodyLimit: 2 * MEGABYTE,
    requestTimeout: SLOWEST_SENDING_MS,
    routerOptions: { maxParamLength: 200 },
  });
  closeDoors(site);
  await site.register(cookie);
  await site.register(formbody, { bodyLimit: FORM_LIMIT });
  await site.register(multipart, { limits: { fileSize: 20 * MEGABYTE, files: 1 } });
  await site.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  await site.register(helmet, {
    contentSecurityPolicy: CONTENT_POLICY,
    hsts: false,
    // With helmet's own "no-referrer" a form says "Origin: null", which doors.ts must refuse.
    referrerPolicy: { policy: 'same-origin' },
  });
  const version = await serveAssets(site, root);
  knowThePerson(site, house);
  knowTheMovement(site, house);
  dressReplies(site, (request) => frameOf(request, house, { version, storyDay }));
  speakProblems(site);
  openRooms(site, house);
  return site;
}

const CONTENT_POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    upgradeInsecureRequests: null,
  },
};

/** Each request learns who sent it, from the session cookie; no cookie, nobody. */
function knowThePerson(site: Site, house: House): void {
  site.decorateRequest('person', undefined);
  site.decorateRequest('sessionToken', undefined);
  site.addHook('onRequest', async (request) => {
    const token = request.cookies[SESSION_COOKIE];
    if (!token || request.url.startsWith('/assets/')) return;
    request.sessionToken = token;
    request.person = await personOfSession(house, token);
  });
}

/** Each page names the movement that runs now. */
function knowTheMovement(site: Site, house: House): void {
  const nameNow = movementNamer(house);
  site.decorateRequest('movement', '');
  site.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/assets/')) request.movement = await nameNow();
  });
}

/** Replies can answer with a page, or send on to an address with a sentence to say there. */
function dressReplies(site: Site, frame: (request: Request) => Frame): void {
  site.decorateRequest('frame', function (this: Request) {
    return frame(this);
  });
  site.decorateReply('page', function (this: Reply, content: VNode, status = 200) {
    if (this.request.cookies[NOTICE]) this.clearCookie(NOTICE, { path: '/' });
    return this.code(status)
      .header('cache-control', 'private, no-store')
      .type('text/html; charset=utf-8')
      .send(`<!doctype html>${renderToString(content)}`);
  });
  site.decorateReply('done', function (this: Reply, address: string, notice?: string) {
    if (notice)
      this.setCookie(NOTICE, sentence(notice), { path: '/', httpOnly: true, sameSite: 'lax' });
    return this.redirect(address, 303);
  });
}

/**
 * A notice as a cookie can carry it: browsers drop one of over 4 KB, where a Vietnamese letter
 * takes up to nine bytes, and half of a pair of UTF-16 cannot be written at all.
 */
function sentence(notice: string): string {
  return notice.slice(0, 400).toWellFormed();
}
