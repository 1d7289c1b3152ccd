import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Person } from '../people/person.ts';
import type { Day } from './day.ts';
import { isId } from './identity.ts';
import { Problem } from './problem.ts';

/** One room of the rail: where it leads, its word, its icon. */
export interface RoomLink {
  readonly href: string;
  readonly label: string;
  readonly icon: 'work' | 'plan' | 'report' | 'household' | 'unit' | 'people' | 'search';
  readonly current: boolean;
}

/** What every page shows around its own content. Spread it into `<Page>`. */
export interface Frame {
  readonly person?: { readonly name: string; readonly title: string; readonly unit: string };
  readonly today: Day;
  readonly storyDay: boolean;
  readonly movement: string;
  readonly rooms: readonly RoomLink[];
  readonly notice?: string;
  readonly version: string;
}

/**
 * Who may knock at a route: anyone, anyone signed in, or a person whom the handler asks a
 * policy about before it shows or does a thing. A route without a door is refused at start.
 */
export type Door = 'public' | 'signed-in' | 'policy';

declare module 'fastify' {
  interface FastifyContextConfig {
    door?: Door;
  }
  interface FastifyRequest {
    person: Person | undefined;
    sessionToken: string | undefined;
    /** The short name of the movement that runs now. */
    movement: string;
    /** The frame for a page of this request. */
    frame(): Frame;
  }
  interface FastifyReply {
    /** Answers with a whole HTML page. */
    page(content: VNode, status?: number): FastifyReply;
    /** After a change: on to an address, with one sentence said at the top of it. */
    done(address: string, notice?: string): FastifyReply;
  }
}

export type Site = FastifyInstance;
export type Request = FastifyRequest;
export type Reply = FastifyReply;

/** The signed-in person of a request behind a door; `notSignedIn` otherwise. */
export function personOf(request: Request): Person {
  if (!request.person) throw new Problem('notSignedIn');
  return request.person;
}

/** One text of the address (`:id`) or of the query. */
export function param(request: Request, name: string): string {
  const found = (request.params as Record<string, string | undefined>)[name];
  return found ?? '';
}

/** An id of the address (`:id`); a text that is none is "not found", and `what` names the thing. */
export function idOf(request: Request, name: string, what: string): string {
  const id = param(request, name);
  if (!isId(id)) throw new Problem('notFound', { what });
  return id;
}

/** The query of the address as texts; a repeated key keeps its last. */
export function query(request: Request): Record<string, string | undefined> {
  return lastTexts(request.query);
}

/** The fields of a sent form as texts; a repeated key keeps its last. */
export function formFields(request: Request): Record<string, string | undefined> {
  return lastTexts(request.body);
}

/** All values of a field that may repeat (checkboxes). */
export function formList(request: Request, name: string): string[] {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}

function lastTexts(source: unknown): Record<string, string | undefined> {
  const entries = Object.entries((source ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value;
      return [key, typeof last === 'string' ? last : undefined];
    }),
  );
}

/** Refuses with a sentence unless a policy said yes. `what` names the thing in Vietnamese. */
export function must(allowed: boolean, what: string): void {
  if (!allowed) throw new Problem('notAllowed', { what });
}

/** The thing asked for, or a "not found" that names it. */
export function found<T>(thing: T | undefined | null, what: string): T {
  if (thing === undefined || thing === null) throw new Problem('notFound', { what });
  return thing;
}

/** The address that links to this site begin with, as the person reached it. */
export function siteOf(request: Request): string {
  return `${request.protocol}://${request.host}`;
}
