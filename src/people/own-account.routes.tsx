import type { House } from '../shared/house.ts';
import { Problem } from '../shared/problem.ts';
import { formFields, param, personOf, type Reply, type Request, type Site } from '../shared/web.ts';
import { PasswordPage, SessionsPage } from './own-account.pages.tsx';
import { changePassword, loginOfPerson } from './own-password.actions.ts';
import { endOtherSessions, endOwnSession, ownSessions } from './sessions.actions.ts';

const SIGNED_IN = { config: { door: 'signed-in' } } as const;

/** One's own password and sessions. Nobody else's: the person is always the one who asks. */
export function ownAccountRoutes(site: Site, house: House): void {
  site.get('/password', SIGNED_IN, (request, reply) => showPassword(request, reply, house));
  site.post('/password', SIGNED_IN, (request, reply) => choosePassword(request, reply, house));
  site.get('/sessions', SIGNED_IN, async (request, reply) => {
    const sessions = await ownSessions(house, personOf(request).id, request.sessionToken ?? '');
    return reply.page(<SessionsPage frame={request.frame()} sessions={sessions} />);
  });
  site.post('/sessions/:id/end', SIGNED_IN, async (request, reply) => {
    await endOwnSession(house, personOf(request), param(request, 'id'));
    return reply.done('/sessions', 'Đã kết thúc phiên ở thiết bị đó.');
  });
  site.post('/sessions/end-others', SIGNED_IN, async (request, reply) => {
    const count = await endOtherSessions(house, personOf(request), request.sessionToken ?? '');
    return reply.done('/sessions', `Đã kết thúc ${count} phiên ở nơi khác.`);
  });
}

async function showPassword(request: Request, reply: Reply, house: House, problem?: Problem) {
  const person = personOf(request);
  const page = (
    <PasswordPage
      frame={request.frame()}
      login={await loginOfPerson(house, person.id)}
      first={person.mustChangePassword}
      problems={problem?.fields ?? []}
      message={problem && problem.fields.length === 0 ? problem.message : undefined}
    />
  );
  return reply.page(page, problem?.status ?? 200);
}

async function choosePassword(request: Request, reply: Reply, house: House) {
  const { current = '', chosen = '', repeated = '' } = formFields(request);
  const address = request.ip;
  const token = request.sessionToken ?? '';
  try {
    const change = { current, chosen, repeated, address, token };
    await changePassword(house, personOf(request).id, change);
    return reply.done('/', 'Đã đổi mật khẩu.');
  } catch (problem) {
    if (problem instanceof Problem) return showPassword(request, reply, house, problem);
    throw problem;
  }
}
