import { showDay, showInstant } from '../../shared/day.ts';
import { ButtonLink } from '../../shared/html/button.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { type Fact, KeyValues, Timeline } from '../../shared/html/facts.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel, Section } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import { AREA_TYPES, CLASSES, LEAVINGS } from '../household-class.ts';
import { maskName } from '../masking.ts';
import type { GrantedDecision } from '../off-round/class-request.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { CHANGES, changeSaid, isChange } from './change-line.ts';
import { type Household, livesThere, type Member, type ReviewYear } from './household.ts';
import { IdentityForm } from './identity-form.pages.tsx';
import { Members } from './members-section.pages.tsx';
import type { Identities } from './members-table.pages.tsx';
import type { PurposeTyped } from './purpose.ts';
import { ReviewFound } from './review-found.pages.tsx';
import { YearsLine } from './review-years.pages.tsx';

/** Everything that a household's page shows; names only where `reading` says that they were asked for. */
export interface HouseholdPageProps {
  readonly frame: Frame;
  readonly household: Household;
  /** In the clear, to be masked here unless a reading was recorded; null: not written down. */
  readonly headName: string | null;
  readonly back: { readonly href: string; readonly label: string };
  /** What village and commune were called before the merger, where that differs. */
  readonly before: string | undefined;
  readonly residences: readonly string[];
  readonly years: readonly ReviewYear[];
  readonly chosen: ReviewYear | undefined;
  readonly standard: PovertyStandard | undefined;
  readonly surveyHref: string | undefined;
  /** What was granted off the yearly rounds, earliest first. */
  readonly decisions: readonly GrantedDecision[];
  readonly members: readonly Member[];
  readonly changes: readonly ShownChange[];
  readonly mayReview: boolean;
  readonly reading: { readonly purpose: string; readonly identities: Identities } | undefined;
  readonly typed: PurposeTyped;
  readonly problems: readonly FieldProblem[];
}

export interface ShownChange {
  readonly seq: number;
  readonly at: Date;
  readonly personName: string;
  readonly verb: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A household: where it lives, what the reviews found, who is in it, and who it is behind a purpose. */
export function HouseholdPage(props: HouseholdPageProps) {
  const { frame, household, years, chosen, standard, surveyHref, problems } = props;
  const title = titleOf(props);
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead={`Mã hộ ${household.code}${household.madeUp ? ' · hộ giả định để chạy thử' : ''}`}
        back={props.back}
        actions={<HeadActions {...props} />}
      />
      <ErrorSummary problems={problems} />
      {props.reading ? <ReadingNotice purpose={props.reading.purpose} /> : null}
      <Panel title="Nơi ở">
        <KeyValues facts={factsOf(props)} />
      </Panel>
      {chosen && standard ? (
        <ReviewFound review={chosen} standard={standard} surveyHref={surveyHref} />
      ) : null}
      <Section title="Qua các năm">
        {years.length > 0 ? (
          <YearsLine years={years} chosen={chosen} />
        ) : (
          <Empty sentence="Hộ chưa có trong kỳ rà soát nào." />
        )}
      </Section>
      <OffRound {...props} />
      <Members {...props} />
      {props.reading ? null : <Identity {...props} />}
      <Changes changes={props.changes} />
    </Page>
  );
}

/** What was decided between the yearly reviews, and where a household asks. */
function OffRound({ household, decisions, mayReview }: HouseholdPageProps) {
  const mayAsk = mayReview && household.endedOn === null;
  if (decisions.length === 0 && !mayAsk) return null;
  return (
    <Section
      title="Rà soát thường xuyên"
      actions={
        mayAsk ? (
          <ButtonLink href={`/class-requests/new?household=${household.id}`} kind="quiet">
            Ghi đề nghị mới
          </ButtonLink>
        ) : undefined
      }
    >
      {decisions.length === 0 ? (
        <p class="soft">Chưa có quyết định nào ngoài kỳ hằng năm.</p>
      ) : null}
      {decisions.map((one) => (
        <p key={one.requestId}>
          Ngày {showDay(one.decidedOn)}: từ {lowerFirst(CLASSES[one.classBefore])} thành{' '}
          {lowerFirst(CLASSES[one.result])} (
          <a href={`/class-requests/${one.requestId}`}>số {one.number}</a>).
        </p>
      ))}
    </Section>
  );
}

function titleOf({ headName, reading }: HouseholdPageProps): string {
  if (headName === null) return 'Hộ chưa ghi tên chủ hộ';
  return `Hộ ${reading ? headName : maskName(headName)}`;
}

function HeadActions({ household, mayReview }: HouseholdPageProps) {
  const address = `/households/${household.id}`;
  return (
    <>
      {mayReview && household.endedOn === null ? (
        <ButtonLink href={`${address}/moves`}>Chuyển, tách, nhập hộ</ButtonLink>
      ) : null}
      <ButtonLink href={`${address}/readings`} kind="quiet">
        Ai đã xem hộ này
      </ButtonLink>
    </>
  );
}

function ReadingNotice({ purpose }: { readonly purpose: string }) {
  return (
    <Notice kind="info" title="Tên chỉ hiện ở lần mở này">
      Đã ghi lượt xem với mục đích “{lowerFirst(purpose)}”. Tên ở phần{' '}
      <a href="#members">Thành viên</a>; mở lại trang thì được che như cũ.
    </Notice>
  );
}

function factsOf({ household, before, residences, members }: HouseholdPageProps): Fact[] {
  const { villageName, communeName, areaType, formedOn, endedOn, endReason } = household;
  const living = members.filter(livesThere).length;
  return [
    {
      name: endedOn ? 'Nơi ở cuối cùng' : 'Hiện nay',
      value: `${villageName}, ${lowerFirst(communeName)}`,
    },
    ...(before ? [{ name: 'Trước ngày 01/07/2025', value: before }] : []),
    ...(residences.length > 1 ? [{ name: 'Đã chuyển', value: <Stays stays={residences} /> }] : []),
    { name: 'Khu vực', value: AREA_TYPES[areaType] },
    { name: 'Trong sổ', value: `${living} người, từ ngày ${showDay(formedOn)}` },
    ...(endedOn && endReason
      ? [{ name: 'Kết thúc', value: `${LEAVINGS[endReason]}, ngày ${showDay(endedOn)}` }]
      : []),
  ];
}

function Stays({ stays }: { readonly stays: readonly string[] }) {
  return (
    <ul>
      {stays.map((stay) => (
        <li key={stay}>{stay}</li>
      ))}
    </ul>
  );
}

function Identity({ household, typed, problems }: HouseholdPageProps) {
  return (
    <Panel title="Danh tính" id="identity">
      <IdentityForm
        action={`/households/${household.id}/identity`}
        typed={typed}
        problems={problems}
      />
    </Panel>
  );
}

function Changes({ changes }: { readonly changes: readonly ShownChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Section title="Biến động đã ghi">
      <Timeline
        steps={changes.map(({ seq, at, personName, verb, detail }) => ({
          key: String(seq),
          what: isChange(verb) ? CHANGES[verb] : 'Thay đổi',
          who: personName,
          when: showInstant(at),
          said: changeSaid(detail) || undefined,
        }))}
      />
    </Section>
  );
}
