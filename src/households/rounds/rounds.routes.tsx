import type { Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { sendWorkbook } from '../../shared/sheet/workbook-reply.ts';
import { writeSheet } from '../../shared/sheet/write.ts';
import {
  formFields,
  found,
  idOf,
  must,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import {
  mayRecogniseReview,
  mayReviewCommune,
  mayRunReviews,
  reviewingUnits,
} from '../households.policy.ts';
import { isUsable, standardsFor } from '../standard/poverty-standard.ts';
import { listStandards } from '../standard/standards.sql.ts';
import { loadCommunes } from './desk.sql.ts';
import type { DeskCommune } from './desk.ts';
import { deskSheet } from './desk-sheet.ts';
import { HouseholdsPage } from './households.pages.tsx';
import { ProvinceDeskPage } from './province-desk.pages.tsx';
import { type ReviewRound, roundOfDay } from './review-round.ts';
import { readRoundDraft, usualRound } from './round-draft.ts';
import { RoundFormPage } from './round-form.pages.tsx';
import { openRound } from './rounds.actions.ts';
import { communesOfVillages, findRound, listRounds, listStandingAgencies } from './rounds.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const SIGNED_IN = { config: { door: 'signed-in' } } as const;

/** The hub of households, the yearly reviews, opening one, the desk of the province. */
export function reviewRoundsRoutes(site: Site, house: House): void {
  site.get('/households', SIGNED_IN, (request, reply) => showHub(request, reply, house));
  site.get('/review-rounds', SIGNED_IN, (_request, reply) => reply.redirect('/households'));
  site.get('/review-rounds/new', POLICY, (request, reply) => showNew(request, reply, house));
  site.post('/review-rounds', POLICY, (request, reply) => open(request, reply, house));
  site.get('/review-rounds/:round', SIGNED_IN, (request, reply) => showDesk(request, reply, house));
  site.get('/review-rounds/:round/communes.xlsx', SIGNED_IN, async (request, reply) => {
    const round = await askedRound(request, house);
    const bytes = await writeSheet(deskSheet(round, await loadCommunes(house.db, round)));
    return sendWorkbook(reply, `Tiến độ rà soát năm ${round.year}.xlsx`, bytes);
  });
}

/** The round that the address names. */
export async function askedRound(request: Request, house: House): Promise<ReviewRound> {
  const what = 'kỳ rà soát này';
  return found(await findRound(house.db, idOf(request, 'round', what)), what);
}

async function showHub(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  const rounds = await listRounds(house.db);
  const latest = roundOfDay(rounds, house.today());
  const own = latest ? await ownCommunes(person, latest, house) : [];
  return reply.page(
    <HouseholdsPage
      frame={request.frame()}
      {...{ rounds, latest }}
      own={own}
      mayReview={own.some((commune) => mayReviewCommune(person, commune))}
      mayRun={await runs(person, house)}
    />,
  );
}

/** Where the person reviews or recognises, a village of the commune included. */
async function ownCommunes(person: Person, round: ReviewRound, house: House) {
  const communes = await loadCommunes(house.db, round);
  const near = await communesOfVillages(house.db, reviewingUnits(person), round.unitsOn);
  return communes.filter((one) => isOwn(person, one) || near.includes(one.communeId));
}

function isOwn(person: Person, commune: DeskCommune): boolean {
  return mayReviewCommune(person, commune) || mayRecogniseReview(person, commune);
}

async function runs(person: Person, house: House): Promise<boolean> {
  return mayRunReviews(person, await listStandingAgencies(house.db, house.today()));
}

async function showNew(request: Request, reply: Reply, house: House): Promise<Reply> {
  must(await runs(personOf(request), house), 'việc mở kỳ rà soát');
  const standards = await listStandards(house.db);
  const year = Number(house.today().slice(0, 4));
  const [usual] = standardsFor(standards, year).filter(isUsable);
  const typed = usualRound(year, usual?.id ?? '');
  return reply.page(
    <RoundFormPage frame={request.frame()} typed={typed} faults={[]} standards={standards} />,
  );
}

async function open(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  must(await runs(person, house), 'việc mở kỳ rà soát');
  const typed = formFields(request);
  const wish = readRoundDraft(typed);
  try {
    if ('faults' in wish) throw new Problem('invalidForm', {}, wish.faults);
    const id = await openRound(house, person, wish);
    return reply.done(
      `/review-rounds/${id}`,
      `Đã mở kỳ rà soát năm ${wish.year}. Các xã bắt đầu từ trang của xã mình.`,
    );
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 403) throw error;
    const standards = await listStandards(house.db);
    const faults =
      error.fields.length > 0 ? error.fields : [{ field: 'year', message: error.message }];
    return reply.page(
      <RoundFormPage frame={request.frame()} typed={typed} faults={faults} standards={standards} />,
      error.status,
    );
  }
}

async function showDesk(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  const round = await askedRound(request, house);
  return reply.page(
    <ProvinceDeskPage
      frame={request.frame()}
      today={house.today()}
      round={round}
      communes={await loadCommunes(house.db, round)}
      mayRun={await runs(person, house)}
      mayEnter={(commune) => isOwn(person, commune)}
    />,
  );
}
