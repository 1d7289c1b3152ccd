/**
 * Ethnic groups by code of the State's list as issued in 2008 (Decision 421-TCTK 1979, revised;
 * db/seed/households/ethnic-groups.csv gives the source). The code is kept, the name is shown.
 */
export const ETHNIC_GROUPS: Readonly<Record<string, string>> = {
  '01': 'Kinh',
  '02': 'Tày',
  '03': 'Thái',
  '04': 'Mường',
  '05': 'Khmer',
  '06': 'Hoa',
  '07': 'Nùng',
  '08': 'Mông',
  '09': 'Dao',
  '10': 'Gia Rai',
  '11': 'Ê Đê',
  '12': 'Ba Na',
  '13': 'Sán Chay',
  '14': 'Chăm',
  '15': 'Cơ Ho',
  '16': 'Xơ Đăng',
  '17': 'Sán Dìu',
  '18': 'Hrê',
  '19': 'Ra Glai',
  '20': 'Mnông',
  '21': 'Thổ',
  '22': 'Xtiêng',
  '23': 'Khơ mú',
  '24': 'Bru-Vân Kiều',
  '25': 'Cơ Tu',
  '26': 'Giáy',
  '27': 'Tà Ôi',
  '28': 'Mạ',
  '29': 'Gié-Triêng',
  '30': 'Co',
  '31': 'Chơ Ro',
  '32': 'Xinh Mun',
  '33': 'Hà Nhì',
  '34': 'Chu Ru',
  '35': 'Lào',
  '36': 'La Chí',
  '37': 'Kháng',
  '38': 'Phù Lá',
  '39': 'La Hủ',
  '40': 'La Ha',
  '41': 'Pà Thẻn',
  '42': 'Lự',
  '43': 'Ngái',
  '44': 'Chứt',
  '45': 'Lô Lô',
  '46': 'Mảng',
  '47': 'Cơ Lao',
  '48': 'Bố Y',
  '49': 'Cống',
  '50': 'Si La',
  '51': 'Pu Péo',
  '52': 'Rơ Măm',
  '53': 'Brâu',
  '54': 'Ơ Đu',
  '55': 'Người nước ngoài',
  '56': 'Không xác định',
};

/** Groups that live in Lai Châu, for the top of a choice; the rest follow by code. */
const AT_HOME: readonly string[] = [
  '01',
  '02',
  '03',
  '04',
  '06',
  '07',
  '08',
  '09',
  '23',
  '26',
  '33',
  '35',
  '37',
  '39',
  '42',
  '46',
  '49',
  '50',
];

/** Codes in the order in which a form offers them. */
export const ETHNIC_CODES: readonly string[] = [
  ...AT_HOME,
  ...Object.keys(ETHNIC_GROUPS)
    .filter((code) => !AT_HOME.includes(code))
    .sort(),
];

/** The name of a group: `ethnicName('08')` is Mông; an unknown code is "chưa rõ". */
export function ethnicName(code: string): string {
  return ETHNIC_GROUPS[code] ?? 'chưa rõ';
}
