import { isLate, type MonthCase, type Names } from '../scoring';
import type { CorrectionFact } from './beside';

/** What the records have otherwise than a score counts it, for whoever corrects it: `月报：得分按漏报扣了，按现在的记录不扣`. */
export function correctionWords(fact: CorrectionFact, scored: MonthCase, names: Names): string {
  return `${names[fact.id] ?? ''}：${saidOf(fact, scored)}`;
}

function saidOf({ part, id, said }: CorrectionFact, scored: MonthCase): string {
  if (part === 'measures') return said === 'true' ? '台账是完成，得分按没完成算' : '台账是没完成，得分按完成算';
  if (part === 'obligations') {
    const owed = scored.obligations.find((each) => each.id === id);
    if (owed === undefined || !isLate(owed)) return '按现在的记录是迟报或漏报，得分没有扣';
    return `得分按${owed.metAt === null ? '漏报' : '迟报'}扣了，按现在的记录不扣`;
  }
  if (said === null) return '得分算了，按现在的记录不算';
  const isCounted =
    part === 'information'
      ? scored.information.some((each) => each.id === id)
      : scored.adjustments.some((each) => each.id === id && each.approved);
  return isCounted ? '现在的记录和得分里的不一样' : '按现在的记录要算，得分没有算';
}
