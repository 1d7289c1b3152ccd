import { showDay } from '../../shared/day.ts';
import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { Desk } from '../../shared/html/desk.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import type { CommuneReview, ReviewRound, Village } from '../rounds/review-round.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import type { ListedHousehold } from './household-list.ts';
import { PaperConditions, PaperSurvey } from './paper-survey.pages.tsx';

interface PlaceProps {
  readonly frame: Frame;
  readonly round: ReviewRound;
  readonly commune: CommuneReview;
  readonly villages: readonly Village[];
}

export interface AskSheetsPageProps extends PlaceProps {
  readonly village: string | undefined;
  readonly faults: readonly FieldProblem[];
}

const deskOf = ({ round, commune }: PlaceProps) =>
  `/review-rounds/${round.id}/communes/${commune.communeId}`;

/** Before names go onto paper: which village, and that the reading is recorded. */
export function AskSheetsPage(props: AskSheetsPageProps) {
  const { frame, commune, villages, village, faults } = props;
  return (
    <Page frame={frame} title="In phiếu rà soát">
      <PageHead
        title="In phiếu rà soát"
        lead="Mỗi hộ trong danh sách rà soát một phiếu giấy, hai phiếu một trang A4, theo thôn, bản."
        back={{
          href: `${deskOf(props)}/households`,
          label: `Danh sách hộ ${lowerFirst(commune.communeName)}`,
        }}
      />
      <Form action={`${deskOf(props)}/survey-sheets`}>
        <SelectField
          name="village"
          label="Thôn, bản"
          nothing="Chọn thôn, bản"
          value={village}
          error={errorOf(faults, 'village')}
          choices={villages.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <p>
          Phiếu in họ tên chủ hộ. Lượt xem được ghi lại với mục đích “Rà soát tại hộ”; chỉ giao
          phiếu cho người đi rà soát và thu lại đủ.
        </p>
        <Actions>
          <Button kind="primary" icon="print">
            Mở phiếu để in
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}

export interface SheetsPageProps extends PlaceProps {
  readonly village: Village;
  readonly standard: PovertyStandard;
  readonly households: readonly ListedHousehold[];
  readonly heads: ReadonlyMap<string, string>;
}

/** The paper forms of a village, ready for the printer. */
export function SheetsPage(props: SheetsPageProps) {
  const { frame, village, households } = props;
  const title = `Phiếu rà soát ${village.name}`;
  return (
    <Page frame={frame} title={title} wide paper>
      <PageHead
        title={title}
        lead={`${households.length} hộ trong danh sách rà soát, lập ngày ${showDay(frame.today)}.`}
        back={{ href: `${deskOf(props)}/households`, label: 'Danh sách hộ' }}
      />
      {households.length > 0 ? (
        <Desk bar={<PrintBar {...props} />}>
          <div class="papers paper-surveys">
            {pairs(households).map((pair) => (
              <section class="paper" lang="vi" key={pair[0]?.householdId}>
                {pair.map((household) => (
                  <PaperSurvey key={household.householdId} {...props} household={household} />
                ))}
              </section>
            ))}
            <section class="paper" lang="vi">
              <PaperConditions {...props} />
            </section>
          </div>
        </Desk>
      ) : (
        <Empty sentence={`${village.name} không có hộ nào trong danh sách rà soát.`}>
          <ButtonLink href={`${deskOf(props)}/households?village=${village.id}`}>
            Xem các hộ của {village.name}
          </ButtonLink>
        </Empty>
      )}
    </Page>
  );
}

function PrintBar({ households }: SheetsPageProps) {
  const pages = Math.ceil(households.length / 2);
  return (
    <p>
      {pages} trang phiếu và 1 trang điều kiện thiếu hụt, khổ A4. Bấm Ctrl + P để in một mặt, rồi
      cắt đôi theo đường kẻ.
    </p>
  );
}

/** Two households to a page. */
function pairs<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 2) }, (_, at) =>
    all.slice(at * 2, at * 2 + 2),
  );
}
