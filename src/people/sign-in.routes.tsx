import type { House } from '../shared/house.ts';
import { Problem } from '../shared/problem.ts';
import { formFields, query, type Reply, type Request, type Site } from '../shared/web.ts';
import { deviceInWords } from './device.ts';
import { ownAddress, readKeptForm } from './kept-form.ts';
import { ownAccountRoutes } from './own-account.routes.tsx';
import { type Doorstep, SESSION_LONGEST_MS, signOut } from './sessions.actions.ts';
import { demoSignIns, type SignedIn, signIn } from './sign-in.actions.ts';
import { KeptFormPage, SignInPage } from './sign-in.pages.tsx';

const SESSION_COOKIE = 'session';
const DEVICE_COOKIE = 'known-device';
const YEAR_S = 365 * 24 * 3600;

/** Where someone who must choose a password may still go. */
const BEFORE_PASSWORD = new Set(['/password', '/sign-out', '/sign-in', '/assets/:name']);

/** Signing in and out, and one's own account. */
export function signInRoutes(site: Site, house: House): void {
  firstChoosePassword(site);
  site.get('/sign-in', { config: { door: 'public' } }, async (request, reply) => {
    const wanted = ownAddress(query(request).wanted);
    if (request.person) return reply.redirect(wanted, 303);
    return reply.page(
      <SignInPage frame={request.frame()} wanted={wanted} demo={await demo(request, house)} />,
    );
  });
  site.post('/sign-in', { config: { door: 'public' } }, (request, reply) =>
    letIn(request, reply, house),
  );
  site.post('/sign-out', { config: { door: 'public' } }, async (request, reply) => {
    const { person, sessionToken } = request;
    if (person && sessionToken) await signOut(house, person, sessionToken);
    reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return reply.done('/sign-in', 'Bạn đã đăng xuất khỏi thiết bị này.');
  });
  ownAccountRoutes(site, house);
}

/** A one-time password opens one page only: the one to choose an own password. */
function firstChoosePassword(site: Site): void {
  site.addHook('preHandler', async (request, reply) => {
    if (!request.person?.mustChangePassword) return;
    if (BEFORE_PASSWORD.has(request.routeOptions.url ?? '')) return;
    return reply.redirect('/password', 303);
  });
}

async function letIn(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { login = '', password = '', kept, wanted } = formFields(request);
  const next = ownAddress(wanted);
  try {
    const signedIn = await signIn(house, {
      login,
      password,
      from: doorstepOf(request),
      knownDevice: request.cookies[DEVICE_COOKIE],
    });
    giveCookies(request, reply, signedIn);
    const form = readKeptForm(kept);
    return form && !signedIn.mustChangePassword
      ? reply.page(<KeptFormPage frame={request.frame()} kept={form} />)
      : reply.redirect(next, 303);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const { message, status } = problem;
    const props = { frame: request.frame(), wanted: next, kept, message, login };
    return reply.page(<SignInPage {...props} demo={await demo(request, house)} />, status);
  }
}

function giveCookies(request: Request, reply: Reply, { token, knownDevice }: SignedIn): void {
  const secure = request.protocol === 'https';
  const sealed = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  reply.setCookie(SESSION_COOKIE, token, { ...sealed, maxAge: SESSION_LONGEST_MS / 1000 });
  reply.setCookie(DEVICE_COOKIE, knownDevice, { ...sealed, path: '/sign-in', maxAge: YEAR_S });
}

function doorstepOf(request: Request): Doorstep {
  return { device: deviceInWords(request.headers['user-agent']), address: request.ip };
}

async function demo(request: Request, house: House) {
  return request.frame().storyDay ? demoSignIns(house) : [];
}
