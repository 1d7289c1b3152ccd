import { type Day, showDay } from '../../shared/day.ts';
import { Button } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { KeyValues } from '../../shared/html/facts.tsx';
import { Filters } from '../../shared/html/form.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { DeadlineText } from '../../shared/html/texts.tsx';
import { lowerFirst, showNumber } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import type { MonthlyCounts } from './monthly-counts.ts';
import { monthlyRule, reportDue } from './monthly-rule.ts';

export interface MonthlyPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly month: string;
  readonly months: readonly string[];
  readonly commune: { readonly id: string; readonly name: string };
  readonly communes: readonly { readonly id: string; readonly name: string }[];
  readonly counts: MonthlyCounts;
}

/** What a commune reports of a month: requests received and what came of them. */
export function MonthlyPage(props: MonthlyPageProps) {
  const { frame, month, commune, counts } = props;
  const title = `Rà soát thường xuyên tháng ${monthName(month)}`;
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead={<Lead {...props} />}
        back={{ href: '/class-requests', label: 'Rà soát thường xuyên' }}
      />
      <Choice {...props} />
      <h2>{commune.name}</h2>
      <KeyValues facts={factsOf(counts)} />
      <p class="faint">
        Tính theo tháng nhận giấy đề nghị. Số 0 là không có; hộ chờ trả lời chưa tính vào kết quả
        nào.
      </p>
    </Page>
  );
}

/** `11/2025` */
function monthName(month: string): string {
  const [year, at] = month.split('-');
  return `${at}/${year}`;
}

function Lead({ month, today }: MonthlyPageProps) {
  const due = reportDue(month);
  if (!due) return <>Tháng này không có kỳ báo cáo của xã.</>;
  const { source, confirmed } = monthlyRule(due);
  return (
    <>
      Xã báo cáo chậm nhất{' '}
      {due < today ? showDay(due) : <DeadlineText due={due} today={today} warnFrom={6} />} (
      {lowerFirst(source)}
      {confirmed ? '' : '; cần xác nhận'}).
    </>
  );
}

function Choice({ month, months, commune, communes }: MonthlyPageProps) {
  return (
    <Filters action="/class-requests/monthly">
      {communes.length > 1 ? (
        <SelectField
          name="commune"
          label="Xã"
          value={commune.id}
          choices={communes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <SelectField
        name="month"
        label="Tháng"
        value={month}
        choices={months.map((one) => ({ value: one, label: monthName(one) }))}
      />
      <Button>Xem</Button>
    </Filters>
  );
}

function factsOf(counts: MonthlyCounts) {
  const households = (count: number) => `${showNumber(count)} hộ`;
  const open = counts.overdue > 0 ? `, trong đó ${counts.overdue} hộ đã quá hạn` : '';
  return [
    { name: 'Đề nghị đã nhận', value: households(counts.received) },
    { name: 'Công nhận hộ nghèo', value: households(counts.poor) },
    { name: 'Công nhận hộ cận nghèo', value: households(counts.nearPoor) },
    { name: 'Ra khỏi danh sách', value: households(counts.left) },
    { name: 'Từ chối', value: households(counts.refused) },
    { name: 'Chờ trả lời', value: `${households(counts.open)}${open}` },
    { name: 'Trả lời quá hạn', value: households(counts.late) },
  ];
}
