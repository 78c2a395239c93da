import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { askedTitle, decideFinding, INSPECTION_ARTICLE, releaseGaps } from '@jiannuo/shared/inspections';
import { earliestDueAt } from '@jiannuo/shared/supervision';
import { execute, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { AskedObligations, type AskedObligation } from '../obligations';
import { SupervisionYears } from '../supervision';
import { ConcealedRecords } from './concealed.records';
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
    private readonly concealed: ConcealedRecords,
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
    const owed: AskedObligation[] = [];
    for (const finding of asking) {
      owed.push(rectificationOf(finding, await this.concealed.titleOf(tx, finding)));
    }
    const opened = await this.asked.open(tx, owed, now);
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
    concealedIn,
    dueAt,
  }: Pick<LockedFinding, 'state' | 'inspection' | 'unitId' | 'demand' | 'concealedIn' | 'dueAt'>,
): Omit<Parameters<typeof decideFinding>[1], 'now'> {
  return {
    state,
    inspection,
    role: actor.role,
    isOwn: unitId === actor.unitId,
    asksRectification: demand !== '',
    isConcealed: concealedIn !== null,
    dueAt,
  };
}

/** What a finding asks to put right or to explain, as something owed. */
export function rectificationOf(finding: LockedFinding, concealedTitle: string | null): AskedObligation {
  const { id, groupId, unitId, dueAt } = finding;
  if (dueAt === null) throw new Error(`The finding ${id} asks for a rectification without a due time.`);
  const title = askedTitle({ ...finding, concealedTitle });
  return { groupId, unitId, kind: 'rectification', title, article: INSPECTION_ARTICLE, dueAt, recordId: id };
}
