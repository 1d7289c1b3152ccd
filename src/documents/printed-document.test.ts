import { describe, expect, it } from 'vitest';
import { documentText, fingerprint } from './document-text.ts';
import { reportSample } from './fixtures/report-sample.ts';
import { headerGrid } from './header-grid.ts';
import { bold, heading, type OfficialDocument, paragraph } from './official-document.ts';
import { printed } from './printed-document.ts';

const report = reportSample(3);

function bodyLines(body: OfficialDocument['body']): string[] {
  return printed({ ...report, body }).blocks.map((block) =>
    block.kind === 'table' ? 'table' : 'text' in block ? block.text : words(block.runs),
  );
}

function words(runs: readonly { readonly text: string }[]): string {
  return runs.map((run) => run.text).join('');
}

describe('words as printed', () => {
  it('numbers headings by their place and starts lower levels again', () => {
    const body = [
      ...[heading(1, 'Kết quả'), heading(2, 'Chỉ đạo'), heading(3, 'Cấp tỉnh')],
      ...[heading(3, 'Cấp xã'), heading(2, 'Nguồn lực'), heading(3, 'Ngân sách')],
      ...[heading(1, 'Nhiệm vụ'), heading(2, 'Chung'), paragraph('Hết')],
    ];
    expect(bodyLines(body)).toEqual([
      ...['I. KẾT QUẢ', '1. Chỉ đạo', 'a) Cấp tỉnh', 'b) Cấp xã', '2. Nguồn lực'],
      ...['a) Ngân sách', 'II. NHIỆM VỤ', '1. Chung', 'Hết./.'],
    ]);
  });

  it('keeps a number the writer chose: the plan of 2022 has two sections V', () => {
    const body = [heading(1, 'Tiến độ', 'V.'), heading(1, 'Tổ chức thực hiện', 'V.')];
    expect(bodyLines(body)).toEqual(['V. TIẾN ĐỘ', 'V. TỔ CHỨC THỰC HIỆN', './.']);
  });

  it('ends the body once, also after bold words', () => {
    expect(bodyLines([paragraph('Kính trình ', bold('xem xét.'))])).toEqual([
      'Kính trình xem xét./.',
    ]);
    expect(bodyLines([paragraph('Trân trọng./.')])).toEqual(['Trân trọng./.']);
  });

  it('gives a letter its subject under the number and no type name', () => {
    const letter = printed({ ...report, kind: 'CV', summary: 'đôn đốc báo cáo' });
    expect(letter).toMatchObject({ typeName: '', summary: '', subject: 'V/v đôn đốc báo cáo' });
  });

  it('numbers annexes only when there are several and leaves their reference open', () => {
    const [first, second] = report.annexes ?? [];
    expect(printed(report).annexes.map((annex) => annex.label)).toEqual([
      ...['Phụ lục I', 'Phụ lục II'],
    ]);
    const alone = printed({ ...report, annexes: first ? [first] : [] }).annexes;
    expect(alone.map((annex) => annex.label)).toEqual(['Phụ lục']);
    expect(alone[0]?.attachedTo).toContain('số ....../BC-SNNMT ngày ...... tháng ...... năm 2025');
    expect(second?.landscape).toBe(true);
  });

  it('puts one addressee beside its lead and several in a list', () => {
    expect(printed({ ...report, addressees: ['UBND tỉnh'] }).addressees).toEqual(['UBND tỉnh']);
    expect(printed({ ...report, addressees: ['UBND tỉnh', 'HĐND tỉnh'] }).addressees).toEqual([
      ...['- UBND tỉnh;', '- HĐND tỉnh.'],
    ]);
  });

  it('drops marks no page can show and nothing else', () => {
    const typed = 'Thuỷ\u0000 – "ngoặc"\tvà <b>\r\ndòng hai e\u0302\u0303';
    expect(bodyLines([paragraph(typed)])).toEqual(['Thuỷ – "ngoặc" và <b>\ndòng hai ễ./.']);
  });
});

describe('fingerprint', () => {
  it('is the same for the same content whatever the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(report).reverse()) as typeof report;
    expect(fingerprint(turned)).toBe(fingerprint(report));
    expect(fingerprint(report)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with one letter, one figure source, one number', () => {
    const changed = [
      { ...report, number: 6 },
      { ...report, place: 'Lai Chău' },
      { ...report, body: [...report.body, paragraph('')] },
    ];
    const prints = [report, ...changed].map(fingerprint);
    expect(new Set(prints).size).toBe(4);
  });
});

it('reads as plain text from the nation to the archive line and the annexes', () => {
  const lines = documentText(report).split('\n');
  expect(lines.slice(0, 3)).toEqual([
    ...['UBND TỈNH LAI CHÂU', 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', 'Số: 05/BC-SNNMT'],
  ]);
  expect(lines).toContain('- Lưu: VT, NN.');
  expect(lines).toContain('\tTổng cộng\t12.480\t9.215\t5.310\t4.702');
});

it('spreads a head with spans over full rows', () => {
  const [first = [], second = []] = headerGrid(
    [
      [
        { text: 'TT', rows: 2 },
        { text: 'Hộ', columns: 2 },
      ],
      [{ text: 'Đầu năm' }, { text: 'Cuối năm' }],
    ],
    3,
  );
  expect(first.map((slot) => [slot.start, slot.columns, slot.merge])).toEqual([
    ...[
      [0, 1, 'start'],
      [1, 2, undefined],
    ],
  ]);
  expect(second.map((slot) => [slot.start, slot.cell?.text, slot.merge])).toEqual([
    ...[
      [0, undefined, 'continued'],
      [1, 'Đầu năm', undefined],
      [2, 'Cuối năm', undefined],
    ],
  ]);
});
