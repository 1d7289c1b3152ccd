import { Actions, ButtonLink } from '../shared/html/button.tsx';
import { DataTable } from '../shared/html/data-table.tsx';
import { Missing, NumberText } from '../shared/html/texts.tsx';
import { isMet, type Target } from './target.ts';

/** A target with its years, each with its source. */
export function TargetCard({ target, mayRun }: { target: Target; mayRun: boolean }) {
  const number = (value: number | null) =>
    value === null ? <Missing /> : <NumberText value={value} />;
  const met = { true: 'Đạt', false: 'Chưa đạt', undefined: '' };
  return (
    <article class="panel task-card">
      <DataTable
        caption={`${target.name} (${target.measure}), ${target.better === 'lower' ? 'giảm' : 'tăng'} là tốt`}
        rows={target.values}
        keyOf={(one) => String(one.year)}
        none="Chưa có năm nào."
        columns={[
          { key: 'year', head: 'Năm', cell: (one) => String(one.year) },
          {
            key: 'planned',
            head: 'Mục tiêu',
            align: 'numeric',
            cell: (one) => number(one.planned),
          },
          {
            key: 'reached',
            head: 'Đạt được',
            align: 'numeric',
            cell: (one) => number(one.reached),
          },
          { key: 'met', head: 'So sánh', cell: (one) => met[`${isMet(target, one)}`] },
          {
            key: 'source',
            head: 'Nguồn',
            cell: (one) => `${one.source ?? ''}${one.confirmed ? '' : ' (chưa xác nhận)'}`,
          },
        ]}
      />
      <p class="soft">Nguồn của chỉ tiêu: {target.source}</p>
      {mayRun ? (
        <Actions>
          <ButtonLink href={`/targets/${target.id}/values/new`} icon="edit">
            Ghi số theo năm
          </ButtonLink>
        </Actions>
      ) : null}
    </article>
  );
}
