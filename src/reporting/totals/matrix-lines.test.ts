import { expect, test } from 'vitest';
import { matrixLines } from './matrix-lines.ts';
import type { CountedReport } from './totals.ts';

const PROVINCE = 'province';

function report(unitName: string, roleName: string, officeKind: string): CountedReport {
  const id = unitName;
  const path = [PROVINCE, id];
  const place = { unitId: id, parentId: PROVINCE, path, areaId: null };
  return {
    id,
    unitName,
    role: roleName,
    roleName,
    officeKind,
    ...place,
    status: 'open',
    nil: false,
  };
}

function namesOf(reports: readonly CountedReport[]): string[] {
  const lines = matrixLines({
    levelId: PROVINCE,
    levelName: 'Tỉnh',
    reports,
    open: '',
    placements: null,
  });
  return lines.map(({ kind, name }) => (kind === 'heading' ? `# ${name}` : name));
}

test('a department with a special role stands among the departments', () => {
  const names = namesOf([
    report('Sở Nông nghiệp và Môi trường', 'Cơ quan thường trực', 'so'),
    report('Cơ quan Mặt trận tỉnh', 'Mặt trận Tổ quốc', 'mttq'),
    report('Sở Công Thương', 'Sở, ban, ngành tỉnh', 'so'),
    report('Sở Y tế', 'Sở, ban, ngành tỉnh', 'so'),
  ]);
  expect(names).toEqual([
    'Tỉnh',
    '# Sở, ban, ngành tỉnh',
    'Sở Công Thương',
    'Sở Nông nghiệp và Môi trường',
    'Sở Y tế',
    '# Mặt trận Tổ quốc',
    'Cơ quan Mặt trận tỉnh',
  ]);
});

test('units of one role need no heading', () => {
  const names = namesOf([
    report('UBND xã Bản Bo', 'UBND xã, phường', 'ubnd'),
    report('UBND xã Bình Lư', 'UBND xã, phường', 'ubnd'),
  ]);
  expect(names).toEqual(['Tỉnh', 'UBND xã Bản Bo', 'UBND xã Bình Lư']);
});
