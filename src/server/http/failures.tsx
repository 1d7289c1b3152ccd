import { randomBytes } from 'node:crypto';
import { SignInPage } from '../../people/sign-in.pages.tsx';
import { ProblemPage } from '../../shared/html/problem-page.tsx';
import { Problem } from '../../shared/problem.ts';
import type { Reply, Request, Site } from '../../shared/web.ts';
import { problemOfDatabase } from '../database/problem-of-database.ts';

/** Every failure becomes a sentence of the catalogue; nothing raw ever reaches a page. */
export function speakProblems(site: Site): void {
  site.setErrorHandler((error, request, reply) => {
    const problem = asProblem(error, request);
    if (problem.key === 'notSignedIn') return askToSignIn(request, reply, problem);
    if (problem.status === 503) reply.header('retry-after', '5');
    return showProblem(request, reply, problem);
  });
  site.setNotFoundHandler({ preHandler: undefined }, (request, reply) =>
    showProblem(request, reply, new Problem('notFound', { what: 'trang này' })),
  );
}

function asProblem(error: unknown, request: Request): Problem {
  if (error instanceof Problem) return error;
  const known = problemOfDatabase(error) ?? problemOfServer(error);
  if (known) return known;
  const reference = randomBytes(4).toString('hex');
  request.log.error({ err: error, reference }, 'unexpected');
  return new Problem('unexpected', { reference });
}

/** Fastify's own refusals: body too large, a form that cannot be read, too many tries. */
function problemOfServer(error: unknown): Problem | undefined {
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413) return new Problem('fileTooLarge', { limit: '20 MB' });
  if (statusCode === 429) return new Problem('tooManyTries', { seconds: 60 });
  if (statusCode && statusCode < 500) return new Problem('unreadableRequest');
  return undefined;
}

function showProblem(request: Request, reply: Reply, problem: Problem): Reply {
  const { message, fields, status } = problem;
  return reply.page(
    <ProblemPage frame={request.frame()} message={message} fields={fields} />,
    status,
  );
}

/**
 * A session that ended while someone typed: the sign-in page carries what was sent, so that
 * nothing is lost; after signing in the same person sends it on with one press.
 */
function askToSignIn(request: Request, reply: Reply, problem: Problem): Reply {
  const wanted = request.method === 'GET' ? request.url : '/';
  const kept =
    request.method === 'POST' && request.body && typeof request.body === 'object'
      ? JSON.stringify({ address: request.url, fields: request.body })
      : undefined;
  return reply.page(
    <SignInPage frame={request.frame()} wanted={wanted} kept={kept} message={problem.message} />,
    401,
  );
}
