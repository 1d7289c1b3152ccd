import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import {
  formFields,
  found,
  idOf,
  must,
  param,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayRunReviews } from '../households.policy.ts';
import { listStandingAgencies } from '../rounds/rounds.sql.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import { StandardPage, type StandardPageProps, whyOf } from './standard.pages.tsx';
import {
  confirmStandard,
  copyStandard,
  rewriteIndicator,
  rewriteStandard,
} from './standard-changes.actions.ts';
import { findVersion, listUses } from './standard-changes.sql.ts';
import { type Typed, typedStandard } from './standard-draft.ts';
import {
  IndicatorFormPage,
  StandardFormPage,
  type StandardFormProps,
} from './standard-form.pages.tsx';
import { isUsed, useInWords } from './standard-use.ts';
import { StandardsPage } from './standards.pages.tsx';
import { findStandard, listStandards } from './standards.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const SIGNED_IN = { config: { door: 'signed-in' } } as const;
const LIST = '/poverty-standards';
const ONE = `${LIST}/:standard`;
const INDICATOR = `${ONE}/indicators/:indicator`;

/** The poverty standards: read by everyone signed in, kept by the standing agency. */
export function standardsRoutes(site: Site, house: House): void {
  site.get(LIST, SIGNED_IN, (request, reply) => showList(request, reply, house));
  site.get(ONE, SIGNED_IN, (request, reply) => showOne(request, reply, house));
  site.get(`${ONE}/edit`, POLICY, (request, reply) => showForm(request, reply, house));
  site.post(`${ONE}/edit`, POLICY, (request, reply) => rewrite(request, reply, house));
  site.get(INDICATOR, POLICY, (request, reply) => showIndicator(request, reply, house));
  site.post(INDICATOR, POLICY, (request, reply) => rewriteOne(request, reply, house));
  site.post(`${ONE}/confirmations/:part`, POLICY, (request, reply) =>
    confirm(request, reply, house),
  );
  site.post(`${ONE}/copy`, POLICY, async (request, reply) => {
    const id = await copyStandard(house, personOf(request), idOf(request, 'standard', THIS));
    const words = 'Đã sao chép. Hãy sửa tên, năm và các mức của chuẩn mới, rồi ghi căn cứ.';
    return reply.done(`${LIST}/${id}/edit`, words);
  });
}

const THIS = 'chuẩn nghèo này';

async function showList(request: Request, reply: Reply, house: House): Promise<Reply> {
  return reply.page(
    <StandardsPage
      frame={request.frame()}
      year={thisYear(house)}
      standards={await listStandards(house.db)}
      mayKeep={await keeps(request, house)}
    />,
  );
}

function thisYear(house: House): number {
  return Number(house.today().slice(0, 4));
}

async function keeps(request: Request, house: House): Promise<boolean> {
  const agencies = await listStandingAgencies(house.db, house.today());
  return mayRunReviews(personOf(request), agencies);
}

interface Asked {
  readonly standard: PovertyStandard;
  readonly version: number;
}

async function asked(request: Request, house: House): Promise<Asked> {
  const id = idOf(request, 'standard', THIS);
  const standard = found(await findStandard(house.db, id), THIS);
  return { standard, version: found(await findVersion(house.db, id), THIS) };
}

async function showOne(
  request: Request,
  reply: Reply,
  house: House,
  refused?: StandardPageProps['refused'],
): Promise<Reply> {
  const { standard, version } = await asked(request, house);
  return reply.page(
    <StandardPage
      frame={request.frame()}
      year={thisYear(house)}
      {...{ standard, version, ...(refused && { refused }) }}
      use={(await listUses(house.db)).get(standard.id)}
      mayKeep={await keeps(request, house)}
    />,
    refused ? 422 : 200,
  );
}

