import type { ParsedPlan, PlanClause, PlanNotice } from './plan-clause.ts';
import type { PlanLine } from './plan-lines.ts';
import type { ClauseDraft } from './plan-outline.ts';
import { sequenceNotices } from './plan-sequence.ts';

/** What only the reading knew, beside the plan that came of it. */
export interface PlanReading {
  readonly drafts: readonly ClauseDraft[];
  readonly lines: readonly PlanLine[];
  readonly closing: readonly PlanLine[];
  readonly numbered: boolean;
}

type Unnoticed = Omit<ParsedPlan, 'notices'>;

/** Everything worth a look after an import, in the plan's own order. */
export function planNotices(plan: Unnoticed, reading: PlanReading): PlanNotice[] {
  return [
    ...headerNotices(plan),
    ...numberingNotices(plan, reading),
    ...joinNotices(reading.drafts, plan.clauses),
    ...reading.closing.flatMap((line) => line.joined.map((text) => joinNotice('đoạn kết', text))),
    ...endingNotices(plan),
  ];
}

function headerNotices({ type, header }: Unnoticed): PlanNotice[] {
  if (type === '') {
    return [
      {
        kind: 'noType',
        message:
          'Không thấy dòng tên loại văn bản (KẾ HOẠCH …) nên chưa đọc được phần đầu. Mọi chữ vẫn được giữ; hãy điền tên kế hoạch, số và ngày bằng tay.',
      },
    ];
  }
  const blankNumber: PlanNotice = {
    kind: 'blankNumber',
    message: `Số văn bản để trống${header.symbol ? `, chỉ có ký hiệu ${header.symbol}` : ''}. Đã để trống; hãy điền khi biết số.`,
  };
  const blankDate: PlanNotice = {
    kind: 'blankDate',
    message: `Ngày ban hành để trống${header.issuedYear ? `, chỉ có năm ${header.issuedYear}` : ''}. Đã để trống; hãy điền khi biết ngày.`,
  };
  return [...(header.number ? [] : [blankNumber]), ...(header.issuedOn ? [] : [blankDate])];
}

function numberingNotices(plan: Unnoticed, reading: PlanReading): PlanNotice[] {
  const notNumbered: PlanNotice = {
    kind: 'notNumbered',
    message:
      'Kế hoạch không đánh số. Mỗi đoạn được ghi thành một mục riêng; hãy sắp xếp lại nếu cần.',
  };
  return [
    ...(reading.numbered || plan.clauses.length === 0 ? [] : [notNumbered]),
    ...sequenceNotices(plan.clauses),
    ...unevenHeadings(reading.lines),
  ];
}

/** Numbers of one kind set as headings of different depth: the numbers are believed, not the depth. */
function unevenHeadings(lines: readonly PlanLine[]): PlanNotice[] {
  const uneven = new Map<string, { levels: Set<number>; markers: string[] }>();
  for (const { marker, look } of lines) {
    if (!marker || look.headingLevel === undefined) continue;
    const seen = uneven.get(marker.style) ?? { levels: new Set(), markers: [] };
    seen.levels.add(look.headingLevel);
    seen.markers.push(marker.marker);
    uneven.set(marker.style, seen);
  }
  return [...uneven.values()]
    .filter(({ levels }) => levels.size > 1)
    .map(({ levels, markers }) => ({
      kind: 'unevenHeadings',
      message: `Các mục ${markers.slice(0, 6).join(', ')} cùng kiểu số nhưng được đặt cấp tiêu đề khác nhau (${[...levels].sort().join(', ')}). Đã xếp theo số, không theo cấp tiêu đề.`,
    }));
}

function joinNotices(drafts: readonly ClauseDraft[], clauses: readonly PlanClause[]): PlanNotice[] {
  return drafts.flatMap((draft, at) => {
    const clause = clauses[at];
    if (!clause) return [];
    const own = draft.joined.map((text) => ({
      ...joinNotice(`mục ${clause.path}`, text),
      path: clause.path,
    }));
    return [...own, ...joinNotices(draft.children, clause.children)];
  });
}

function joinNotice(where: string, text: string): PlanNotice {
  return {
    kind: 'joined',
    message: `Một đoạn ở ${where} bị ngắt giữa câu. Đã nối với đoạn sau, bắt đầu bằng “${text}”.`,
  };
}

function endingNotices({ recipients, signature, rest }: Unnoticed): PlanNotice[] {
  const notices: PlanNotice[] = [];
  if (recipients.length === 0) {
    notices.push({
      kind: 'noRecipients',
      message: 'Không thấy danh sách nơi nhận. Đã để trống; hãy bổ sung nếu văn bản có.',
    });
  }
  if (signature.signer === undefined) {
    notices.push({
      kind: 'noSignature',
      message: 'Không thấy họ tên người ký. Đã để trống; hãy bổ sung nếu văn bản có.',
    });
  }
  if (rest.length > 0) {
    notices.push({
      kind: 'afterSignature',
      message: `Sau phần ký còn ${rest.length} đoạn (phụ lục). Đã giữ nguyên chữ nhưng không chia thành mục.`,
    });
  }
  return notices;
}
