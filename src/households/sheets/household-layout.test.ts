import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { matchColumns } from '../../shared/sheet/match.ts';
import { referenceStandards } from '../standard/reference-standards.ts';
import { columnsOf, wantedColumns } from './household-layout.ts';

const seed = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../db/seed/households', name), 'utf8');
const [, NOW] = referenceStandards({
  standards: seed('standards.json'),
  indicators: seed('indicators.json'),
});

function indicatorsAmong(headings: readonly string[]): string[] {
  if (!NOW) throw new Error('no standard of today');
  const { columns, unknown } = matchColumns(headings, wantedColumns(columnsOf('households', NOW)));
  expect(unknown).toEqual([]);
  return [...columns.keys()].filter((key) => key.startsWith('indicator.'));
}

test.each([
  [
    'as the decree of 2021 calls them',
    ...['Việc làm', 'Người phụ thuộc trong hộ gia đình', 'Dinh dưỡng', 'Bảo hiểm y tế'],
    ...['Trình độ giáo dục của người lớn', 'Tình trạng đi học của trẻ em', 'Chất lượng nhà ở'],
    ...['Diện tích nhà ở bình quân đầu người', 'Nguồn nước sinh hoạt', 'Nhà tiêu hợp vệ sinh'],
    ...['Sử dụng dịch vụ viễn thông', 'Phương tiện phục vụ tiếp cận thông tin'],
  ],
  [
    'as sheets shorten them',
    ...['Việc làm', 'Người phụ thuộc', 'Dinh dưỡng', 'BHYT', 'Giáo dục người lớn'],
    ...['Đi học của trẻ em', 'Chất lượng nhà ở', 'Diện tích nhà ở', 'Nguồn nước', 'Nhà tiêu'],
    ...['Dịch vụ viễn thông', 'Thiếu hụt: Phương tiện tiếp cận thông tin'],
  ],
])('the twelve indicators are met %s', (_, ...headings) => {
  expect(indicatorsAmong(headings)).toHaveLength(12);
});
