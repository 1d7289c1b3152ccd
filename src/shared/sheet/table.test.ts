import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable } from './table.ts';
import { writeSheet } from './write.ts';

async function lines(name: string, text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? strToU8(text) : text;
  const [page] = (await readTable(name, bytes)).sheets;
  return page?.rows.map(({ number, cells }) => [number, ...cells.map((cell) => cell.value)]);
}

describe('a CSV', () => {
  const want = [
    [1, 'Họ tên', 'Số hộ'],
    [2, 'Lò Văn Ín', '1.234,5'],
  ];

  it.each([
    ['commas', 'a.csv', 'Họ tên,Số hộ\nLò Văn Ín,"1.234,5"'],
    ['semicolons', 'a.CSV', 'Họ tên;Số hộ\r\nLò Văn Ín;1.234,5\r\n'],
    ['tabs', 'a.tsv', 'Họ tên\tSố hộ\nLò Văn Ín\t1.234,5'],
    ['a byte order mark', 'a.csv', '\ufeffHọ tên;Số hộ\nLò Văn Ín;1.234,5'],
    ['a sep= line', 'a.txt', 'sep=;\r\nHọ tên;Số hộ\nLò Văn Ín;1.234,5'],
    ['decomposed accents', 'a.csv', 'Họ tên;Số hộ\nLò Văn Ín;1.234,5'.normalize('NFD')],
  ])('with %s', async (_, name, text) => {
    expect(await lines(name, text)).toEqual(want);
  });

  it('in UTF-16, as Excel saves "Unicode Text"', async () => {
    const text = Buffer.from('\ufeffHọ tên\tSố hộ\nLò Văn Ín\t1.234,5', 'utf16le');
    expect(await lines('a.txt', new Uint8Array(text))).toEqual(want);
  });

  it('keeps texts as typed: zeros in front, formulas, line breaks, empty rows counted', async () => {
    expect(await lines('a.csv', 'a,b\n\n007,=1+1\n"x\ny",true')).toEqual([
      [1, 'a', 'b'],
      [3, '007', '=1+1'],
      [4, 'x\ny', 'true'],
    ]);
  });

  it('is called by its file name', async () => {
    const book = await readTable('Danh sách hộ.csv', strToU8('a'));
    expect(book.sheets[0]?.name).toBe('Danh sách hộ');
  });

  it('is refused when it is something else, empty or too large', async () => {
    const excel = await writeSheet({ sheets: [{ name: 'a', columns: [], rows: [] }] });
    const notWhatItSays = { key: 'fileNotWhatItSays' };
    await expect(readTable('a.csv', excel)).rejects.toMatchObject(notWhatItSays);
    await expect(readTable('a.xlsx', strToU8('a,b'))).rejects.toMatchObject(notWhatItSays);
    await expect(readTable('a.csv', new Uint8Array([0x61, 0xff, 0x62]))).rejects.toThrow('CSV');
    await expect(readTable('a.csv', new Uint8Array())).rejects.toMatchObject({ key: 'fileEmpty' });
    const many = strToU8('a\n'.repeat(20));
    await expect(readTable('a.csv', many, { rows: 10 })).rejects.toMatchObject({
      key: 'fileTooLarge',
    });
    await expect(readTable('a.csv', strToU8('a,b,c'), { columns: 2 })).rejects.toThrow('2 cột');
  });
});

describe('an .xlsx', () => {
  it('is read as such', async () => {
    const page = { name: 'Hộ', columns: [{ header: 'a', kind: 'text' as const }], rows: [['b']] };
    expect(await lines('x.xlsx', await writeSheet({ sheets: [page] }))).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });
});
