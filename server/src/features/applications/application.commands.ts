import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  decideApplication,
  parseApplication,
  type ApplicationContent,
  type ApplicationStanding,
} from '@jiannuo/shared/applications';
import type { Instant } from '@jiannuo/shared/kernel';
import { Attachments } from '../../platform/attachments';
import { Clock, Ids } from '../../platform/clock';
import { execute, insertRows, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { ApplicationJournal } from './application.journal';
import { allowed, asked, lockApplication } from './application.lock';
import { ApplicationYears } from './application-years';

/** What came in as an application; the shared parser reads the rest. */
export interface ApplicationInput {
  readonly year: number;
  readonly earlierId: string | null;
}

/** What a unit does with its applications (申报, annex 2): hand in, withdraw, apply again. */
@Injectable()
export class ApplicationCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly attachments: Attachments,
    private readonly years: ApplicationYears,
    private readonly journal: ApplicationJournal,
  ) {}

  /**
   * Hands in an application for the actor's unit, of a kind that the year offers to units of its kind, until the year's
   * result is final. One that names an earlier application takes its place, once; the earlier stays as it ended.
   */
  submit(actor: Actor, input: ApplicationInput): Promise<ApplicationStanding> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const { groupId, unitId } = actor;
      const draft = { state: 'draft', role: actor.role, isOwn: true, credit: 'once', isAppliedAgain: false } as const;
      const state = allowed(decideApplication('submit', draft));
      await this.checkEarlier(tx, actor, input);
      const year = await this.years.of(groupId, input.year, tx);
      if (!year.isFor(actor.unitKind)) throw DomainError.forbidden('applications.not-open');
      await this.years.checkOpen(tx, groupId, input.year);
      const content = allowed(parseApplication(input, year, now));
      await this.years.checkFrom(tx, groupId, content);
      const id = this.ids.next();
      await this.handInFiles(tx, actor, content, now);
      await insertRows(tx, 'application', [{ id, state, ...rowOf(actor, input, content), submitted_at: now }]);
      await this.journal.record(tx, {
        actor,
        application: { id, groupId, unitId },
        action: 'submit',
        detail: { category: content.category, kind: content.kind, earlierId: input.earlierId },
      });
      return { id, state };
    });
  }

  /** Withdraws what has not been decided yet. It stays on record. */
  withdraw(actor: Actor, id: string): Promise<ApplicationStanding> {
    return this.transactions.run(async (tx) => {
      const application = await lockApplication(tx, scopeOf(actor), id);
      const state = allowed(decideApplication('withdraw', { ...application, ...asked(actor, application) }));
      await execute(tx, 'UPDATE application SET state = ?, withdrawn_at = ?, withdrawn_by_name = ? WHERE id = ?', [
        state,
        this.clock.now(),
        actor.personName,
        id,
      ]);
      await this.journal.record(tx, { actor, application, action: 'withdraw', detail: {} });
      return { id, state };
    });
  }

  private async checkEarlier(tx: EntityManager, actor: Actor, { earlierId, year }: ApplicationInput): Promise<void> {
    if (earlierId === null) return;
    const earlier = await lockApplication(tx, scopeOf(actor), earlierId);
    allowed(decideApplication('apply-again', { ...earlier, ...asked(actor, earlier) }));
    if (earlier.year !== year) throw DomainError.notFound('applications.not-found');
  }

  private async handInFiles(tx: EntityManager, actor: Actor, content: ApplicationContent, now: Instant): Promise<void> {
    const files = [...new Set(content.evidence.flatMap(({ attachmentId }) => attachmentId ?? []))];
    await this.attachments.findAll(tx, { groupId: actor.groupId, unitId: actor.unitId }, files);
    await this.attachments.handIn(tx, files, now);
  }
}

function rowOf(
  actor: Actor,
  { year, earlierId }: ApplicationInput,
  content: ApplicationContent,
): Readonly<Record<string, string | number | null>> {
  const { basis } = content;
  return {
    group_id: actor.groupId,
    unit_id: actor.unitId,
    year,
    category: content.category,
    kind: content.kind,
    credit: content.credit,
    from_period: content.fromPeriod,
    title: content.title,
    text: content.text,
    basis_title: basis.title,
    basis_number: basis.number,
    basis_issuer: basis.issuer,
    basis_date: basis.date,
    evidence: JSON.stringify(content.evidence),
    earlier_id: earlierId,
    by_appointment_id: actor.appointmentId,
    by_name: actor.personName,
    withdrawn_at: null,
    withdrawn_by_name: null,
  };
}
