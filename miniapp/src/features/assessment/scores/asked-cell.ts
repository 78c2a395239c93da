import type { ScoreCell, ScoreRow } from '@jiannuo/shared/assessment';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { factsInLine } from '../../../ui/ideographic-space';
import type { AskedNumber } from './number-trace';

/** A number of the matrix that somebody tapped, with its county. */
export interface AskedCell extends AskedNumber {
  readonly unitId: string;
}

/** What a tap on a county's month asks for; null where there is no number yet. */
export function askedOf({ unitId, unitName }: ScoreRow, cell: ScoreCell): AskedCell | null {
  const { assessmentId, score, number, period } = cell;
  if (assessmentId === null || score === null || number === null) return null;
  return { assessmentId, key: number, title: factsInLine(unitName, formatPeriod(period)), unitId };
}
