import { describe, expect, it } from 'vitest';
import { day } from '../../shared/day.ts';
import { isAgreed, type Meeting, standingOf, type VillageReview } from './meeting.ts';
import { checksOf, nextStep, type ProcedureState } from './procedure-state.ts';

const TODAY = day('2025-11-10');

const meeting: Meeting = {
  ...{ id: 'm', villageId: 'v', villageName: 'Bản Một', heldOn: day('2025-11-04') },
  ...{ began: null, ended: null, place: 'Nhà văn hóa', chairName: 'A', secretaryName: 'B' },
  ...{ attended: 40, agreed: 20, households: 3, opinions: '', at: new Date(0), personName: 'C' },
};

function village(more: Partial<VillageReview> = {}): VillageReview {
  const counts = { listed: 3, pending: 0, lastSurvey: day('2025-11-03') };
  return { id: 'v', name: 'Bản Một', ...counts, meeting, unchanged: true, ...more };
}

const posting = {
  ...{ id: 'p', postedOn: day('2025-11-07'), until: day('2025-11-12'), places: 'Trụ sở' },
  ...{ at: new Date(0), personName: 'C', withdrawnAt: null, withdrawnReason: null },
};

function state(more: Partial<ProcedureState> = {}): ProcedureState {
  return {
    ...{ roundId: 'r', communeId: 'c', status: 'open', version: 0, agreedShare: 0.5, pending: 0 },
    ...{ villages: [village()], posting: null, firstPostedOn: null, openObjections: 0 },
    ...{ unexplained: [], recognised: null, ...more },
  };
}

describe('a village meeting', () => {
  it.each([
    [20, 40, 0.5, true],
    [19, 40, 0.5, false],
    [21, 41, 0.5, true],
    [20, 41, 0.5, false],
    [3, 5, 0.6, true],
    [2, 3, 2 / 3, true],
    [0, 1, 0.5, false],
  ])('%i of %i against %f agrees: %s', (agreed, attended, share, yes) => {
    expect(isAgreed({ agreed, attended }, share)).toBe(yes);
  });

  it.each([
    [{ listed: 0, meeting: null }, 'nothing'],
    [{ pending: 1 }, 'to-survey'],
    [{ meeting: null }, 'to-meet'],
    [{ meeting: { ...meeting, agreed: 19 } }, 'not-agreed'],
    [{ unchanged: false }, 'changed'],
    [{}, 'agreed'],
  ] as const)('%o leaves the village at %s', (more, standing) => {
    expect(standingOf(village(more), 0.5)).toBe(standing);
  });
});

describe('the next step of a commune', () => {
  const posted = { status: 'posted', posting } as const;
  const recognised = { number: 7, issuedOn: day('2025-11-13') };
  it.each([
    [{ pending: 5 }, TODAY, 'Còn 5 hộ chưa rà soát.'],
    [{ villages: [village({ meeting: null })] }, TODAY, 'Còn 1 thôn, bản chưa có cuộc họp đồng ý'],
    [{}, TODAY, 'nay niêm yết danh sách'],
    [posted, TODAY, 'còn 2 ngày làm việc, đến hết 12/11/2025'],
    [{ ...posted, openObjections: 2 }, TODAY, 'Còn 2 ý kiến phản ánh chưa trả lời'],
    [{ ...posted, unexplained: ['poor'] }, day('2025-11-13'), 'Biểu tăng, giảm hộ nghèo còn'],
    [posted, day('2025-11-13'), 'việc tiếp theo là của Chủ tịch'],
    [{ status: 'recognised', recognised }, TODAY, 'Chủ tịch đã công nhận kết quả'],
  ] as const)('of %o on %s: %s', (more, today, sentence) => {
    const step = nextStep(state(more), today);
    expect(step.sentence).toContain(sentence);
    expect(step.href).toMatch(/^\/review-rounds\/r\/communes\/c\//);
  });

  it('comes with five checks, and names a few villages of many', () => {
    const villages = Array.from({ length: 8 }, (_, at) =>
      village({ id: `${at}`, name: `Bản ${at}`, meeting: null }),
    );
    const [, meetings, ...others] = checksOf(state({ villages }), TODAY);
    expect(others).toHaveLength(3);
    expect(meetings?.sentence).toContain('Bản 0, Bản 1, Bản 2, Bản 3, Bản 4 và 3 thôn, bản khác');
  });
});
