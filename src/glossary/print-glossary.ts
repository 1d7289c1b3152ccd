import { ROOMS, TERMS, type Term } from './terms.ts';

/** The glossary as a page for people: `docs/glossary.md`. */
export function printGlossary(): string {
  const groups = Object.entries(TERMS).map(([title, terms]) => `## ${title}\n\n${table(terms)}`);
  const rooms = `## Các phòng của ngôi nhà\n\n${table(ROOMS)}`;
  return `${[HEAD, ...groups, rooms].join('\n\n')}\n`;
}

const HEAD = `# Từ điển

Mỗi khái niệm có một từ của cơ quan, một từ tiếng Anh và một tên trong mã nguồn. Bảng, kiểu dữ
liệu và quyền chỉ được đặt tên bằng những từ này. Trang này in từ \`src/glossary/terms.ts\`;
muốn sửa thì sửa ở đó rồi chạy \`UPDATE=1 npm test\`.`;

function table(terms: readonly Term[]): string {
  const rows = terms.map(
    ({ vi, en, code, note }) => `| ${vi} | ${en} | \`${code}\` | ${note ?? ''} |`,
  );
  return ['| Tiếng Việt | Tiếng Anh | Trong mã | Ghi chú |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}
