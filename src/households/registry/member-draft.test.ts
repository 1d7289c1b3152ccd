import { expect, test } from 'vitest';
import { day } from '../../shared/day.ts';
import { checkCorrection, checkMember, type Typed } from './member-draft.ts';

const TODAY = day('2025-11-05');
const GOOD: Typed = {
  ...{ fullName: ' Lò  Văn Sáng ', relation: 'child', sex: 'm', ethnicity: '03' },
  ...{ birthDate: '03/09/2010', citizenNumber: '012 210 000 123', insured: 'yes', studying: 'no' },
};

function faultsOf(changed: Typed, check: typeof checkMember = checkMember) {
  const checked = check({ ...GOOD, ...changed }, TODAY);
  return 'faults' in checked ? checked.faults.map((one) => `${one.field}: ${one.message}`) : [];
}

test('a member as typed becomes facts and, apart from them, an identity', () => {
  const checked = checkMember(GOOD, TODAY);
  expect(checked).toEqual({
    draft: {
      facts: {
        ...{ relation: 'child', sex: 'm', birthYear: 2010, ethnicity: '03' },
        ...{ insured: true, nourished: null, studying: false },
      },
      identity: {
        ...{ fullName: 'Lò Văn Sáng', birthDate: '2010-09-03', citizenNumber: '012210000123' },
      },
    },
  });
});

test('a year of birth is enough where the day is not known', () => {
  expect(faultsOf({ birthDate: '', birthYear: '1958' })).toEqual([]);
});

test('nobody is born tomorrow or before 1900', () => {
  expect(faultsOf({ birthDate: '06/11/2025' })).toEqual([
    'birthDate: Ngày sinh 06/11/2025 sau hôm nay. Hãy xem lại.',
  ]);
  expect(faultsOf({ birthDate: '05/11/2025' })).toEqual([]);
  expect(faultsOf({ birthDate: '', birthYear: '2030' })).toEqual([
    'birthYear: Năm sinh 2030 sau năm nay. Hãy xem lại.',
  ]);
  expect(faultsOf({ birthDate: '31/12/1899' })[0]).toContain('trước năm 1900');
  expect(faultsOf({ birthDate: '', birthYear: '1899' })[0]).toContain('trước năm 1900');
  expect(faultsOf({ birthDate: '', birthYear: '1900' })).toEqual([]);
  expect(faultsOf({ birthDate: '03/09/2010', birthYear: '2011' })[0]).toContain('khác ngày sinh');
  expect(faultsOf({ birthDate: '31/02/2010' })[0]).toContain('Chưa hiểu ngày sinh');
});

test('a citizen number has twelve digits, or nine on an old card', () => {
  expect(faultsOf({ citizenNumber: '045123456' })).toEqual([]);
  expect(faultsOf({ citizenNumber: '' })).toEqual([]);
  expect(faultsOf({ citizenNumber: '01221000012' })[0]).toContain('12 chữ số');
  expect(faultsOf({ citizenNumber: '01221000012x' })[0]).toContain('12 chữ số');
});

test('a correction leaves alone what the form does not know', () => {
  const checked = checkCorrection(
    { ...GOOD, fullName: '', birthDate: '', citizenNumber: '', birthYear: '2011' },
    TODAY,
  );
  expect(checked).toMatchObject({ draft: { facts: { birthYear: 2011 }, identity: {} } });
  expect(faultsOf({ fullName: '', relation: 'nobody' }, checkCorrection as never)).toEqual([
    'relation: Hãy chọn quan hệ với chủ hộ.',
  ]);
});
