import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { decideFinding, INSPECTION_ARTICLE, METHOD_TITLES, releaseGaps } from '@jiannuo/shared/inspections';
import { earliestDueAt } from '@jiannuo/shared/supervision';
import { execute, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { AskedObligations, type AskedObligation } from '../obligations';
import { SupervisionYears } from '../supervision';
import { InspectionJournal } from './inspection.journal';
import {
  allowed,
  findingOf,
  FINDINGS,
  type FindingRecord,
  type LockedFinding,
  type LockedInspection,
} from './inspection.lock';

/** What releasing the findings of an inspection does. It belongs to a transaction in which the caller has locked and decided. */
@Injectable()
export class ReleaseSteps {
  constructor(
    private readonly asked: AskedObligations,
    private readonly years: SupervisionYears,
    private readonly journal: InspectionJournal,
  ) {}

  /** Gives every finding that stands to its unit, and opens what it asks to put right as an obligation. */
  async release(tx: EntityManager, actor: Actor, { id }: LockedInspection, now: Instant): Promise<void> {
    const rows = await rowsIn<FindingRecord>(
      tx,
      `${FINDINGS} WHERE f.inspection_id = ? AND f.state = 'noted' ORDER BY f.id`,
      [id],
    );
    const findings = rows.map(findingOf);
    const settings = await this.years.clocksAt(actor.groupId, now, tx);
    const [first, ...others] = releaseGaps(findings, earliestDueAt(now, settings));
    if (first !== undefined) throw DomainError.from([first, ...others]);
    const asking = findings.filter(({ demand }) => demand !== '');
    const opened = await this.asked.open(tx, asking.map(rectificationOf), now);
    const obligations = new Map(asking.map((finding, index) => [finding.id, opened[index] ?? null]));
    for (const finding of findings) {
      const state = allowed(decideFinding('release', { ...situationFor(actor, finding), now }));
      const sql = 'UPDATE inspection_finding SET state = ?, obligation_id = ?, version = version + 1 WHERE id = ?';
      await execute(tx, sql, [state, obligations.get(finding.id) ?? null, finding.id]);
      const { id: findingId, groupId, inspectionId, dueAt } = finding;
      await this.journal.note(tx, { actor, groupId, inspectionId, findingId, action: 'release', dueAt, now });
    }
  }
}

/** The asker's part in a decision about a finding, without the present moment. */
export function situationFor(
  actor: Actor,
  {
    state,
    inspection,
    unitId,
    demand,
    dueAt,
  }: Pick<LockedFinding, 'state' | 'inspection' | 'unitId' | 'demand' | 'dueAt'>,
): Omit<Parameters<typeof decideFinding>[1], 'now'> {
  return {
    state,
    inspection,
    role: actor.role,
    isOwn: unitId === actor.unitId,
    asksRectification: demand !== '',
    dueAt,
  };
}

/** What a finding asks to put right, as something owed. */
export function rectificationOf(finding: LockedFinding): AskedObligation {
  const { id, groupId, unitId, method, title, dueAt } = finding;
  if (dueAt === null) throw new Error(`The finding ${id} asks for a rectification without a due time.`);
  const name = `${METHOD_TITLES[method]}整改：${title}`;
  return { groupId, unitId, kind: 'rectification', title: name, article: INSPECTION_ARTICLE, dueAt, recordId: id };
}
