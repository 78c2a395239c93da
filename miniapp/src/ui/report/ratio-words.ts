import { formatDay, formatWhole, isWholeNumber, shortfall } from '@jiannuo/shared/kernel';
import type { NumericTarget, RatioFigures } from '@jiannuo/shared/ledger';
import { now } from '../../platform/clock';

/** What stands beside the ratio: what is missing to the target, or why there is no ratio. */
export function ratioWords({ numerator, denominator }: RatioFigures, target: NumericTarget): string {
  const goal = `目标不低于${target.minimumPercent}%`;
  if (isWholeNumber(denominator) && Number(denominator) === 0) return `${target.denominatorLabel}是0，算不出占比`;
  if (isWholeNumber(numerator) && isWholeNumber(denominator) && Number(numerator) > Number(denominator)) {
    return `${target.numeratorLabel}比总数还多，请核对`;
  }
  const missing = shortfall(numerator, denominator, target.minimumPercent);
  if (missing === null) return `${goal}，填好两个数就算出占比`;
  return missing === 0 ? `${goal}，已达到` : `${goal}，还差${formatWhole(String(missing))}${target.unit}`;
}

/** `3,912户 ÷ 14,988户，数据截至5月16日`. */
export function countedWords({ numerator, denominator, asOf }: RatioFigures, { unit }: NumericTarget): string {
  const counted = `${formatWhole(numerator)}${unit} ÷ ${formatWhole(denominator)}${unit}`;
  return `${counted}${asOf === '' ? '' : `，数据截至${formatDay(asOf, now())}`}`;
}
