import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { day } from '../../shared/day.ts';
import { newId } from '../../shared/identity.ts';
import { classify } from '../standard/classification.ts';
import { referenceStandards } from '../standard/reference-standards.ts';
import { mayLeaveList, type ReviewedHousehold, standingOf } from './survey.ts';
import { readSurvey, type TypedSurvey, typedFrom } from './survey-draft.ts';

const SEED = join(import.meta.dirname, '../../../db/seed/households');
const [OLD, NOW] = referenceStandards({
  standards: readFileSync(join(SEED, 'standards.json'), 'utf8'),
  indicators: readFileSync(join(SEED, 'indicators.json'), 'utf8'),
});
const TODAY = day('2025-11-05');

const FIELDS = {
  ...{ areaType: 'rural', incomeScore: '140', members: '5', children: '2', ethnicity: '03' },
  ...{ childrenHealth: '1', childrenSchool: '0', surveyedOn: '05/11/2025', note: '' },
  surveyorName: 'Giàng A Thử',
};

function typed(fields: Record<string, string> = {}, deprived = ['nutrition']): TypedSurvey {
  return { fields: { ...FIELDS, ...fields }, deprived, marks: ['need.credit', 'cause.land', 'x'] };
}

function read(sent: TypedSurvey, standard = NOW) {
  if (!standard) throw new Error('no standard');
  return readSurvey(sent, standard, TODAY);
}

function faultsOf(sent: TypedSurvey): string[] {
  const answer = read(sent);
  return 'faults' in answer ? answer.faults.map(({ field }) => field) : [];
}

test('a form filled in is what the survey found', () => {
  expect(read(typed())).toEqual({
    ...{ areaType: 'rural', incomeScore: 140, deprived: ['nutrition'], members: 5, children: 2 },
    ...{ childrenHealth: 1, childrenSchool: 0, ethnicity: '03', note: null },
    ...{ marks: ['cause.land', 'need.credit'], surveyedOn: TODAY, surveyorName: 'Giàng A Thử' },
  });
});

test('no box ticked is no answer; the tick of its own is', () => {
  expect(faultsOf(typed({}, []))).toEqual(['deprived']);
  expect(read(typed({ none: 'yes' }, []))).toMatchObject({ deprived: [] });
  expect(faultsOf(typed({ none: 'yes' }))).toEqual(['deprived']);
  expect(faultsOf(typed({}, ['noSuchIndicator']))).toEqual(['deprived']);
});

test('only indicators of the standard of the round count, in its order', () => {
  const sent = typed({}, ['informationMeans', 'healthAccess', 'adultEducation']);
  expect(read(sent, OLD)).toMatchObject({
    deprived: ['adultEducation', 'healthAccess', 'informationMeans'],
  });
  expect(read(sent)).toMatchObject({ deprived: ['adultEducation', 'informationMeans'] });
});

test.each([
  [{ areaType: '' }, 'areaType'],
  [{ incomeScore: '' }, 'incomeScore'],
  [{ incomeScore: '140,5' }, 'incomeScore'],
  [{ incomeScore: '-1' }, 'incomeScore'],
  [{ incomeScore: '1.500.000' }, 'incomeScore'],
  [{ incomeScore: 'một trăm' }, 'incomeScore'],
  [{ members: '0' }, 'members'],
  [{ members: '' }, 'members'],
  [{ members: '2,5' }, 'members'],
  [{ children: '' }, 'children'],
  [{ children: '6' }, 'children'],
  [{ childrenHealth: '3' }, 'childrenHealth'],
  [{ childrenSchool: '' }, 'childrenSchool'],
  [{ ethnicity: '99' }, 'ethnicity'],
  [{ ethnicity: 'toString' }, 'ethnicity'],
  [{ surveyedOn: '31/02/2025' }, 'surveyedOn'],
  [{ surveyedOn: '06/11/2025' }, 'surveyedOn'],
  [{ surveyorName: ' ' }, 'surveyorName'],
])('%j is said at its field', (fields, field) => {
  expect(faultsOf(typed(fields))).toContain(field);
});

test('without children the counts among them may stay blank', () => {
  const sent = typed({ children: '0', childrenHealth: '', childrenSchool: '' });
  expect(read(sent)).toMatchObject({ children: 0, childrenHealth: 0, childrenSchool: 0 });
});

test.each([
  ['rural', '140', 3, 'poor'],
  ['rural', '140', 2, 'near-poor'],
  ['rural', '141', 8, 'not-poor'],
  ['urban', '175', 3, 'poor'],
  ['urban', '175', 0, 'near-poor'],
  ['urban', '176', 12, 'not-poor'],
])('%s, score A %s, %d deprived: %s (domain.md 4.2)', (areaType, incomeScore, count, outcome) => {
  const keys = NOW?.indicators.slice(0, count).map(({ key }) => key) ?? [];
  const none: Record<string, string> = count === 0 ? { none: 'yes' } : {};
  const draft = read(typed({ areaType, incomeScore, ...none }, keys));
  if ('faults' in draft || !NOW) throw new Error('the form was refused');
  expect(classify(NOW, draft)?.householdClass).toBe(outcome);
});

const HOUSEHOLD: ReviewedHousehold = {
  ...{ householdId: newId(), communeId: newId(), roundId: newId(), villageId: newId() },
  ...{ code: 'MT-001', areaType: 'rural', listed: 'requested', incomeScore: null, deprived: null },
  ...{ surveyedOn: null, surveyorName: null, opening: 'not-poor', closing: null, relapsed: false },
  ...{ reason: null, openingMembers: 5, members: 5, children: 0, childrenHealth: 0 },
  ...{ childrenSchool: 0, ethnicity: '03', marks: [], note: null, version: 0 },
};

test('before the survey nothing is taken for an answer', () => {
  const usual = { today: TODAY, surveyorName: 'Giàng A Thử' };
  const { fields, deprived } = typedFrom(HOUSEHOLD, usual);
  expect(fields).toMatchObject({ incomeScore: '', children: '', surveyedOn: '05/11/2025' });
  expect([fields.none, deprived]).toEqual([undefined, []]);
  const asked = typedFrom({ ...HOUSEHOLD, deprived: [], incomeScore: 90 }, usual);
  expect(asked.fields).toMatchObject({ incomeScore: '90', none: 'yes', children: '0' });
});

test('only who asked or was found may leave the list, and only before the survey', () => {
  expect(mayLeaveList(HOUSEHOLD)).toBe(true);
  expect(mayLeaveList({ ...HOUSEHOLD, listed: 'last-list' })).toBe(false);
  expect(mayLeaveList({ ...HOUSEHOLD, opening: 'poor' })).toBe(false);
  expect(mayLeaveList({ ...HOUSEHOLD, opening: 'absent', reason: 'moved-in' })).toBe(false);
  expect(mayLeaveList({ ...HOUSEHOLD, opening: 'absent', reason: 'split-off' })).toBe(false);
  expect(mayLeaveList({ ...HOUSEHOLD, opening: 'absent', reason: 'formed' })).toBe(true);
  expect(mayLeaveList({ ...HOUSEHOLD, closing: 'poor' })).toBe(false);
});

test('a household stands in one of four ways', () => {
  expect(standingOf(HOUSEHOLD)).toBe('pending');
  expect(standingOf({ ...HOUSEHOLD, closing: 'poor' })).toBe('surveyed');
  expect(standingOf({ ...HOUSEHOLD, listed: null, closing: 'not-poor' })).toBe('unlisted');
  expect(standingOf({ ...HOUSEHOLD, closing: 'gone', reason: 'merged' })).toBe('gone');
});
