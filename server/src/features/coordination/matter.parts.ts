import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProblemLine } from '@jiannuo/shared/coordination';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Evidence } from '@jiannuo/shared/reporting';
import { Attachments } from '../../platform/attachments';
import { Ids } from '../../platform/clock';
import { Database, insertRows, placesFor, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { readProblem } from './matter.problems';
import { concerning } from './matter.records';

/** What belongs to a matter: the units that it concerns, what proves it, the problem that it comes from. */
@Injectable()
export class MatterParts implements OnModuleInit {
  constructor(
    private readonly attachments: Attachments,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.attachments.register((actor, id) => this.mayRead(actor, id));
  }

  /** Lets units see a matter that concerns them; not found where one is not of the group, or is the lead unit. */
  async concern(tx: EntityManager, groupId: string, matterId: string, unitIds: readonly string[]): Promise<void> {
    if (unitIds.length === 0) return;
    const places = placesFor(unitIds);
    const sql = `SELECT id FROM unit WHERE group_id = ? AND kind <> 'lead' AND id IN (${places})`;
    const units = await rowsIn<{ id: string }>(tx, sql, [groupId, ...unitIds]);
    if (units.length < unitIds.length) throw DomainError.notFound('coordination.unit-not-found');
    const known = await rowsIn<{ unitId: string }>(
      tx,
      `SELECT unit_id AS unitId FROM matter_unit WHERE matter_id = ? AND unit_id IN (${places})`,
      [matterId, ...unitIds],
    );
    const fresh = unitIds.filter((id) => !known.some(({ unitId }) => unitId === id));
    const rows = fresh.map((unitId) => ({ id: this.ids.next(), matter_id: matterId, unit_id: unitId }));
    await insertRows(tx, 'matter_unit', rows);
  }

  /** Puts the evidence of a new matter on record. Its files are the actor's unit's own, and are read by everybody whom the matter concerns. */
  async prove(
    tx: EntityManager,
    actor: Actor,
    proof: { readonly matterId: string; readonly evidence: readonly Evidence[]; readonly now: Instant },
  ): Promise<void> {
    const { matterId, evidence, now } = proof;
    const files = [...new Set(evidence.flatMap(({ attachmentId }) => attachmentId ?? []))];
    await this.attachments.findAll(tx, { groupId: actor.groupId, unitId: actor.unitId }, files);
    await this.attachments.handIn(tx, files, now);
    const rows = evidence.map(({ id, title, kind, attachmentId }, index) => {
      const entry = { entry_id: id, title, kind, attachment_id: attachmentId };
      return { id: this.ids.next(), matter_id: matterId, ordinal: index + 1, ...entry };
    });
    await insertRows(tx, 'matter_evidence', rows);
  }

  /** Refuses a problem that stands in no report of the actor's unit, and one that was raised before. */
  async checkProblem(tx: EntityManager, actor: Actor, problem: ProblemLine | null): Promise<void> {
    if (problem === null) return;
    const { matterId } = await readProblem(this.database, actor, problem, tx);
    if (matterId !== null) throw DomainError.conflict('coordination.problem-raised');
  }

  private async mayRead(actor: Actor, attachmentId: string): Promise<boolean> {
    const { where, parameters } = concerning(scopeOf(actor));
    const row = await this.database.row(
      `SELECT e.id FROM matter_evidence e JOIN matter m ON m.id = e.matter_id
       WHERE e.attachment_id = ? AND ${where} LIMIT 1`,
      [attachmentId, ...parameters],
    );
    return row !== null;
  }
}
