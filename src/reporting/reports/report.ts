/** Where a report stands. The words are the office's own. */
export const STATUS_NAMES = {
  open: 'Đang lập',
  prepared: 'Chờ lãnh đạo duyệt',
  submitted: 'Đã nộp',
  received: 'Đã tiếp nhận',
  returned: 'Bị trả lại',
  accepted: 'Đã chấp nhận',
} as const;

export type Status = keyof typeof STATUS_NAMES;

/** What may happen next: read by server and page alike. */
export const NEXT = {
  open: { prepare: 'prepared', approve: 'submitted' },
  prepared: { sendBack: 'open', approve: 'submitted' },
  submitted: { recall: 'open', receive: 'received' },
  received: { sendReturn: 'returned', accept: 'accepted' },
  returned: { prepare: 'prepared', approve: 'submitted' },
  accepted: { sendReturn: 'returned' },
} as const satisfies Record<Status, Partial<Record<string, Status>>>;

type StepOf<S extends Status> = keyof (typeof NEXT)[S];
export type Step = { [S in Status]: StepOf<S> }[Status];

export const STEP_NAMES: Record<Step | 'nil' | 'extend', string> = {
  prepare: 'Trình lãnh đạo duyệt',
  approve: 'Duyệt và nộp',
  sendBack: 'Lãnh đạo trả về để sửa',
  recall: 'Rút lại',
  receive: 'Tiếp nhận',
  sendReturn: 'Trả lại số liệu',
  accept: 'Chấp nhận',
  nil: 'Báo không có phát sinh',
  extend: 'Gia hạn',
};

/** The status after a step, or `undefined` where the step does not follow. */
export function afterStep(status: Status, step: Step): Status | undefined {
  const next: Partial<Record<Step, Status>> = NEXT[status];
  return next[step];
}

/** May the unit still write? An accepted value stays locked whatever the status. */
export function isEditable(status: Status): boolean {
  return status === 'open' || status === 'returned';
}

/** Is it still the unit's own? Its figures do not show to others before the head has sent them. */
export function isDraft(status: Status): boolean {
  return status === 'open' || status === 'prepared';
}
