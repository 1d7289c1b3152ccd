import type { Reply, Request } from '../shared/web.ts';
import type { Slip } from './accounts.actions.ts';
import { SlipsPage } from './slips.pages.tsx';

/** Slips come as the answer to the change itself, so that they cannot be asked for again. */
export function showSlips(request: Request, reply: Reply, slips: readonly Slip[]): Reply {
  const address = `${request.protocol}://${request.host}`;
  return reply.page(<SlipsPage frame={request.frame()} slips={slips} address={address} />);
}
