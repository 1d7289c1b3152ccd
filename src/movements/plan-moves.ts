import {
  type PlanRow,
  printedRow,
  type RowTree,
  rowFromText,
  rowsOf,
  staysBecause,
  treesOf,
} from './plan-tree.ts';

type Siblings = readonly RowTree[];
/** What becomes of the list in which the row at `at` stands. */
type Change = (siblings: Siblings, at: number) => Siblings;

/** Puts a row, with everything under it, before its previous sibling. Throws `clauseStays` for the first. */
export function moveUp(rows: readonly PlanRow[], id: string): PlanRow[] {
  return change(rows, id, (siblings, at) => {
    if (at === 0) throw staysBecause('chuyển lên', 'đã đứng đầu trong mục của nó');
    return swapped(siblings, at - 1);
  });
}

/** Puts a row, with everything under it, after its next sibling. Throws `clauseStays` for the last. */
export function moveDown(rows: readonly PlanRow[], id: string): PlanRow[] {
  return change(rows, id, (siblings, at) => {
    if (at === siblings.length - 1)
      throw staysBecause('chuyển xuống', 'đã đứng cuối trong mục của nó');
    return swapped(siblings, at);
  });
}

/** Makes a row the last child of its previous sibling; the reading order stays. Throws `clauseStays` for a first one. */
export function indent(rows: readonly PlanRow[], id: string): PlanRow[] {
  return change(rows, id, (siblings, at) => {
    const before = siblings[at - 1];
    if (!before) throw staysBecause('lùi vào', 'phía trên không có mục cùng cấp để nhận');
    const grown = { ...before, children: [...before.children, ...siblings.slice(at, at + 1)] };
    return [...siblings.slice(0, at - 1), grown, ...siblings.slice(at + 1)];
  });
}

/**
 * Makes a row the next sibling of its parent. Siblings that followed it come under it, so
 * that every word keeps its place. Throws `clauseStays` at the outermost level.
 */
export function outdent(rows: readonly PlanRow[], id: string): PlanRow[] {
  const { parentId } = find(rows, id);
  if (parentId === null) throw staysBecause('đưa ra', 'đã ở cấp ngoài cùng');
  return change(rows, parentId, (siblings, at) => {
    const parent = siblings[at] as RowTree;
    const inner = parent.children.findIndex((child) => child.row.id === id);
    const moved = parent.children[inner] as RowTree;
    const followed = {
      ...moved,
      children: [...moved.children, ...parent.children.slice(inner + 1)],
    };
    const left = { ...parent, children: parent.children.slice(0, inner) };
    return [...siblings.slice(0, at), left, followed, ...siblings.slice(at + 1)];
  });
}

/**
 * Joins a row to the one read just before it: its number, heading and text are added to that
 * text, its children go there too. Throws `clauseStays` for the very first row.
 */
export function mergeWithPrevious(rows: readonly PlanRow[], id: string): PlanRow[] {
  const ordered = rowsOf(treesOf(rows));
  const at = ordered.findIndex((row) => row.id === find(rows, id).id);
  const previous = ordered[at - 1];
  const own = ordered[at];
  if (!previous || !own) throw staysBecause('gộp', 'phía trên không còn mục nào');
  const grown = { ...previous, text: `${previous.text} ${printedRow(own)}`.trim() };
  const orphans = childrenOf(ordered, id);
  const cut = change(ordered, id, (siblings, place) => siblings.toSpliced(place, 1));
  return change(cut, previous.id, (siblings, place) =>
    siblings.map((tree, index) =>
      index === place
        ? {
            row: { ...grown, position: tree.row.position },
            children: [...orphans, ...tree.children],
          }
        : tree,
    ),
  );
}

/**
 * Cuts a row's text at a character: what follows becomes the next clause, with its own number
 * if it begins with one, and takes the children. Throws `clauseStays` where a side would be empty.
 */
export function split(rows: readonly PlanRow[], id: string, at: number, newId: string): PlanRow[] {
  const { text } = find(rows, id);
  const [before, after] = [text.slice(0, at).trim(), text.slice(at).trim()];
  const cutsSign = /^[\uDC00-\uDFFF]|^\p{Mn}/u.test(after);
  if (at <= 0 || before === '' || after === '' || cutsSign) {
    throw staysBecause('tách', 'chỗ tách phải nằm giữa phần chữ của mục');
  }
  return change(rows, id, (siblings, place) => {
    const whole = siblings[place] as RowTree;
    const first = { row: { ...whole.row, text: before }, children: [] };
    const second = { row: rowFromText(newId, after), children: whole.children };
    return siblings.toSpliced(place, 1, first, second);
  });
}

/**
 * Takes away a row that says nothing any more; its children take its place. Throws `clauseStays`
 * while it has a heading or a text: nothing typed is lost by a click.
 */
export function remove(rows: readonly PlanRow[], id: string): PlanRow[] {
  const row = find(rows, id);
  if (row.heading !== '' || row.text !== '') {
    throw staysBecause('bỏ', 'mục còn chữ; hãy gộp vào mục trước, hoặc xóa chữ rồi bỏ mục');
  }
  return change(rows, id, (siblings, at) => siblings.toSpliced(at, 1, ...childTrees(siblings, at)));
}

/** Writes a row's kind, marker, heading or text anew, as the person typed them. */
export function rewrite(
  rows: readonly PlanRow[],
  id: string,
  said: Partial<Pick<PlanRow, 'kind' | 'marker' | 'heading' | 'text'>>,
): PlanRow[] {
  find(rows, id);
  return rows.map((row) => (row.id === id ? { ...row, ...said } : row));
}

function find(rows: readonly PlanRow[], id: string): PlanRow {
  const row = rows.find((one) => one.id === id);
  if (!row) throw staysBecause('tìm', 'mục không còn trong bản đang sửa');
  return row;
}

/** The rows with one list of siblings changed: the list in which `id` stands. */
function change(rows: readonly PlanRow[], id: string, how: Change): PlanRow[] {
  find(rows, id);
  const within = (siblings: Siblings): Siblings => {
    const at = siblings.findIndex((tree) => tree.row.id === id);
    if (at >= 0) return how(siblings, at);
    return siblings.map((tree) => ({ ...tree, children: within(tree.children) }));
  };
  return rowsOf(within(treesOf(rows)));
}

function swapped(siblings: Siblings, at: number): Siblings {
  return siblings.toSpliced(at, 2, ...siblings.slice(at, at + 2).toReversed());
}

function childTrees(siblings: Siblings, at: number): Siblings {
  return siblings[at]?.children ?? [];
}

function childrenOf(rows: readonly PlanRow[], id: string): Siblings {
  const search = (trees: Siblings): Siblings | undefined => {
    for (const tree of trees) {
      const found = tree.row.id === id ? tree.children : search(tree.children);
      if (found) return found;
    }
    return undefined;
  };
  return search(treesOf(rows)) ?? [];
}
