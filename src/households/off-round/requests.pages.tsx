import { type Day, showDay } from '../../shared/day.ts';
import { ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Pager, Tabs } from '../../shared/html/ways.tsx';
import type { Frame } from '../../shared/web.ts';
import { type ClassRequest, WISHES } from './class-request.ts';
import { monthlyRule } from './monthly-rule.ts';
import { AnswerDay, householdName, StandingChip } from './request-parts.pages.tsx';

export interface RequestsPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly decided: boolean;
  readonly requests: readonly ClassRequest[];
  /** Masked names of heads by household. */
  readonly names: ReadonlyMap<string, string>;
  /** Names of communes by id, where there are several. */
  readonly communes: ReadonlyMap<string, string>;
  readonly mayEnter: boolean;
  /** Sees the counts of a whole commune. */
  readonly mayCount: boolean;
  /** The address of the next page. */
  readonly next: string | undefined;
}

/** Requests off the yearly round: those that wait, the first due first, and those answered. */
export function RequestsPage(props: RequestsPageProps) {
  const { frame, today, decided, requests, mayEnter, next } = props;
  const { startsOn, daysToAnswer } = monthlyRule(today);
  return (
    <Page frame={frame} title="Rà soát thường xuyên">
      <PageHead
        title="Rà soát thường xuyên"
        lead={`Hộ đề nghị vào bất cứ tháng nào. Rà soát bắt đầu ngày ${startsOn} hằng tháng, trả lời trong ${daysToAnswer} ngày.`}
        back={{ href: '/households', label: 'Hộ nghèo, hộ cận nghèo' }}
        actions={
          <HeadActions mayEnter={mayEnter} mayCount={props.mayCount} any={requests.length > 0} />
        }
      />
      <Tabs
        label="Đề nghị"
        tabs={[
          { href: '/class-requests', label: 'Đang chờ', current: !decided },
          { href: '/class-requests?show=decided', label: 'Đã trả lời', current: decided },
        ]}
      />
      {requests.length === 0 ? <Nothing {...props} /> : <Requests {...props} />}
      {next ? <Pager shown={`${requests.length} đề nghị`} next={next} /> : null}
    </Page>
  );
}

interface HeadActionsProps {
  readonly mayEnter: boolean;
  readonly mayCount: boolean;
  /** There is something to take along. */
  readonly any: boolean;
}

function HeadActions({ mayEnter, mayCount, any }: HeadActionsProps) {
  return (
    <>
      {mayEnter ? (
        <ButtonLink href="/class-requests/new" kind="primary" icon="add">
          Nhận đề nghị
        </ButtonLink>
      ) : null}
      {mayCount ? <ButtonLink href="/class-requests/monthly">Báo cáo tháng</ButtonLink> : null}
      {any ? (
        <ButtonLink href="/class-requests.xlsx" icon="download" download>
          Tải Excel
        </ButtonLink>
      ) : null}
    </>
  );
}

function Nothing({ decided, mayEnter }: RequestsPageProps) {
  if (decided) return <Empty sentence="Chưa có đề nghị nào được trả lời." />;
  return (
    <Empty
      sentence={
        mayEnter
          ? 'Không có đề nghị nào đang chờ. Khi hộ gửi giấy đề nghị (Mẫu số 04), hãy ghi nhận ở đây.'
          : 'Không có đề nghị nào đang chờ.'
      }
    />
  );
}

function Requests(props: RequestsPageProps) {
  const { today, decided, requests } = props;
  return (
    <DataTable
      caption={decided ? 'Đề nghị đã trả lời' : 'Đề nghị đang chờ'}
      quietCaption
      rows={requests}
      keyOf={({ id }) => id}
      rowKind={(request) =>
        request.decidedOn === null && request.dueOn < today ? 'late' : undefined
      }
      columns={columns(props)}
    />
  );
}

function columns({ today, decided, names, communes }: RequestsPageProps): Column<ClassRequest>[] {
  const place = ({ villageName, communeId }: ClassRequest) =>
    [villageName, communes.size > 1 ? communes.get(communeId) : undefined]
      .filter(Boolean)
      .join(', ');
  return [
    {
      ...{ key: 'household', head: 'Hộ' },
      cell: (request) => (
        <a href={`/class-requests/${request.id}`}>{householdName(names, request)}</a>
      ),
    },
    { key: 'place', head: 'Thôn, bản', cell: place },
    { key: 'wish', head: 'Đề nghị', cell: ({ wish }) => WISHES[wish] },
    { key: 'received', head: 'Nhận ngày', cell: ({ receivedOn }) => showDay(receivedOn) },
    {
      ...{ key: 'due', head: decided ? 'Trả lời ngày' : 'Hạn trả lời' },
      cell: (request) => <AnswerDay {...{ request, today }} />,
    },
    { key: 'standing', head: 'Bước', cell: (request) => <StandingChip request={request} /> },
  ];
}
