import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import {
  checkedUntil,
  entryToCheck,
  type CheckableVersion,
  type EntryCheckSituation,
  type EntryNote,
} from '@jiannuo/shared/reporting';
import { lockRow, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { GroupYears, type YearData } from '../obligations';
import { EnteredAssessments } from './entered-assessments';
import { ENTRY_NOTES, entryNoteOf, LAST_NOTE, RECEIVED_AT, type EntryNoteRow } from './entry-notes';
import { lockReport, type LockedReport } from './report.lock';

/** What may have been entered for a unit: a report by its id, a self-assessment by the obligation that it answers. */
export interface AskedEntry {
  readonly kind: 'monthly-report' | 'self-assessment';
  readonly id: string;
}

/** A hand-in that may have been entered for a unit, locked until the transaction ends. */
export interface CheckedEntry extends AskedEntry {
  readonly groupId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: Period;
  readonly dueAt: Instant;
  /** When it came, as put right last, and the obligation that it met. */
  readonly receivedAt: Instant;
  readonly metObligationId: string;
  /** When the report was sent back, for a version that answers a return. */
  readonly returnedAt: Instant | null;
  readonly situation: EntryCheckSituation & { readonly notes: readonly EntryNote[] };
  readonly year: YearData;
  /** Only of a report: the version is one of several. */
  readonly version: { readonly report: LockedReport; readonly number: number } | null;
}

/** A version that may have been entered for the unit. */
interface EnteredVersion extends CheckableVersion {
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly obligationId: string;
  readonly returnedAt: Instant | null;
}

/** Finds what is checked between a unit and the lead unit (代录), and locks it. */
@Injectable()
export class CheckedEntries {
  constructor(
    private readonly years: GroupYears,
    private readonly assessments: EnteredAssessments,
  ) {}

  /** Locks it. What is missing and what lies outside the actor's scope look alike. */
  lock(tx: EntityManager, actor: Actor, asked: AskedEntry, now: Instant): Promise<CheckedEntry> {
    return asked.kind === 'self-assessment'
      ? this.lockAssessment(tx, actor, asked.id, now)
      : this.lockVersion(tx, actor, asked.id, now);
  }

  private async lockAssessment(tx: EntityManager, actor: Actor, id: string, now: Instant): Promise<CheckedEntry> {
    await lockRow(tx, 'obligation', id);
    const found = await this.assessments.of(scopeOf(actor), id, tx);
    const { channel, notes, registeredAt } = found;
    const year = await this.years.required(found.groupId, found.period, tx);
    const until = checkedUntil(registeredAt, year.settings);
    const situation = { role: actor.role, channel, until, notes, now };
    return { ...found, metObligationId: id, returnedAt: null, situation, year, version: null };
  }

  private async lockVersion(tx: EntityManager, actor: Actor, id: string, now: Instant): Promise<CheckedEntry> {
    const report = await lockReport(tx, scopeOf(actor), id);
    const version = await versionIn(tx, id);
    const year = await this.years.of(report.groupId, report.period, tx);
    if (version === null || year === null) throw DomainError.notFound('reporting.not-found');
    const { number, channel, receivedAt, registeredAt, returnedAt, obligationId: metObligationId } = version;
    const notes = (await rowsIn<EntryNoteRow>(tx, ENTRY_NOTES, [id, number])).map(entryNoteOf);
    const until = checkedUntil(registeredAt, year.settings);
    const situation = { role: actor.role, channel, until, notes, now };
    const { groupId, unitId, unitName, period, dueAt } = report;
    const owed = { kind: 'monthly-report', id, groupId, unitId, unitName, period, dueAt } as const;
    return { ...owed, receivedAt, metObligationId, returnedAt, situation, year, version: { report, number } };
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
