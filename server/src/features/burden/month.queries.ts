import { Injectable } from '@nestjs/common';
import type { BurdenMonthView, BurdenRow } from '@jiannuo/shared/burden';
import { addDays, atBeijing, lastDayOf, type Instant, type Period } from '@jiannuo/shared/kernel';
import { INSPECTED_KINDS } from '@jiannuo/shared/inspections';
import type { NoticeContent } from '@jiannuo/shared/supervision';
import { Database, placesFor } from '../../platform/database';
import type { Actor } from '../../platform/identity';

interface Unit {
  readonly unitId: string;
  readonly unitName: string;
}
interface OwedCount {
  readonly unitId: string;
  readonly kind: string;
  readonly count: number | string;
}
interface ReceivedNotice {
  readonly unitId: string;
  readonly answer: string;
  readonly content: string;
}

const REPORTS = ['monthly-report', 'self-assessment', 'report-correction'];
const ANSWERS = ['ticket-answer', 'rectification', 'matter'];

/** Reads what a month asked of each unit (M8). */
@Injectable()
export class BurdenMonthQueries {
  constructor(private readonly database: Database) {}

  /** Every unit of the group that can be asked something, in the official order. Confidential notices are not counted. */
  async month(actor: Actor, period: Period): Promise<BurdenMonthView> {
    const { groupId } = actor;
    const span = spanOf(period);
    const [units, owed, notices, inspections] = await Promise.all([
      this.unitsOf(groupId),
      this.owedIn(groupId, span),
      this.noticesIn(groupId, span),
      this.inspectionsIn(groupId, span),
    ]);
    const rows = units.map((unit): BurdenRow => {
      const own = owed.filter(({ unitId }) => unitId === unit.unitId);
      const received = notices.filter(({ unitId }) => unitId === unit.unitId);
      const materials = received.filter(({ answer }) => answer === 'material');
      return {
        ...unit,
        reports: countOf(own, REPORTS),
        notices: received.length,
        materials: materials.length,
        repeats: materials.filter(({ content }) => isRepeat(content)).length,
        answers: countOf(own, ANSWERS),
        inspections: inspections.filter(({ unitId }) => unitId === unit.unitId).length,
        owed: own.reduce((sum, { count }) => sum + Number(count), 0),
      };
    });
    return { period, rows };
  }

  private unitsOf(groupId: string): Promise<readonly Unit[]> {
    return this.database.rows<Unit>(
      `SELECT id AS unitId, name AS unitName FROM unit
       WHERE group_id = ? AND kind IN (${placesFor(INSPECTED_KINDS)}) ORDER BY number`,
      [groupId, ...INSPECTED_KINDS],
    );
  }

  /** To sign for a ticket is the beginning of answering it, and no burden of its own. */
  private owedIn(groupId: string, { from, to }: Span): Promise<readonly OwedCount[]> {
    return this.database.rows<OwedCount>(
      `SELECT unit_id AS unitId, kind, COUNT(*) AS count FROM obligation
       WHERE group_id = ? AND due_at > ? AND due_at <= ? AND waived_at IS NULL AND kind <> 'ticket-sign'
       GROUP BY unit_id, kind`,
      [groupId, from, to],
    );
  }

  private noticesIn(groupId: string, { from, to }: Span): Promise<readonly ReceivedNotice[]> {
    return this.database.rows<ReceivedNotice>(
      `SELECT t.unit_id AS unitId, n.answer, n.content FROM supervision_ticket t
       JOIN supervision_notice n ON n.id = t.notice_id
       WHERE n.group_id = ? AND n.is_confidential = ? AND t.part <> 'copy' AND t.issued_at >= ? AND t.issued_at < ?`,
      [groupId, false, from, to],
    );
  }

  private inspectionsIn(groupId: string, { from, to }: Span): Promise<readonly { readonly unitId: string }[]> {
    return this.database.rows<{ readonly unitId: string }>(
      `SELECT s.unit_id AS unitId FROM inspected_unit s JOIN inspection i ON i.id = s.inspection_id
       WHERE i.group_id = ? AND i.told_at >= ? AND i.told_at < ?`,
      [groupId, from, to],
    );
  }
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** From the first instant of a month to the first of the next. */
function spanOf(period: Period): Span {
  const last = lastDayOf(period);
  return { from: atBeijing(`${period}-01`, '00:00'), to: atBeijing(addDays(last, 1), '00:00') };
}

function countOf(owed: readonly OwedCount[], kinds: readonly string[]): number {
  return owed.reduce((sum, { kind, count }) => (kinds.includes(kind) ? sum + Number(count) : sum), 0);
}

function isRepeat(content: string): boolean {
  return ((JSON.parse(content) as NoticeContent).fields['duplicateReason'] ?? '') !== '';
}
