import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  checkedUntil,
  checkObjection,
  decideCorrecting,
  decideCorrection,
  decideObjecting,
  entryToCheck,
  type CheckableVersion,
  type EntryCheckSituation,
  type EntryNote,
} from '@jiannuo/shared/reporting';
import { Ids } from '../../platform/clock';
import { insertRows, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { GroupYears, HandIns, type YearData } from '../obligations';
import { entryNotesIn, LAST_NOTE, RECEIVED_AT } from './entry-notes';
import { EntryRecords } from './entry.records';
import { ReportJournal } from './report.journal';
import { lockReport, type LockedReport } from './report.lock';
import { allowed } from './report.refusals';

/** What both parties have afterwards. */
export interface EntryCheckStanding {
  readonly reportId: string;
}

/** A version that may have been entered for the unit. */
interface EnteredVersion extends CheckableVersion {
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly obligationId: string;
  /** When the report was sent back, for a version that answers a return. */
  readonly returnedAt: Instant | null;
}

/** Checking what was entered for a unit (代录): the unit says that it is different, the lead unit puts it right or explains. */
@Injectable()
export class EntryCheckCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly years: GroupYears,
    private readonly handIns: HandIns,
    private readonly journal: ReportJournal,
    private readonly records: EntryRecords,
  ) {}

  /** The unit's liaison objects (提不同), within the working days of the year's settings; the lead unit is told. */
  object(actor: Actor, id: string, text: unknown): Promise<EntryCheckStanding> {
    return this.transactions.run(async (tx, now) => {
      const { report, version, situation } = await this.lock(tx, actor, { id, now });
      allowed(decideObjecting(situation));
      const body = allowed(checkObjection(text));
      await this.note(tx, { actor, report, version, kind: 'objection', body, to: null, now });
      const detail = { version: version.number, text: body };
      await this.journal.record(tx, { actor, report, action: 'object', detail, now });
      return { reportId: id };
    });
  }

  /**
   * The lead unit puts the true time of receipt right, with its reason; the time before and the time after both stay on
   * record, and timeliness follows. The same time again answers an objection: it stays as it was. The unit is told.
   */
  correctTime(
    actor: Actor,
    id: string,
    input: { readonly receivedAt: unknown; readonly reason: unknown },
  ): Promise<EntryCheckStanding> {
    return this.transactions.run(async (tx, now) => {
      const { report, version, situation, year } = await this.lock(tx, actor, { id, now });
      allowed(decideCorrecting(situation));
      const { receivedAt: from, returnedAt, obligationId } = version;
      const present = { receivedAt: from, notes: situation.notes };
      const entry = allowed(decideCorrection(input, present, { period: report.period, returnedAt, now }));
      const { receivedAt: to, basis: reason } = entry;
      await this.note(tx, { actor, report, version, kind: 'correction', body: reason, to, now });
      if (to !== from) await this.handIns.correctTime(tx, { obligationId, from, to });
      const detail = { version: version.number, from, to, reason, isOnTime: to < report.dueAt };
      await this.journal.record(tx, { actor, report, action: 'correct-time', detail, now });
      const owed = { ...report, kind: 'monthly-report' } as const;
      if (to !== from) await this.records.carryOn(tx, { actor, owed, receivedAt: to, year, now });
      return { reportId: id };
    });
  }

  private async lock(
    tx: EntityManager,
    actor: Actor,
    { id, now }: { readonly id: string; readonly now: Instant },
  ): Promise<{
    readonly report: LockedReport;
    readonly version: EnteredVersion;
    readonly situation: EntryCheckSituation;
    readonly year: YearData;
  }> {
    const report = await lockReport(tx, scopeOf(actor), id);
    const version = await versionIn(tx, id);
    const year = await this.years.of(report.groupId, report.period, tx);
    if (version === null || year === null) throw DomainError.notFound('reporting.not-found');
    const notes = await entryNotesIn(tx, id, version.number);
    const until = checkedUntil(version.registeredAt, year.settings);
    return { report, version, year, situation: { role: actor.role, channel: version.channel, until, notes, now } };
  }

  private async note(
    tx: EntityManager,
    note: {
      readonly actor: Actor;
      readonly report: LockedReport;
      readonly version: EnteredVersion;
      readonly kind: EntryNote['kind'];
      readonly body: string;
      readonly to: Instant | null;
      readonly now: Instant;
    },
  ): Promise<void> {
    const { actor, version, to } = note;
    await insertRows(tx, 'report_entry_note', [
      {
        id: this.ids.next(),
        report_id: note.report.id,
        version_number: version.number,
        kind: note.kind,
        body: note.body,
        from_received_at: to === null ? null : version.receivedAt,
        to_received_at: to,
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        by_unit_name: actor.unitName,
        at: note.now,
      },
    ]);
  }
}

/** The version to be checked; the latest when none was entered for the unit, null when none is in. */
async function versionIn(tx: EntityManager, reportId: string): Promise<EnteredVersion | null> {
  const rows = await rowsIn<Omit<EnteredVersion, 'isWithdrawn'>>(
    tx,
    `SELECT v.number, v.channel, ${RECEIVED_AT} AS receivedAt, v.registered_at AS registeredAt, ${LAST_NOTE} AS lastNote,
       v.obligation_id AS obligationId, CASE WHEN o.kind = 'report-correction' THEN o.created_at END AS returnedAt
     FROM report_version v JOIN obligation o ON o.id = v.obligation_id
     WHERE v.report_id = ? AND v.withdrawn_at IS NULL ORDER BY v.number`,
    [reportId],
  );
  const versions = rows.map((row) => ({ ...row, isWithdrawn: false }));
  return entryToCheck(versions) ?? versions.at(-1) ?? null;
}
