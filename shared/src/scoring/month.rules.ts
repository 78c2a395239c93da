import {
  fraction,
  fractionText,
  largerOf,
  minus,
  negative,
  plus,
  smallerOf,
  times,
  ZERO,
  type Fraction,
} from '../kernel';
import type { ScoreObligation } from './case';
import type { MonthTally } from './month.tally';
import { chancesFor, counted, said, type Award, type Chance } from './rule';
import { ruled, type Terms } from './terms';
import type { Action, Fact } from './trace';

/** 工作完成情况: equal shares of the points for the month's measures, before the spot check; an empty ledger by its ruling (Q10). */
export function completion({ listed, notDone }: MonthTally, terms: Terms): Award {
  if (listed === 0) return completionOfNothing(terms);
  const { article, points } = terms.regulation.completion;
  const done = listed - notDone.length;
  const awardedFor = (count: number): Fraction => times(points, fraction(count, listed));
  const awarded = awardedFor(done);
  return {
    rule: 'completion',
    article,
    awarded,
    outOf: points,
    because: [
      { kind: 'measures', listed, done, notDone },
      {
        kind: 'equal-share',
        points: fractionText(points),
        parts: listed,
        counted: done,
        awarded: fractionText(awarded),
      },
    ],
    chances: chancesFor(notDone, (more) => awardedFor(done + more), completed),
  };
}

function completionOfNothing({ regulation, rulings }: Terms): Award {
  const { article, points } = regulation.completion;
  const reading = rulings.emptyLedger;
  const awarded = reading === 'full' ? points : ZERO;
  return {
    rule: 'completion',
    article,
    awarded,
    outOf: points,
    because: [{ kind: 'empty-ledger', reading, awarded: fractionText(awarded) }],
    chances: [],
  };
}

function completed(measures: readonly string[]): Action {
  return { kind: 'complete-measures', measures };
}

/** 减分项: a measure that counted as done and that a spot check found undone loses its share (Q16). */
export function deduction({ listed, failed }: MonthTally, terms: Terms): Award {
  const { regulation } = terms;
  const { article, shares } = regulation.spotCheck;
  const points = times(regulation.completion.points, shares);
  const each = listed === 0 ? ZERO : times(points, fraction(1, listed));
  const takenFor = (count: number): Fraction => negative(times(each, fraction(count)));
  const sharesOff = (counted: number): Fact => ({
    kind: 'shares-off',
    points: fractionText(points),
    parts: listed,
    counted,
    taken: fractionText(times(each, fraction(counted))),
  });
  return {
    rule: 'deduction',
    article,
    awarded: takenFor(failed.length),
    outOf: ZERO,
    because: [
      { kind: 'spot-check', failed, each: fractionText(each) },
      ...(failed.length === 0 ? [] : [sharesOff(failed.length)]),
    ],
    chances: chancesFor(failed, (fewer) => takenFor(failed.length - fewer), completed),
  };
}

/** 按时报送: all points, less one occurrence for each obligation late or missing, until nothing is left. */
export function timeliness({ owed, late }: MonthTally, terms: Terms): Award {
  const { points, each } = terms.materials.timeliness;
  const leftAfter = (occurrences: number): Fraction => minus(points, times(each, fraction(occurrences)));
  const awardedFor = (occurrences: number): Fraction => largerOf(ZERO, leftAfter(occurrences));
  const isRunOut = leftAfter(late.length).numerator < 0;
  const runOut: Fact = { kind: 'run-out', points: fractionText(points), occurrences: late.length };
  return {
    rule: 'timeliness',
    article: terms.regulation.timeliness.article,
    awarded: awardedFor(late.length),
    outOf: points,
    because: [
      { kind: 'on-time', owed, onTime: owed - late.length, points: fractionText(points) },
      ...late.map((obligation) => occurrence(obligation, fractionText(each))),
      ...(isRunOut ? [runOut] : []),
      ...ruled(terms, 'materials'),
    ],
    chances: chancesFor(
      late.map(({ id }) => id),
      (fewer) => awardedFor(late.length - fewer),
      (obligations) => ({ kind: 'hand-in-on-time', obligations }),
    ),
  };
}

function occurrence({ id, kind, dueAt, metAt }: ScoreObligation, each: string): Fact {
  return metAt === null
    ? { kind: 'missing', id, what: kind, dueAt, each }
    : { kind: 'late', id, what: kind, dueAt, metAt, each };
}

/** 信息报送: points for what the lead unit marked as high-quality and for what was adopted, each up to its most and both up to theirs. */
export function information({ highQuality, adopted }: MonthTally, terms: Terms): Award {
  const rules = terms.materials.information;
  const parts = [counted(highQuality, rules.highQuality), counted(adopted, rules.adopted)] as const;
  const together = plus(...parts);
  const awarded = smallerOf(rules.most, together);
  const withOneMore = (more: { readonly highQuality: boolean; readonly adopted: boolean }): Chance => ({
    action: { kind: 'add-information', ...more },
    awarded: smallerOf(
      rules.most,
      plus(
        counted(highQuality + (more.highQuality ? 1 : 0), rules.highQuality),
        counted(adopted + (more.adopted ? 1 : 0), rules.adopted),
      ),
    ),
  });
  return {
    rule: 'information',
    article: terms.regulation.information.article,
    awarded,
    outOf: rules.most,
    because: [
      { kind: 'high-quality', count: highQuality, ...said(rules.highQuality, parts[0]) },
      { kind: 'adopted', count: adopted, ...said(rules.adopted, parts[1]) },
      ...(awarded === together ? [] : [{ kind: 'at-most', most: fractionText(rules.most) } as const]),
      ...ruled(terms, 'materials'),
    ],
    chances: [withOneMore({ highQuality: true, adopted: false }), withOneMore({ highQuality: false, adopted: true })],
  };
}

/** 动态调整: points for each approved item of whatever type, up to the cap (Q15). */
export function adjustment({ approved, pending, uncounted }: MonthTally, terms: Terms): Award {
  const { article, each } = terms.regulation.adjustment;
  const points = { each, most: terms.adjustmentCap };
  const awarded = counted(approved, points);
  return {
    rule: 'adjustment',
    article,
    awarded,
    outOf: points.most,
    because: [
      { kind: 'adjustments', approved, pending, ...uncounted, ...said(points, awarded) },
      ...ruled(terms, 'adjustmentCap'),
    ],
    chances: [
      ...chancesFor(
        pending,
        (more) => counted(approved + more, points),
        (adjustments) => ({ kind: 'approve-adjustments', adjustments }),
      ),
      { action: { kind: 'add-adjustment', type: 'added-task' }, awarded: counted(approved + 1, points) },
    ],
  };
}
