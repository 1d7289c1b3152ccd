import { showNumber } from '../../shared/vietnamese.ts';
import type { PovertyLine, PovertyStandard } from './poverty-standard.ts';
import type { IndicatorWish, StandardWish } from './standard-draft.ts';

/** The form for what is stored. */
export function typedStandard(standard: StandardWish): Record<string, string> {
  const { name, firstYear, lastYear, pointsEach, deprivationCut, source, confirmed } = standard;
  return {
    ...{ name, source, confirmed: confirmed ? 'yes' : '' },
    ...{ firstYear: String(firstYear), lastYear: String(lastYear) },
    ...{ pointsEach: String(pointsEach), deprivationCut: String(deprivationCut) },
    ...typedLine(standard.lines.rural),
    ...typedLine(standard.lines.urban),
  };
}

function typedLine(line: PovertyLine): Record<string, string> {
  const number = (value: number | null) => (value === null ? '' : showNumber(value));
  const { areaType, source, confirmed } = line;
  return {
    [`${areaType}.incomeLine`]: number(line.incomeLine),
    [`${areaType}.averageLine`]: number(line.averageLine),
    [`${areaType}.sureScore`]: number(line.sureScore),
    [`${areaType}.scoreLine`]: number(line.scoreLine),
    [`${areaType}.source`]: source,
    [`${areaType}.confirmed`]: confirmed ? 'yes' : '',
  };
}

/**
 * What a new standard is begun with from another: no name and no source yet, nothing of it
 * confirmed, and its years follow.
 */
export function copyOf(standard: PovertyStandard, id: string): PovertyStandard {
  const unsure = <T extends { readonly confirmed: boolean }>(one: T): T => ({
    ...one,
    confirmed: false,
  });
  const firstYear = Math.min(standard.lastYear + 1, 2100);
  const lastYear = Math.min(firstYear + standard.lastYear - standard.firstYear, 2100);
  return {
    ...{ ...standard, id, name: '', source: '', confirmed: false, firstYear, lastYear },
    lines: { rural: unsure(standard.lines.rural), urban: unsure(standard.lines.urban) },
    indicators: standard.indicators.map(unsure),
  };
}

/** The form of an indicator for what is stored. */
export function typedIndicator({ confirmed, ...rest }: IndicatorWish): Record<string, string> {
  const { name, deprivedWhen, source } = rest;
  return { name, deprivedWhen, source, confirmed: confirmed ? 'yes' : '' };
}
