import { showDay } from '../../shared/day.ts';
import { ButtonLink } from '../../shared/html/button.tsx';
import { Figures } from '../../shared/html/facts.tsx';
import { Section } from '../../shared/html/sections.tsx';
import { Missing } from '../../shared/html/texts.tsx';
import { showNumber } from '../../shared/vietnamese.ts';
import { LISTINGS } from '../household-class.ts';
import { STATUS_NAMES } from '../rounds/review-round.ts';
import { classify } from '../standard/classification.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { ClassChip } from '../survey/class-chip.pages.tsx';
import type { ReviewYear } from './household.ts';
import { type Dimension, dimensionsOf, TILE_STATES } from './tiles.ts';

export interface ReviewFoundProps {
  readonly review: ReviewYear;
  readonly standard: PovertyStandard;
  /** The survey form, while the person may fill it in. */
  readonly surveyHref: string | undefined;
}

/** What a yearly review found: the scores with their working, and twelve tiles. */
export function ReviewFound({ review, standard, surveyHref }: ReviewFoundProps) {
  const surveyed = review.deprived !== null;
  return (
    <Section
      id="review"
      title={`Kết quả rà soát năm ${review.year}`}
      actions={
        surveyHref ? (
          <ButtonLink href={surveyHref} kind="primary" icon="edit">
            {surveyed ? 'Sửa phiếu khảo sát' : 'Khảo sát hộ này'}
          </ButtonLink>
        ) : undefined
      }
    >
      <Scores review={review} standard={standard} />
      <Working review={review} standard={standard} />
      <Tiles dimensions={dimensionsOf(standard, review.deprived)} />
      <Meanings dimensions={dimensionsOf(standard, review.deprived)} />
    </Section>
  );
}

function Scores({ review, standard }: Omit<ReviewFoundProps, 'surveyHref'>) {
  const { incomeScore, deprived } = review;
  const known = standard.indicators.filter(({ key }) => deprived?.includes(key));
  return (
    <Figures
      figures={[
        {
          name: 'Phân loại',
          value: <ClassChip closing={review.closing} />,
          before: STATUS_NAMES[review.status],
        },
        {
          name: 'Điểm A (thu nhập)',
          value: incomeScore === null ? <Missing /> : showNumber(incomeScore),
        },
        {
          name: 'Điểm B (thiếu hụt)',
          value: deprived === null ? <Missing /> : showNumber(known.length * standard.pointsEach),
          before: deprived === null ? undefined : `${known.length} chỉ số thiếu hụt`,
        },
      ]}
    />
  );
}

/** Why this class, in a sentence; or why there is none. */
function Working({ review, standard }: Omit<ReviewFoundProps, 'surveyHref'>) {
  const { areaType, incomeScore, deprived, listed, surveyedOn } = review;
  const found =
    incomeScore !== null && deprived !== null
      ? classify(standard, { areaType, incomeScore, deprived })
      : undefined;
  return (
    <>
      {found ? (
        <p>
          <strong>Vì sao:</strong> {found.because}
        </p>
      ) : (
        <p>{whyNotSurveyed(review)}</p>
      )}
      <p class="faint">
        {listed ? `${LISTINGS[listed]}. ` : ''}
        {surveyedOn ? `Khảo sát ngày ${showDay(surveyedOn)}. ` : ''}
        {standard.name}: {standard.source}
        {standard.confirmed ? '.' : ' (cần đối chiếu).'}
      </p>
    </>
  );
}

function whyNotSurveyed({ listed, closing, year }: ReviewYear): string {
  if (closing === 'gone') return `Hộ không còn ở xã này trong năm ${year}, nên không khảo sát.`;
  if (!listed)
    return `Hộ không có trong danh sách phải rà soát năm ${year}, nên không khảo sát và chưa có điểm.`;
  return `Hộ có trong danh sách phải rà soát năm ${year} nhưng chưa khảo sát, nên chưa có điểm.`;
}

function Tiles({ dimensions }: { readonly dimensions: readonly Dimension[] }) {
  return (
    <ol class="dimensions">
      {dimensions.map(({ name, tiles }) => (
        <li key={name}>
          <h3 class="faint">{name}</h3>
          <ul class="tiles">
            {tiles.map((tile) => (
              <li key={tile.key} class={`tile tile-${tile.state}`}>
                {tile.name}
                <b>{TILE_STATES[tile.state]}</b>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** When each deprived indicator counts as deprived; all of them before a survey. */
function Meanings({ dimensions }: { readonly dimensions: readonly Dimension[] }) {
  const tiles = dimensions.flatMap((one) => one.tiles);
  return (
    <details>
      <summary>Thế nào là thiếu hụt?</summary>
      <dl class="key-values">
        {tiles.map(({ key, name, deprivedWhen }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{deprivedWhen}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
