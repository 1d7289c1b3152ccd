import { isSyllable } from './syllable.ts';

/** Old ways to type Vietnamese, with fonts that give Latin characters another look. */
export type LegacyFont = 'tcvn3' | 'vni';

/**
 * TCVN 5712:1993 VN3 (fonts `.VnTime`): one character for one letter. The capital fonts
 * `.VnTimeH` store small letters, so capitals with tones do not exist.
 */
const TCVN3 = pairs(
  'µà ¸á ¶ả ·ã ¹ạ ¨ă »ằ ¾ắ ¼ẳ ½ẵ Æặ ©â Çầ Êấ Èẩ Éẫ Ëậ ®đ Ìè Ðé Îẻ Ïẽ Ñẹ ªê Òề Õế Óể Ôễ Öệ',
  '×ì Ýí Øỉ Üĩ Þị ßò ãó áỏ âõ äọ «ô åồ èố æổ çỗ éộ ¬ơ êờ íớ ëở ìỡ îợ ïù óú ñủ òũ ôụ',
  '\u00adư õừ øứ öử ÷ữ ùự úỳ ýý ûỷ üỹ þỵ ¡Ă ¢Â §Đ £Ê ¤Ô ¥Ơ ¦Ư',
);

/** VNI fonts: the letter, then its marks as a second character; a few letters are one character. */
const VNI = withCapitals(
  pairs(
    'aùá aøà aûả aõã aïạ aââ aáấ aàầ aåẩ aãẫ aäậ aêă aéắ aèằ aúẳ aüẵ aëặ',
    'eùé eøè eûẻ eõẽ eïẹ eâê eáế eàề eåể eãễ eäệ íí ìì æỉ óĩ òị',
    'oùó oøò oûỏ oõõ oïọ oâô oáố oàồ oåổ oãỗ oäộ ôơ ôùớ ôøờ ôûở ôõỡ ôïợ',
    'uùú uøù uûủ uõũ uïụ öư öùứ öøừ öûử öõữ öïự yùý yøỳ yûỷ yõỹ îỵ ñđ',
  ),
);

const TCVN3_MARKS = matcherOf(TCVN3);
const VNI_MARKS = matcherOf(VNI);
const MARKS = '\u00a1-\u00ff';
const WORDS = new RegExp(`[A-Za-z${MARKS}]+`, 'g');
// A mark alone (`©`, `½`) is a sign; in a word it stands beside plain letters.
const MARKED_WORD = new RegExp(`[${MARKS}][A-Za-z]|[A-Za-z][${MARKS}]`);
// Letters that only Unicode Vietnamese has: with one of them nothing is of the old fonts.
const UNICODE_ONLY = /[\u0100-\u024f\u1e00-\u1eff]|\p{Mn}/u;
const ENOUGH_WORDS = 0.8;

/** Text typed in a TCVN3 font, in Unicode NFC: `Ph­êng` with its soft hyphen is `Phường`. */
export function fromTcvn3(text: string): string {
  return text.replace(TCVN3_MARKS, (mark) => TCVN3.get(mark) ?? mark).normalize('NFC');
}

/** Text typed in a VNI font, in Unicode NFC: `Tröôøng` is `Trường`. */
export function fromVni(text: string): string {
  return text.replace(VNI_MARKS, (mark) => VNI.get(mark) ?? mark).normalize('NFC');
}

/**
 * Which old font the text was typed in, `undefined` when none (then it is Unicode, or has no
 * mark to tell by). At least one word must be impossible in Vietnamese as it stands, and nearly
 * all marked words must become well-spelt syllables; so `3×4 m²`, `Müller` and `Hoà` stay.
 * Best asked for a whole column or a few cells joined: a single word can be too short to tell.
 */
export function detectLegacyFont(text: string): LegacyFont | undefined {
  if (UNICODE_ONLY.test(text)) return undefined;
  const words = (text.match(WORDS) ?? []).filter((word) => MARKED_WORD.test(word));
  if (words.length === 0 || words.every(isSyllable)) return undefined;
  const tcvn3 = shareThatBecomesVietnamese(words, fromTcvn3);
  const vni = shareThatBecomesVietnamese(words, fromVni);
  if (Math.max(tcvn3, vni) < ENOUGH_WORDS) return undefined;
  return tcvn3 >= vni ? 'tcvn3' : 'vni';
}

/** Text typed in the given old font, in Unicode NFC. */
export function fromLegacyFont(text: string, font: LegacyFont): string {
  return font === 'tcvn3' ? fromTcvn3(text) : fromVni(text);
}

function shareThatBecomesVietnamese(words: readonly string[], convert: (word: string) => string) {
  const wrong = words.filter((word) => !isSyllable(word));
  // A word that was wrong and does not change under this font speaks against it.
  const cured = wrong.filter((word) => convert(word) !== word && isSyllable(convert(word)));
  if (cured.length === 0) return 0;
  return words.filter((word) => isSyllable(convert(word))).length / words.length;
}

/** `µà` → `µ` stands for `à`; the last character is the letter, those before it how it was typed. */
function pairs(...lines: readonly string[]): Map<string, string> {
  const entries = lines.flatMap((line) => line.normalize('NFC').split(' '));
  return new Map(entries.map((entry) => [entry.slice(0, -1), entry.slice(-1)]));
}

/** VNI capitals: `AÙ`, and `Aù` as some people typed it. */
function withCapitals(small: ReadonlyMap<string, string>): Map<string, string> {
  const all = new Map(small);
  for (const [typed, letter] of small) {
    const first = typed.charAt(0).toUpperCase();
    all.set(typed.toUpperCase(), letter.toUpperCase());
    all.set(first + typed.slice(1), letter.toUpperCase());
  }
  return all;
}

function matcherOf(table: ReadonlyMap<string, string>): RegExp {
  const longestFirst = [...table.keys()].sort((left, right) => right.length - left.length);
  return new RegExp(longestFirst.join('|'), 'g');
}
