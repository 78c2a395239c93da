import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  decideFinding,
  decideInspection,
  findingSeen,
  isDueTooSoon,
  parseFinding,
  type FindingContent,
  type FindingStanding,
  type InspectionPlan,
} from '@jiannuo/shared/inspections';
import { beijingDate, type DateText, type Instant } from '@jiannuo/shared/kernel';
import { earliestDueAt } from '@jiannuo/shared/supervision';
import { Ids } from '../../platform/clock';
import { execute, insertRows, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { SupervisionYears } from '../supervision';
import { ConcealedRecords } from './concealed.records';
import { FindingFiles } from './finding.files';
import { situationOf } from './inspection.commands';
import { InspectionJournal } from './inspection.journal';
import { allowed, lockFinding, lockInspection, type LockedInspection } from './inspection.lock';
import { situationFor } from './release.steps';

/** What the lead unit notes at an inspection, as long as no unit was told of it. */
@Injectable()
export class FindingCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly journal: InspectionJournal,
    private readonly files: FindingFiles,
    private readonly concealed: ConcealedRecords,
    private readonly years: SupervisionYears,
  ) {}

  /** Notes a finding about a unit of the plan while the inspection is under way. */
  note(actor: Actor, inspectionId: string, input: unknown): Promise<FindingStanding> {
    return this.transactions.run(async (tx, now) => {
      const inspection = await lockInspection(tx, actor, inspectionId);
      allowed(decideInspection('note', situationOf(actor, inspection.state, [])));
      const finding = await this.contentOf(tx, input, inspection, now);
      const { groupId, method } = inspection;
      await this.concealed.check(tx, groupId, finding);
      await this.files.check(tx, actor, method, { before: [], after: finding.evidence });
      const findingId = this.ids.next();
      const stands = { state: 'noted', version: 1, created_at: now };
      const of = { id: findingId, group_id: groupId, inspection_id: inspectionId };
      await insertRows(tx, 'inspection_finding', [{ ...of, ...columnsOf(finding), ...stands }]);
      await this.journal.record(tx, { actor, groupId, inspectionId, findingId, action: 'note', now });
      return { id: findingId, state: 'noted' };
    });
  }

  /** Writes a finding anew before its inspection is concluded. Whoever read an older version is turned away. */
  edit(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly finding: unknown },
  ): Promise<FindingStanding> {
    return this.transactions.run(async (tx, now) => {
      const finding = await lockFinding(tx, actor, id);
      const { state, inspectionId, groupId } = finding;
      allowed(decideFinding('edit', { ...situationFor(actor, finding), now }));
      if (finding.version !== input.version) throw DomainError.conflict('inspections.stale');
      const inspection = await lockInspection(tx, actor, inspectionId);
      const content = await this.contentOf(tx, input.finding, inspection, now);
      await this.concealed.check(tx, groupId, content);
      await this.files.check(tx, actor, finding.method, { before: finding.evidence, after: content.evidence });
      const values = columnsOf(content);
      const sets = Object.keys(values).map((name) => `${name} = ?`);
      const sql = `UPDATE inspection_finding SET ${sets.join(', ')}, version = version + 1 WHERE id = ?`;
      await execute(tx, sql, [...Object.values(values), id]);
      await this.journal.record(tx, { actor, groupId, inspectionId, findingId: id, action: 'edit', now });
      return { id, state };
    });
  }

  /** What came in as a finding, once it fits its inspection: its unit, its day, and time enough for what it asks. */
  private async contentOf(
    tx: EntityManager,
    input: unknown,
    { id, groupId, plan }: LockedInspection,
    now: Instant,
  ): Promise<FindingContent> {
    const between = { beganOn: await beganOn(tx, id, plan), today: beijingDate(now) };
    const finding = allowed(findingSeen(allowed(parseFinding(input)), between));
    if (!plan.unitIds.includes(finding.unitId)) throw DomainError.invalid('inspections.unit-not-planned');
    const dueAt = earliestDueAt(now, await this.years.clocksAt(groupId, now, tx));
    if (isDueTooSoon(finding, dueAt)) throw DomainError.invalid('inspections.due-too-soon', { dueAt });
    return finding;
  }
}

/** The first day of an inspection: as it was planned, or earlier where it was started earlier. */
async function beganOn(tx: EntityManager, id: string, { fromOn }: InspectionPlan): Promise<DateText | null> {
  const sql = "SELECT MIN(happened_at) AS at FROM inspection_event WHERE inspection_id = ? AND action = 'start'";
  const [start] = await rowsIn<{ readonly at: Instant | null }>(tx, sql, [id]);
  const startedOn = start?.at == null ? null : beijingDate(start.at);
  return [fromOn, startedOn].flatMap((day) => day ?? []).sort()[0] ?? null;
}

function columnsOf(finding: FindingContent): Readonly<Record<string, string | null>> {
  const { unitId, subject, facts, seenOn, evidence, demand, dueAt, concealedIn } = finding;
  const said = { subject, facts, seen_on: seenOn, evidence: JSON.stringify(evidence), demand, due_at: dueAt };
  return { unit_id: unitId, ...said, concealed_in: concealedIn };
}
