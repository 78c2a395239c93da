import { addDays, atBeijing, lastDayOf, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import type { BurdenColumn } from '@jiannuo/shared/burden';
import type { NoticeContent } from '@jiannuo/shared/supervision';

/** A month of the burden: from its first instant to the first of the next. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** From the first instant of a month to the first of the next. */
export function spanOf(period: Period): Span {
  return { from: atBeijing(`${period}-01`, '00:00'), to: atBeijing(addDays(lastDayOf(period), 1), '00:00') };
}

/** What is owed `o` by a time in the month. To sign for a ticket begins answering it, and is no burden of its own. */
export const OWED = `o.group_id = ? AND o.due_at > ? AND o.due_at <= ? AND o.waived_at IS NULL
  AND o.kind <> 'ticket-sign'`;

/** Notices `n` that were issued in the month, unless they are for named persons alone. */
export const ISSUED = 'n.group_id = ? AND n.issued_at >= ? AND n.issued_at < ? AND n.is_confidential = ?';

/** Notices `n` among them that ask for material again, with a reason. Nothing else that is written can look like this. */
export const REPEATED = `${ISSUED} AND n.answer = 'material' AND n.content LIKE '%"duplicateReason":"%'`;

/** Inspections `i` of which units were told in the month. */
export const TOLD = 'i.group_id = ? AND i.told_at >= ? AND i.told_at < ?';

const REPORTS: readonly ObligationKind[] = ['monthly-report', 'self-assessment', 'report-correction'];
const ANSWERS: readonly ObligationKind[] = ['ticket-answer', 'rectification', 'matter'];

/** The columns in which something owed is counted. */
export function columnsOf(kind: ObligationKind): readonly BurdenColumn[] {
  if (REPORTS.includes(kind)) return ['owed', 'reports'];
  return ANSWERS.includes(kind) ? ['owed', 'answers'] : ['owed'];
}

/** Why what is held was asked again, as the notice says it. */
export function repeatReasonOf(content: string): string {
  return (JSON.parse(content) as NoticeContent).fields['duplicateReason'] ?? '';
}
