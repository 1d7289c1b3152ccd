import { showDay } from '../../shared/day.ts';
import { KeyValues } from '../../shared/html/facts.tsx';
import { Panel } from '../../shared/html/sections.tsx';
import { AREA_TYPES, CLASSES } from '../household-class.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { type ClassRequest, WISHES } from './class-request.ts';
import { monthlyRule, reviewStart } from './monthly-rule.ts';

interface RequestFactsProps {
  readonly request: ClassRequest;
  readonly standard: PovertyStandard | undefined;
}

/** What the household asks, and by when it is answered. */
export function RequestAsked({ request, standard }: RequestFactsProps) {
  const { source, confirmed, doubt } = monthlyRule(request.receivedOn);
  return (
    <Panel title="Hộ đề nghị">
      <KeyValues
        facts={[
          { name: 'Đề nghị', value: WISHES[request.wish] },
          { name: 'Hiện là', value: CLASSES[request.classBefore] },
          { name: 'Nội dung', value: request.content },
          {
            name: 'Hộ',
            value: (
              <a href={`/households/${request.householdId}`}>
                {request.code}, {request.villageName}
              </a>
            ),
          },
          {
            name: 'Thời hạn',
            value: `Nhận ngày ${showDay(request.receivedOn)}, rà soát từ ${showDay(reviewStart(request.receivedOn))}, trả lời chậm nhất ${showDay(request.dueOn)}`,
          },
          { name: 'Căn cứ', value: confirmed ? source : `${source}. Cần xác nhận: ${doubt}.` },
          { name: 'Chuẩn nghèo', value: standard?.name ?? '—' },
        ]}
      />
    </Panel>
  );
}

/** What the survey found, with its working. */
export function RequestFound({ request, standard }: RequestFactsProps) {
  const { result, because, deprived, incomeScore, areaType } = request;
  const names = standard?.indicators.filter(({ key }) => deprived?.includes(key)) ?? [];
  return (
    <Panel title={result ? `Kết quả: ${CLASSES[result].toLocaleLowerCase('vi')}` : 'Kết quả'}>
      <p>{because}</p>
      <KeyValues
        facts={[
          { name: 'Khu vực', value: AREA_TYPES[areaType] },
          { name: 'Điểm A', value: incomeScore ?? '—' },
          {
            name: 'Thiếu hụt',
            value: names.map(({ name }) => name).join('; ') || 'Không thiếu hụt chỉ số nào',
          },
        ]}
      />
    </Panel>
  );
}
