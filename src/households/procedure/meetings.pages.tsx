import { showDay, showInstant } from '../../shared/day.ts';
import { ButtonLink } from '../../shared/html/button.tsx';
import { DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import { Missing } from '../../shared/html/texts.tsx';
import type { Tone } from '../../shared/html/tone.tsx';
import { showPercent } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { newMeetingAddress, pendingAddress, stepAddress } from './addresses.ts';
import {
  isAgreed,
  type Meeting,
  STANDINGS,
  standingOf,
  type VillageReview,
  type VillageStanding,
} from './meeting.ts';
import { type ProcedureState, wayBack } from './procedure-state.ts';
import { StepTabs } from './step-tabs.pages.tsx';

/** A village of the page, and whether this person records its meetings. */
interface ListedVillage extends VillageReview {
  readonly mayRecord: boolean;
}

interface MeetingsPageProps {
  readonly frame: Frame;
  readonly round: ReviewRound;
  readonly communeName: string;
  readonly state: ProcedureState;
  readonly villages: readonly ListedVillage[];
  readonly meetings: readonly Meeting[];
  readonly withObjections: boolean;
}

/** Village by village: met or not, and what the meetings said. */
export function MeetingsPage(props: MeetingsPageProps) {
  const { frame, round, communeName, state, villages, meetings, withObjections } = props;
  return (
    <Page frame={frame} title={`Họp dân, ${communeName}`}>
      <PageHead
        title={`Họp dân về kết quả rà soát năm ${round.year}`}
        lead={leadOf(props)}
        back={wayBack(state, communeName)}
      />
      <StepTabs {...{ state, withObjections }} current="meetings" />
      {villages.length > 0 ? (
        <VillageTable {...{ state, villages }} />
      ) : (
        <Empty sentence="Xã chưa có thôn, bản nào trong kỳ này." />
      )}
      <Section title="Các cuộc họp đã ghi">
        <MeetingTable {...{ state, meetings }} />
      </Section>
    </Page>
  );
}

function leadOf({ communeName, round, state }: MeetingsPageProps): string {
  const rule = `Mỗi thôn, bản có hộ phải rà soát cần một cuộc họp có từ ${showShare(round.agreedShare)} người dự đồng ý; chưa đủ thì họp lại.`;
  return state.status === 'open' ? rule : `${communeName} đã qua bước họp dân. ${rule}`;
}

function showShare(share: number): string {
  return showPercent(share * 100).replace(',00', '');
}

const TONES: Readonly<Record<VillageStanding, Tone>> = {
  nothing: 'idle',
  'to-survey': 'due',
  'to-meet': 'due',
  'not-agreed': 'late',
  changed: 'late',
  agreed: 'done',
};

function VillageTable({ state, villages }: Pick<MeetingsPageProps, 'state' | 'villages'>) {
  return (
    <DataTable
      caption="Họp dân theo thôn, bản"
      quietCaption
      rows={villages}
      keyOf={({ id }) => id}
      columns={[
        { key: 'village', head: 'Thôn, bản', cell: ({ name }) => name },
        { key: 'listed', head: 'Hộ phải rà soát', align: 'numeric', cell: ({ listed }) => listed },
        { key: 'standing', head: 'Tình trạng', cell: (one) => <Standing {...{ one, state }} /> },
        { key: 'meeting', head: 'Cuộc họp gần nhất', cell: ({ meeting }) => held(meeting) },
        { key: 'step', head: 'Việc cần làm', cell: (one) => <NextOf {...{ one, state }} /> },
      ]}
    />
  );
}

interface VillageProps {
  readonly one: ListedVillage;
  readonly state: ProcedureState;
}

function Standing({ one, state }: VillageProps) {
  const standing = standingOf(one, state.agreedShare);
  const words =
    standing === 'to-survey' ? `Còn ${one.pending} hộ chưa rà soát` : STANDINGS[standing];
  return <Status tone={TONES[standing]}>{words}</Status>;
}

function held(meeting: Meeting | null) {
  if (!meeting) return <Missing />;
  return `Họp ngày ${showDay(meeting.heldOn)}, đồng ý ${meeting.agreed}/${meeting.attended}`;
}

function NextOf({ one, state }: VillageProps) {
  const standing = standingOf(one, state.agreedShare);
  if (!one.mayRecord || state.status !== 'open' || standing === 'nothing') return null;
  if (standing === 'to-survey')
    return (
      <a href={pendingAddress(state, one.id)} aria-label={`Xem hộ chưa rà soát của ${one.name}`}>
        Xem hộ chưa rà soát
      </a>
    );
  const words = one.meeting ? 'Ghi cuộc họp lại' : 'Ghi cuộc họp';
  return <ButtonLink href={newMeetingAddress(state, one.id)}>{`${words}: ${one.name}`}</ButtonLink>;
}

function MeetingTable({ state, meetings }: Pick<MeetingsPageProps, 'state' | 'meetings'>) {
  return (
    <DataTable
      caption="Các cuộc họp đã ghi, gần đây trước"
      quietCaption
      none="Chưa ghi cuộc họp nào."
      rows={meetings}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'village',
          head: 'Thôn, bản',
          cell: ({ villageName, heldOn }) => `${villageName}, ${showDay(heldOn)}`,
        },
        { key: 'chair', head: 'Chủ trì', cell: ({ chairName }) => chairName },
        {
          key: 'told',
          head: 'Hộ được nêu',
          align: 'numeric',
          cell: ({ households }) => households,
        },
        { key: 'agreed', head: 'Đồng ý', cell: (one) => <Votes {...{ one, state }} /> },
        {
          key: 'by',
          head: 'Người ghi',
          cell: ({ personName, at }) => `${personName}, ${showInstant(at)}`,
        },
        { key: 'minutes', head: 'Biên bản', cell: (one) => <MinutesLinks {...{ one, state }} /> },
      ]}
    />
  );
}

interface MeetingProps {
  readonly one: Meeting;
  readonly state: ProcedureState;
}

function Votes({ one, state }: MeetingProps) {
  const enough = isAgreed(one, state.agreedShare);
  return (
    <Status tone={enough ? 'done' : 'late'}>
      {`${one.agreed}/${one.attended}${enough ? '' : ', chưa đủ'}`}
    </Status>
  );
}

/** The minutes hold names: taking them is recorded as a reading for the meeting. */
function MinutesLinks({ one, state }: MeetingProps) {
  const base = `${stepAddress(state, 'meetings')}/${one.id}`;
  const of = `biên bản ${one.villageName} ngày ${showDay(one.heldOn)}`;
  return (
    <>
      <a href={`${base}.docx`} aria-label={`Tải DOCX ${of}`} download>
        DOCX
      </a>
      {' · '}
      <a href={`${base}.pdf`} aria-label={`Tải PDF ${of}`} download>
        PDF
      </a>
    </>
  );
}
