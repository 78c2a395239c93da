import { formatDay, formatDayAndHour, formatPeriod, lastDateBefore } from '../kernel';
import type { AskerView, ObligationView } from './api';
import { isUndecided, UNDECIDED } from './pressing';
import { isAsked, type AskedKind } from './settings';

/** Of a ticket only the next step: until it is signed for, its answer waits behind the signature. What nobody presses stands last. */
export function nextSteps<T extends Pick<ObligationView, 'kind' | 'reportId'> & Partial<Pick<ObligationView, 'asker'>>>(
  open: readonly T[],
): readonly T[] {
  const toSign = open.flatMap(({ kind, reportId }) => (kind === 'ticket-sign' ? [reportId] : []));
  const isBehind = ({ kind, reportId }: T): boolean => {
    return isAsked(kind) && kind !== 'ticket-sign' && toSign.includes(reportId);
  };
  const steps = open.filter((obligation) => !isBehind(obligation));
  return [...steps.filter(({ asker }) => !isUndecided(asker)), ...steps.filter(({ asker }) => isUndecided(asker))];
}

/** `5月月报`: what is owed, with its month unless its title names one; what a notice asked for by its matter. */
export function obligationName({
  title,
  period,
  kind,
  asker,
}: Pick<ObligationView, 'title' | 'period'> & Partial<Pick<ObligationView, 'kind' | 'asker'>>): string {
  if (asker !== undefined && asker !== null) return asker.matter;
  const isWhole = kind !== undefined && isAsked(kind);
  return isWhole || /^\d/.test(title) ? title : `${formatPeriod(period)}${title}`;
}

const STEPS: Readonly<Record<AskedKind, string>> = {
  'ticket-sign': '要签收',
  'ticket-answer': '办理中',
  material: '要交材料',
  rectification: '要整改',
  matter: '要办',
};

/** That more time was asked for, and until when. */
function askedWords(asker: AskerView | null): string | null {
  const askedDueAt = asker?.askedDueAt ?? null;
  return askedDueAt === null ? null : `申请延到${formatDay(lastDateBefore(askedDueAt))}，等答复`;
}

/** The step itself: a unit that is heard explains, and puts nothing right. */
function stepOf(kind: AskedKind, asker: AskerView | null, isReturned: boolean): string {
  if (asker?.isHearing === true) return isReturned ? '退回再说明' : '要说明';
  return isReturned ? '退回修改' : STEPS[kind];
}

/** What there is to do about something asked, after what asked for it: 督办单〔2022〕3号, 要签收; empty of what recurs. */
export function stepWords({
  kind,
  reportState,
  asker,
}: Pick<ObligationView, 'kind' | 'reportState' | 'asker'>): string {
  if (!isAsked(kind)) return '';
  const step = isUndecided(asker)
    ? UNDECIDED.means
    : (askedWords(asker) ?? stepOf(kind, asker, reportState === 'returned'));
  if (asker === null) return step;
  const held = asker.heldAt == null ? [] : [`${formatDayAndHour(asker.heldAt)}约谈`];
  return [asker.name, ...held, step].join('\u3000');
}

/** The same where no word for how it stands goes before, as in an inbox. */
export function claimWords(owed: Pick<ObligationView, 'kind' | 'reportState' | 'asker'>): string {
  const { asker } = owed;
  if (asker === null || !isUndecided(asker)) return stepWords(owed);
  return `${asker.name}\u3000${UNDECIDED.word}，${UNDECIDED.means}`;
}
