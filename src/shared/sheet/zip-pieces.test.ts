import { crc32 } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip } from './zip.ts';
import { type NewPart, zipPieces } from './zip-pieces.ts';

const LONG = Buffer.from('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'.repeat(20_000));

async function* cut(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 70_000) yield bytes.subarray(at, at + 70_000);
}

async function zipOf(parts: readonly NewPart[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipPieces(parts)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a zip made as it goes', () => {
  const before = zipSync({ 'a.xml': LONG, 'rỗng.txt': Buffer.of(), 'b.bin': [LONG, { level: 0 }] });
  const packed = openZip(Buffer.from(before));

  it('has parts that were packed already as they were, and new ones', async () => {
    const bytes = await zipOf([...packed.values(), { path: 'mới.xml', pieces: cut(LONG) }]);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['a.xml', 'rỗng.txt', 'b.bin', 'mới.xml']);
    for (const path of ['a.xml', 'b.bin', 'mới.xml'])
      expect(LONG.equals(files[path] ?? Buffer.of())).toBe(true);
    const parts = openZip(bytes);
    for (const [path, part] of packed) expect(parts.get(path)).toEqual(part);
    expect(parts.get('mới.xml')).toMatchObject({ crc: crc32(LONG), size: LONG.length });
  });

  it('says sizes before a part where it knows them, else behind it', async () => {
    const bytes = await zipOf([...packed.values(), { path: 'n', pieces: cut(LONG) }]);
    expect([bytes.readUInt16LE(6), bytes.readUInt32LE(22)]).toEqual([0, LONG.length]);
    const at = bytes.indexOf('504b0708', 0, 'hex');
    const { crc, size, packed: inside } = openZip(bytes).get('n') ?? expect.fail();
    const facts = [4, 8, 12].map((offset) => bytes.readUInt32LE(at + offset));
    expect(facts).toEqual([crc, inside.length, size]);
  });

  it('asks for no more when nobody reads on', async () => {
    const asked = { pieces: 0, closed: false };
    async function* endless() {
      try {
        for (;;) {
          asked.pieces++;
          yield Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)));
        }
      } finally {
        asked.closed = true;
      }
    }
    let read = 0;
    for await (const piece of zipPieces([{ path: 'a', pieces: endless() }])) {
      read += piece.length;
      await new Promise((resume) => setTimeout(resume, 20));
      if (read > 200_000) break;
    }
    await expect.poll(() => asked.closed).toBe(true);
    expect(asked.pieces).toBeLessThan(40);
  });

  it('fails as what it is made of fails', async () => {
    async function* broken() {
      yield LONG;
      throw new RangeError('broken off');
    }
    await expect(zipOf([{ path: 'a', pieces: broken() }])).rejects.toThrow('broken off');
  });
});

it('a zip whose parts lie one over the other is refused', () => {
  const bytes = Buffer.from(zipSync({ a: LONG }));
  const begin = bytes.indexOf('504b0102', 0, 'hex');
  const end = bytes.length - 22;
  const tail = Buffer.from(bytes.subarray(end));
  const entries = Array.from({ length: 40 }, () => bytes.subarray(begin, end));
  tail.writeUInt16LE(entries.length, 10);
  expect(() => openZip(Buffer.concat([bytes.subarray(0, begin), ...entries, tail]))).toThrow();
});
