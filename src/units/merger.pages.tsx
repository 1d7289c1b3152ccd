import { DataTable } from '../shared/html/data-table.tsx';
import { Figures } from '../shared/html/facts.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Section } from '../shared/html/sections.tsx';
import { Status } from '../shared/html/status.tsx';
import type { Frame } from '../shared/web.ts';
import { type Merged, type MergerRow, mergedOf, planRibbons } from './merger.ts';
import { Ribbons } from './ribbons.pages.tsx';

interface MergerPageProps {
  readonly frame: Frame;
  readonly rows: readonly MergerRow[];
}

/** The merger of 1/7/2025: which old communes went into which new one, by which clause. */
export function MergerPage({ frame, rows }: MergerPageProps) {
  const merged = mergedOf(rows);
  return (
    <Page frame={frame} title="Sắp xếp đơn vị hành chính" wide>
      <PageHead
        title="Sắp xếp đơn vị hành chính ngày 01/07/2025"
        lead={`${rows.length} xã, phường, thị trấn thành ${merged.length} xã, phường; cấp huyện kết thúc. Mỗi xã cũ nhập trọn vào một xã mới, nên số liệu cũ cộng được chính xác lên xã mới; chiều ngược lại thì không.`}
        back={{ href: '/units', label: 'Đơn vị' }}
      />
      <MergerFigures rows={rows} merged={merged} />
      <MergerTable merged={merged} />
      <Section title="Từ xã cũ đến xã mới">
        <p class="soft">Dải đậm: xã mới gồm các xã của nhiều huyện cũ.</p>
        <Ribbons plan={planRibbons(rows)} />
      </Section>
    </Page>
  );
}

function MergerFigures({
  rows,
  merged,
}: Omit<MergerPageProps, 'frame'> & { readonly merged: readonly Merged[] }) {
  const crossing = merged.filter((one) => one.districts.length > 1).length;
  const kept = merged.filter((one) => one.keptLand).length;
  return (
    <Figures
      figures={[
        { name: 'Xã, phường, thị trấn cũ', value: rows.length },
        { name: 'Xã, phường mới', value: merged.length },
        { name: 'Vắt qua nhiều huyện cũ', value: crossing },
        { name: 'Giữ nguyên địa giới', value: kept },
      ]}
    />
  );
}

function MergerTable({ merged }: { readonly merged: readonly Merged[] }) {
  return (
    <DataTable
      caption={`Xã, phường mới và các đơn vị cũ hợp thành, theo ${documentOf(merged[0])}`}
      rows={[...merged]}
      keyOf={(one) => one.id}
      columns={[
        {
          key: 'new',
          head: 'Đơn vị mới',
          cell: (one) => <a href={`/units/${one.id}`}>{one.name}</a>,
        },
        { key: 'count', head: 'Số đơn vị cũ', align: 'numeric', cell: (one) => one.from.length },
        { key: 'old', head: 'Các đơn vị cũ', cell: (one) => <OldUnits merged={one} /> },
        { key: 'source', head: 'Theo', cell: clauseOf },
      ]}
    />
  );
}

/** "Nghị quyết 1670/…, Khoản 4 Điều 1": the document stands in the caption, the clause in its row. */
function documentOf(merged: Merged | undefined): string {
  return merged?.source.replace(/, [^,]*$/, '') ?? '';
}

function clauseOf({ source }: Merged): string {
  return source.slice(source.lastIndexOf(', ') + 1).trim();
}

function OldUnits({ merged }: { readonly merged: Merged }) {
  const districts = [...Map.groupBy(merged.from, (row) => row.districtName)];
  return (
    <>
      {districts.map(([name, rows]) => (
        <p class="old-units" key={name}>
          <span class="soft">{name}: </span>
          {rows.map((row, place) => (
            <span key={row.oldId}>
              {place ? ', ' : ''}
              <a href={`/units/${row.oldId}`}>{row.oldName}</a>
            </span>
          ))}
        </p>
      ))}
      {merged.keptLand ? <Status tone="idle">giữ nguyên</Status> : null}
      {districts.length > 1 ? <Status tone="info">nhiều huyện cũ</Status> : null}
    </>
  );
}
