import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { day } from '../../shared/day.ts';
import { newId } from '../../shared/identity.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { referenceStandards } from '../standard/reference-standards.ts';
import type { ReviewedHousehold } from './survey.ts';
import { surveyWarnings } from './survey-warnings.ts';

const SEED = join(import.meta.dirname, '../../../db/seed/households');
const [, NOW] = referenceStandards({
  standards: readFileSync(join(SEED, 'standards.json'), 'utf8'),
  indicators: readFileSync(join(SEED, 'indicators.json'), 'utf8'),
});

const ROUND: ReviewRound = {
  ...{ id: newId(), provinceId: newId(), year: 2025, previousId: null, standardId: newId() },
  ...{ unitsOn: day('2025-09-01'), beginsOn: day('2025-09-01'), endsOn: day('2025-12-14') },
  ...{ postingDays: 3, agreedShare: 0.5, source: '', confirmed: true, officialOn: null },
  ...{ officialDocument: null, isStory: false },
};

const POOR: ReviewedHousehold = {
  ...{ householdId: newId(), communeId: newId(), roundId: newId(), villageId: newId() },
  ...{ code: 'MT-001', areaType: 'rural', listed: 'last-list', incomeScore: 120, note: null },
  ...{ deprived: ['nutrition'], surveyedOn: day('2025-11-05'), surveyorName: 'Giàng A Thử' },
  ...{ opening: 'poor', closing: 'poor', relapsed: false, reason: null, openingMembers: 5 },
  ...{ members: 5, children: 2, childrenHealth: 1, childrenSchool: 0, ethnicity: '03' },
  ...{ marks: ['cause.land', 'need.credit'], version: 1 },
};

function warn(changes: Partial<ReviewedHousehold>): string {
  if (!NOW) throw new Error('no standard');
  return surveyWarnings({ ...POOR, ...changes }, ROUND, NOW).join(' ');
}

test('a survey that fits together warns of nothing', () => {
  expect(warn({})).toBe('');
});

test('what looks odd is said and stays', () => {
  expect(warn({ marks: ['need.credit'] })).toContain('chưa ghi nguyên nhân nghèo');
  expect(warn({ marks: ['cause.land'] })).toContain('chưa ghi nhu cầu');
  expect(warn({ marks: [], closing: 'near-poor' })).toBe('');
  expect(warn({ members: 4 })).toContain('đổi từ 5 thành 4');
  expect(warn({ members: 4, opening: 'absent', openingMembers: 0 })).toBe('');
  expect(warn({ surveyedOn: day('2025-12-15') })).toContain('ngoài thời gian rà soát');
  expect(warn({ deprived: ['housingArea'] })).toContain('trẻ em thiếu hụt y tế');
  expect(warn({ childrenSchool: 1 })).toContain('trẻ em thiếu hụt giáo dục');
  expect(warn({ children: 0, childrenHealth: 0 })).toContain('hộ không có trẻ em');
});
