import { officeId, stableId } from './reference-ids.ts';

export interface ReferenceBlock {
  readonly id: string;
  readonly year: number;
  readonly name: string;
  readonly source: string;
  readonly confirmed: boolean;
  readonly memberIds: readonly string[];
}

const DISTRICTS = ['105', '106', '107', '108', '109', '110', '111', '112'];

/**
 * The one block that a public source names: districts and the city, from 2019 until the district
 * level ended. Its year 2024 was read (eight members, summed up on 18/1/2025), the others follow.
 */
export function referenceBlocks(movementId: string): ReferenceBlock[] {
  return [2022, 2023, 2024, 2025].map((year) => ({
    id: stableId(`block:${movementId}:${year}:districts`),
    year,
    name: 'Khối thi đua các huyện, thành phố',
    source: 'baolaichau.vn, tổng kết khối năm 2024 (18/01/2025)',
    confirmed: year === 2024,
    memberIds: DISTRICTS.map((code) => officeId(`UBND.D.${code}`)),
  }));
}
