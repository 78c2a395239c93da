import { Injectable } from '@nestjs/common';
import type { ContactChannel, ContactSpan, ContactView } from '@jiannuo/shared/coordination';
import { atBeijing, endOfDay, lastDayOf, type DateText, type Instant } from '@jiannuo/shared/kernel';
import { Database, type SqlValue } from '../../platform/database';
import { checkedScope, type Scope } from '../../platform/identity';
import { ReachedCallQueries, type ReachedCall } from '../../platform/notifications';

interface EntryRow {
  readonly id: string;
  readonly unitId: string;
  readonly contactedOn: DateText;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly result: string;
  readonly byName: string;
  readonly recordedAt: Instant;
  readonly struckAt: Instant | null;
  readonly struckByName: string | null;
  readonly strikeReason: string | null;
}

/** Reads contacts from both places where they are kept: the log itself, and calls that got through. */
@Injectable()
export class ContactRecords {
  constructor(
    private readonly database: Database,
    private readonly calls: ReachedCallQueries,
  ) {}

  /** The contacts of the months within the scope, latest first; struck ones are among them. */
  async within(scope: Scope, span: ContactSpan): Promise<readonly ContactView[]> {
    const first = `${span.firstPeriod}-01`;
    const last = lastDayOf(span.lastPeriod);
    const [entries, calls] = await Promise.all([
      this.entriesOf(scope, first, last),
      this.calls.between(scope, atBeijing(first, '00:00'), endOfDay(last)),
    ]);
    return [...entries.map(fromEntry), ...calls.map(fromCall)].sort(latestFirst);
  }

  private entriesOf(scope: Scope, first: DateText, last: DateText): Promise<readonly EntryRow[]> {
    const { groupId, unitId } = checkedScope(scope);
    const parameters: SqlValue[] = [groupId, first, last, ...(unitId === null ? [] : [unitId])];
    return this.database.rows<EntryRow>(
      `SELECT id, unit_id AS unitId, contacted_on AS contactedOn, channel, subject, result, by_name AS byName,
         recorded_at AS recordedAt, struck_at AS struckAt, struck_by_name AS struckByName, strike_reason AS strikeReason
       FROM contact_entry WHERE group_id = ? AND contacted_on >= ? AND contacted_on <= ?
         ${unitId === null ? '' : 'AND unit_id = ?'}`,
      parameters,
    );
  }
}

function fromEntry({ struckAt, struckByName, strikeReason, ...entry }: EntryRow): ContactView {
  const struck = struckAt === null ? null : { at: struckAt, byName: struckByName ?? '', reason: strikeReason ?? '' };
  return { ...entry, source: 'entry', struck };
}

function fromCall({ id, unitId, on, at, about, result, byName }: ReachedCall): ContactView {
  const facts = { contactedOn: on, channel: 'phone', subject: about, result } as const;
  return { id, unitId, source: 'call-list', ...facts, byName, recordedAt: at, struck: null };
}

function latestFirst(a: ContactView, b: ContactView): number {
  if (a.contactedOn !== b.contactedOn) return a.contactedOn < b.contactedOn ? 1 : -1;
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
