import { type Day, distance, showDay } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Figures } from '../../shared/html/facts.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { Page } from '../../shared/html/page.tsx';
import { Progress } from '../../shared/html/progress.tsx';
import { Duties, PageHead, Section } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import { showNumber } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import {
  checksOf,
  type NextStep,
  nextStep,
  type ProcedureState,
} from '../procedure/procedure-state.ts';
import { CommuneStatusChip } from './commune-status.pages.tsx';
import { type DeskVillage, type ReviewableCommune, sumOf } from './desk.ts';
import type { CommuneReview, ReviewRound } from './review-round.ts';

export interface CommuneDeskPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly round: ReviewRound;
  readonly commune: ReviewableCommune;
  /** Not there until the commune has begun. */
  readonly review: CommuneReview | undefined;
  readonly state: ProcedureState | undefined;
  readonly villages: readonly DeskVillage[];
  /** The whole commune, not the villages of a village reviewer only. */
  readonly whole: boolean;
  readonly mayReview: boolean;
}

/** The desk of a commune's review: what comes next, and each village. */
export function CommuneDeskPage(props: CommuneDeskPageProps) {
  const { frame, round, commune, review } = props;
  return (
    <Page frame={frame} title={`${commune.name}: rà soát năm ${round.year}`}>
      <PageHead
        title={`${commune.name}: rà soát hộ nghèo năm ${round.year}`}
        lead={<Lead {...props} />}
        back={{ href: '/households', label: 'Hộ nghèo, hộ cận nghèo' }}
        actions={review ? <DeskLinks {...props} /> : undefined}
      />
      {review ? <Standing {...props} /> : <Unbegun {...props} />}
    </Page>
  );
}

function Lead({ round, review, today }: CommuneDeskPageProps) {
  return (
    <>
      <CommuneStatusChip status={review?.status} /> Thời gian rà soát: {windowOf(round, today)}.
    </>
  );
}

function windowOf({ beginsOn, endsOn }: ReviewRound, today: Day): string {
  const left = today <= endsOn ? ` (${distance(today, endsOn)})` : '';
  return `${showDay(beginsOn)} – ${showDay(endsOn)}${left}`;
}

const addressOf = ({ round, commune }: CommuneDeskPageProps) =>
  `/review-rounds/${round.id}/communes/${commune.communeId}`;

function DeskLinks(props: CommuneDeskPageProps) {
  return (
    <Actions>
      <ButtonLink href={`${addressOf(props)}/households`} kind="primary">
        Danh sách hộ
      </ButtonLink>
      {props.mayReview ? (
        <ButtonLink href="/household-imports/new" icon="upload">
          Nhập từ Excel
        </ButtonLink>
      ) : null}
      {props.mayReview ? (
        <ButtonLink href="/households/new" icon="add">
          Thêm hộ
        </ButtonLink>
      ) : null}
    </Actions>
  );
}

function Unbegun(props: CommuneDeskPageProps) {
  const { mayReview, round } = props;
  return (
    <Empty
      sentence={
        mayReview
          ? `Xã chưa bắt đầu rà soát năm ${round.year}. Khi bắt đầu, hộ của năm trước được đưa vào; hộ nghèo, hộ cận nghèo chờ khảo sát.`
          : `Xã chưa bắt đầu rà soát năm ${round.year}.`
      }
    >
      {mayReview ? (
        <ActionForm action={`${addressOf(props)}/begin`} label="Bắt đầu rà soát" kind="primary" />
      ) : null}
    </Empty>
  );
}

function Standing(props: CommuneDeskPageProps) {
  const { villages, whole, state, today } = props;
  const counts = sumOf(villages.map((one) => one.counts));
  const shown = (value: number | undefined) => (value === undefined ? '—' : showNumber(value));
  return (
    <>
      <Figures
        figures={[
          { name: 'Tổng số hộ', value: shown(counts?.households) },
          { name: 'Hộ nghèo đến nay', value: shown(counts?.poor) },
          { name: 'Hộ cận nghèo đến nay', value: shown(counts?.nearPoor) },
          { name: 'Chưa rà soát', value: shown(counts?.pending) },
        ]}
      />
      <Surveyed {...props} />
      {whole && state ? <Steps state={state} today={today} /> : null}
      <Section title="Thôn, bản">
        <DataTable
          caption="Các thôn, bản"
          quietCaption
          rows={villages}
          keyOf={({ id }) => id}
          columns={columns(props)}
          none="Xã chưa có thôn, bản nào trong danh bạ. Hãy nhập danh sách thôn, bản ở mục Đơn vị."
        />
      </Section>
    </>
  );
}

function Surveyed({ villages }: CommuneDeskPageProps) {
  const done = villages.filter(({ counts }) => counts && counts.pending === 0).length;
  const asked = villages.filter(({ counts }) => counts).length;
  return <Progress label="Thôn, bản đã rà soát xong" done={done} of={asked} noun="thôn, bản" />;
}

/** What is done and what is not; the one button that is next stands out. */
function Steps({ state, today }: { readonly state: ProcedureState; readonly today: Day }) {
  const next = nextStep(state, today);
  if (state.status === 'recognised') return <Beyond {...next} />;
  const checks = checksOf(state, today);
  return (
    <Section title="Việc tiếp theo">
      <Duties
        duties={checks.map(({ key, done, sentence, label, href }) => ({
          key,
          title: sentence,
          facts: done ? <Status tone="done">Xong</Status> : <Status tone="due">Chưa xong</Status>,
          action: (
            <ButtonLink href={href} kind={href === next.href ? 'primary' : 'secondary'}>
              {label}
            </ButtonLink>
          ),
        }))}
      />
      {checks.some(({ href }) => href === next.href) ? null : <Beyond {...next} />}
    </Section>
  );
}

/** A step beyond the checks: hanging the list, recognising, reading the decision. */
function Beyond({ sentence, label, href }: NextStep) {
  return (
    <Actions>
      <p>{sentence}</p>
      <ButtonLink href={href} kind="primary" big>
        {label}
      </ButtonLink>
    </Actions>
  );
}

function columns(props: CommuneDeskPageProps): Column<DeskVillage>[] {
  const at = addressOf(props);
  const number = (
    key: 'households' | 'poor' | 'nearPoor' | 'pending',
    head: string,
  ): Column<DeskVillage> => ({
    ...{ key, head, align: 'numeric' },
    cell: ({ counts }) => (counts ? showNumber(counts[key]) : '—'),
  });
  return [
    {
      key: 'village',
      head: 'Thôn, bản',
      cell: ({ id, name }) => <a href={`${at}/households?village=${id}`}>{name}</a>,
    },
    number('households', 'Tổng số hộ'),
    number('poor', 'Hộ nghèo'),
    number('nearPoor', 'Hộ cận nghèo'),
    number('pending', 'Chưa rà soát'),
    ...(props.mayReview || !props.whole ? [paperColumn(at)] : []),
  ];
}

/** For whoever goes to the door; the chairman does not. */
function paperColumn(at: string): Column<DeskVillage> {
  return {
    key: 'paper',
    head: 'Phiếu giấy',
    cell: ({ id }) => <a href={`${at}/survey-sheets?village=${id}`}>In phiếu</a>,
  };
}
