import { Injectable } from '@nestjs/common';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { ReminderState, SentRemindersView } from '@jiannuo/shared/notifications';
import { Database, type SqlValue } from '../../platform/database';
import { checkedScope, type Scope } from '../../platform/identity';
import { callReasonWords, RecipientDirectory } from '../../platform/notifications';
import { GroupYears } from '../obligations';

/** A month of a large group is longer than anybody reads. */
const LONGEST_LIST = 1_000;

interface SentRow {
  readonly reminderId: string;
  readonly obligationId: string;
  readonly unitId: string;
  readonly appointmentId: string;
  readonly about: string;
  readonly slot: string;
  readonly state: ReminderState;
  readonly reason: string | null;
  readonly at: Instant;
}

/** Reads what went out. */
@Injectable()
export class ReminderQueries {
  constructor(
    private readonly database: Database,
    private readonly years: GroupYears,
    private readonly people: RecipientDirectory,
  ) {}

  /** The reminders of a month within the scope, latest first, each with where it stands. */
  async sent(scope: Scope, period: Period): Promise<SentRemindersView> {
    const { groupId, unitId } = checkedScope(scope);
    const parameters: SqlValue[] = [groupId, period, ...(unitId === null ? [] : [unitId])];
    const rows = await this.database.rows<SentRow>(
      `SELECT d.id AS reminderId, o.id AS obligationId, d.unit_id AS unitId, d.appointment_id AS appointmentId,
         s.title AS about, s.slot, s.state, d.reason, s.updated_at AS at
       FROM obligation o JOIN delivery_subject s ON s.subject_id = o.id JOIN delivery d ON d.id = s.delivery_id
       WHERE o.group_id = ? AND o.period = ?${unitId === null ? '' : ' AND o.unit_id = ?'}
       ORDER BY s.updated_at DESC, s.id DESC LIMIT ${String(LONGEST_LIST)}`,
      parameters,
    );
    const references = rows
      .filter((row) => row.appointmentId !== '')
      .map((row) => ({ groupId, unitId: row.unitId, appointmentId: row.appointmentId }));
    const [recipients, units, year] = await Promise.all([
      this.people.recipientsOf(references),
      this.people.unitNames(groupId, [...new Set(rows.map((row) => row.unitId))]),
      this.years.of(groupId, period),
    ]);
    const titles = new Map(year?.settings.reminderPlan.map((rung) => [rung.id, rung.title]));
    return {
      rows: rows.map((row) => ({
        reminderId: row.reminderId,
        obligationId: row.obligationId,
        unitName: units.get(row.unitId) ?? '',
        personName: recipients.get(row.appointmentId)?.personName ?? '',
        about: row.about,
        occasion: occasionOf(row.slot, titles),
        state: row.state,
        reason: row.state === 'call-list' ? callReasonWords(row.reason) : null,
        at: row.at,
      })),
    };
  }
}

function occasionOf(slot: string, titles: ReadonlyMap<string, string>): string {
  const [name = ''] = slot.split('@');
  if (name === 'tap') return '牵头单位提醒';
  return name === 'returned' ? '退回修改' : (titles.get(name) ?? '提醒');
}
