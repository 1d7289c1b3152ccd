import { bold, paragraph, row, type Table } from '../../documents/official-document.ts';
import { showDay } from '../../shared/day.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import { ethnicName } from '../ethnic-groups.ts';
import { AREA_TYPES, CLASSES } from '../household-class.ts';
import { relationName, SEXES } from '../registry/member.ts';
import {
  capital,
  type NamedMember,
  type PaperBody,
  type PaperSources,
  titleOf,
  whereOf,
} from './paper-sources.ts';

/** The certificate of a poor or near-poor household, with everybody in it. */
export function certificateBody(sources: PaperSources): PaperBody {
  const { request, head, members, standardName, decidedOn, officeName } = sources;
  const result = classOf(sources);
  const year = decidedOn.slice(0, 4);
  return {
    summary: `${capital(result)} năm ${year}`,
    body: [
      paragraph(`Chủ tịch ${officeName} chứng nhận:`),
      paragraph(`Hộ gia đình ${titleOf(head)}: `, bold(head.fullName)),
      paragraph(`Sinh: ${head.born}; dân tộc: ${ethnicName(head.ethnicity)}${numberOf(head)}.`),
      paragraph(`Nơi ở: ${whereOf(sources)}. Mã hộ: ${request.code}.`),
      paragraph(
        'Là ',
        bold(result),
        ` theo ${lowerFirst(standardName)}, khu vực ${AREA_TYPES[request.areaType].toLocaleLowerCase('vi')}, kể từ ngày ${showDay(decidedOn)}.`,
      ),
      paragraph(`Các thành viên của hộ (${members.length} người):`),
      membersTable(members),
      paragraph(
        `Giấy này có giá trị đến khi có quyết định công nhận kết quả rà soát hộ nghèo, hộ cận nghèo hằng năm tiếp theo, hoặc quyết định hộ ra khỏi danh sách.`,
      ),
    ],
    recipients: [],
  };
}

const MEMBER_COLUMNS = [
  ['TT', 2, 'center'],
  ['Họ và tên', 8, 'left'],
  ['Ngày, năm sinh', 5, 'center'],
  ['Giới tính', 3, 'center'],
  ['Dân tộc', 4, 'left'],
  ['Quan hệ với chủ hộ', 6, 'left'],
] as const;

function membersTable(members: readonly NamedMember[]): Table {
  return {
    kind: 'table',
    columns: MEMBER_COLUMNS.map(([, width, align]) => ({ width, align })),
    header: [MEMBER_COLUMNS.map(([text]) => ({ text }))],
    rows: members.map((one, at) =>
      row([
        ...[`${at + 1}`, one.fullName, one.born, sexOf(one)],
        ...[ethnicName(one.ethnicity), relationName(one.relation)],
      ]),
    ),
  };
}

function classOf({ request }: PaperSources): string {
  return CLASSES[request.result ?? 'not-poor'].toLocaleLowerCase('vi');
}

function sexOf({ sex }: NamedMember): string {
  return sex === 'f' ? SEXES.f : SEXES.m;
}

function numberOf({ citizenNumber }: NamedMember): string {
  return citizenNumber ? `; số căn cước: ${citizenNumber}` : '';
}
