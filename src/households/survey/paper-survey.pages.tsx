import { ethnicName } from '../ethnic-groups.ts';
import { CLASSES, type Opening } from '../household-class.ts';
import { CAUSES, GROUPS, NEEDS } from '../household-marks.ts';
import type { CommuneReview, ReviewRound, Village } from '../rounds/review-round.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import type { ListedHousehold } from './household-list.ts';

interface PaperProps {
  readonly round: ReviewRound;
  readonly commune: CommuneReview;
  readonly village: Village;
  readonly standard: PovertyStandard;
  readonly household: ListedHousehold;
  readonly heads: ReadonlyMap<string, string>;
}

const OPENINGS: Readonly<Record<Opening, string>> = { ...CLASSES, absent: 'Chưa có trong sổ' };

/** The survey of one household on half a page: what is known is printed, the rest is for a pen. */
export function PaperSurvey(props: PaperProps) {
  const { round, household } = props;
  return (
    <article class="paper-survey">
      <h2>
        Phiếu rà soát hộ nghèo, hộ cận nghèo năm {round.year} · {household.code}
      </h2>
      <Known {...props} />
      <Scores {...props} />
      <Indicators {...props} />
      <Ticks label="Đối tượng" names={GROUPS} />
      <Ticks label="Nguyên nhân" names={CAUSES} />
      <Ticks label="Nhu cầu" names={NEEDS} />
      <p class="paper-line">
        <strong>Ghi chú:</strong>
      </p>
      <Signatures />
    </article>
  );
}

function Known({ commune, village, household, heads }: PaperProps) {
  const head = heads.get(household.householdId) ?? '........................................';
  return (
    <p>
      Chủ hộ: <strong>{head}</strong> · Dân tộc: {ethnicName(household.ethnicity)} · {village.name},{' '}
      {commune.communeName} · Đầu năm: {OPENINGS[household.opening]}, {household.openingMembers}{' '}
      nhân khẩu
    </p>
  );
}

function Scores({ standard: { lines } }: PaperProps) {
  return (
    <>
      <p>
        <Box /> Nông thôn (mức {lines.rural.scoreLine ?? '—'}) <Box /> Thành thị (mức{' '}
        {lines.urban.scoreLine ?? '—'}) · Điểm A <Blank /> · Điểm B <Blank />
      </p>
      <p>
        Nhân khẩu <Blank /> · Trẻ em dưới 16 tuổi <Blank />, thiếu hụt y tế <Blank />, thiếu hụt
        giáo dục <Blank />
      </p>
    </>
  );
}

/** The indicators in two columns, with a box for "none" so that no tick is no answer either. */
function Indicators({ standard }: PaperProps) {
  return (
    <>
      <p>
        <strong>Chỉ số thiếu hụt</strong> (mỗi chỉ số {standard.pointsEach} điểm B):
      </p>
      <ul class="paper-ticks">
        {standard.indicators.map(({ key, name }) => (
          <li key={key}>
            <Box /> {name}
          </li>
        ))}
      </ul>
      <p>
        <Box /> <strong>Không thiếu hụt chỉ số nào</strong> (đã hỏi đủ)
      </p>
    </>
  );
}

function Ticks(props: {
  readonly label: string;
  readonly names: Readonly<Record<string, string>>;
}) {
  return (
    <p>
      <strong>{props.label}:</strong>{' '}
      {Object.entries(props.names).map(([key, name]) => (
        <span key={key} class="paper-tick">
          <Box /> {name}{' '}
        </span>
      ))}
    </p>
  );
}

/** When each indicator counts as deprived: one page for whoever goes from door to door. */
export function PaperConditions({ standard }: Pick<PaperProps, 'standard'>) {
  return (
    <article class="paper-survey">
      <h2>Khi nào đánh dấu là thiếu hụt</h2>
      <ul>
        {standard.indicators.map(({ key, name, deprivedWhen }) => (
          <li key={key}>
            <strong>{name}:</strong> {deprivedWhen}
          </li>
        ))}
      </ul>
    </article>
  );
}

/** A box to tick with a pen. */
function Box() {
  return <span class="paper-box" aria-hidden="true" />;
}

/** Room for a number. */
function Blank() {
  return <span class="paper-blank" aria-hidden="true" />;
}

function Signatures() {
  return (
    <div class="paper-signatures">
      {['Đại diện hộ', 'Người rà soát', 'Trưởng thôn, bản'].map((who) => (
        <p key={who}>
          <strong>{who}</strong>
          <br />
          <em>(Ký, ghi rõ họ tên)</em>
        </p>
      ))}
      <p>Ngày ...... tháng ...... năm ..........</p>
    </div>
  );
}