/** The standard of the address for those who may change it, while it may be changed. */
async function changeable(request: Request, house: House): Promise<Asked> {
  must(await keeps(request, house), 'chuẩn nghèo');
  const { standard, version } = await asked(request, house);
  const use = (await listUses(house.db)).get(standard.id);
  if (use && isUsed(use))
    throw new Problem('standardUsed', { standard: standard.name, why: useInWords(use) });
  return { standard, version };
}

async function showForm(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { standard, version } = await changeable(request, house);
  const props = { frame: request.frame(), standard, version, faults: [] };
  return reply.page(<StandardFormPage {...props} typed={typedStandard(standard)} />);
}

async function showIndicator(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { standard, version } = await changeable(request, house);
  const key = param(request, 'indicator');
  const indicator = found(
    standard.indicators.find((one) => one.key === key),
    'chỉ số này của chuẩn nghèo',
  );
  const { name, deprivedWhen, source, confirmed } = indicator;
  const typed = { name, deprivedWhen, source, confirmed: confirmed ? 'yes' : '' };
  const props = { frame: request.frame(), standard, version, typed, faults: [] };
  return reply.page(<IndicatorFormPage {...props} indicator={key} />);
}

async function rewrite(request: Request, reply: Reply, house: House): Promise<Reply> {
  const typed = formFields(request);
  const seen = seenOf(request, typed);
  try {
    await rewriteStandard(house, personOf(request), seen, typed);
    return reply.done(`${LIST}/${seen.id}`, 'Đã lưu chuẩn nghèo.');
  } catch (error) {
    const props = await refusedForm(request, house, typed, error);
    return reply.page(<StandardFormPage {...props} />, props.status);
  }
}

async function rewriteOne(request: Request, reply: Reply, house: House): Promise<Reply> {
  const typed = formFields(request);
  const seen = { ...seenOf(request, typed), key: param(request, 'indicator') };
  try {
    await rewriteIndicator(house, personOf(request), seen, typed);
    return reply.done(`${LIST}/${seen.id}`, 'Đã lưu chỉ số.');
  } catch (error) {
    const props = await refusedForm(request, house, typed, error);
    return reply.page(<IndicatorFormPage {...props} indicator={seen.key} />, props.status);
  }
}

async function confirm(request: Request, reply: Reply, house: House): Promise<Reply> {
  const typed = formFields(request);
  const seen = { ...seenOf(request, typed), part: param(request, 'part') };
  try {
    await confirmStandard(house, personOf(request), seen, typed);
    return reply.done(`${LIST}/${seen.id}`, 'Đã xác nhận và ghi căn cứ.');
  } catch (error) {
    if (!isMendable(error)) throw error;
    const refused = { part: seen.part, source: typed.source ?? '' };
    return showOne(request, reply, house, { ...refused, why: whyOf(error.fields, error.message) });
  }
}

function seenOf(request: Request, typed: Typed): { id: string; version: number } {
  const { version = '' } = typed;
  return {
    id: idOf(request, 'standard', THIS),
    version: /^\d{1,9}$/.test(version) ? Number(version) : -1,
  };
}

function isMendable(error: unknown): error is Problem {
  return (
    error instanceof Problem && (error.key === 'invalidForm' || error.key === 'changedMeanwhile')
  );
}

/**
 * The form again with all that was typed. Where someone else was first it carries the new
 * version: who has compared and presses again means it.
 */
async function refusedForm(
  request: Request,
  house: House,
  typed: Typed,
  error: unknown,
): Promise<StandardFormProps & { readonly status: number }> {
  if (!isMendable(error)) throw error;
  const { standard, version } = await changeable(request, house);
  const { version: mine } = seenOf(request, typed);
  const first = error.key === 'changedMeanwhile';
  return {
    ...{ frame: request.frame(), standard, typed, status: error.status, faults: error.fields },
    version: first || mine < 0 ? version : mine,
    message: first
      ? `${error.message} Những gì bạn nhập vẫn ở dưới; bản đang lưu xem ở trang “Chuẩn này”. Bấm lưu lần nữa sẽ thay bản đang lưu.`
      : undefined,
  };
}
