import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  checkFeedback,
  checkFeedbackText,
  decideFeedback,
  maySeeFeedback,
  type FeedbackAction,
  type FeedbackKind,
  type FeedbackMessage,
  type FeedbackRequest,
  type FeedbackStanding,
  type FeedbackState,
} from '@jiannuo/shared/feedback';
import type { Instant } from '@jiannuo/shared/kernel';
import { Audit } from '../../platform/audit';
import { Clock, Ids } from '../../platform/clock';
import { execute, insertRows, lockRow, rowsIn, Transactions } from '../../platform/database';
import { allowedOr, DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { FeedbackNotices } from './feedback.notices';

/** An entry, locked until the transaction ends. */
interface LockedFeedback {
  readonly id: string;
  readonly personId: string;
  readonly appointmentId: string;
  readonly kind: FeedbackKind;
  readonly state: FeedbackState;
}

/** One thing that is added to an entry. */
interface NewMessage {
  readonly actor: Actor;
  readonly feedbackId: string;
  readonly action: FeedbackMessage['action'];
  readonly text: string;
  readonly now: Instant;
}

/** Writing to the lead unit, and answering. What was written stays as it was; it is only ever added to. */
@Injectable()
export class FeedbackCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly notices: FeedbackNotices,
  ) {}

  /** Writes a new entry of the actor's own, and tells the lead unit's officers. */
  async write(actor: Actor, request: FeedbackRequest): Promise<FeedbackStanding> {
    const officers = await this.notices.officersOf(actor.groupId);
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const { kind, text, contact } = allowed(checkFeedback(request));
      const id = this.ids.next();
      const entry = { id, personId: actor.personId, appointmentId: actor.appointmentId, kind };
      await insertRows(tx, 'feedback', [
        {
          id,
          group_id: actor.groupId,
          person_id: actor.personId,
          appointment_id: actor.appointmentId,
          kind,
          state: 'received',
          contact,
          written_at: now,
          changed_at: now,
        },
      ]);
      const messageId = await this.addMessage(tx, { actor, feedbackId: id, action: 'write', text, now });
      await this.notices.tellLead(tx, officers, { actor, entry, messageId });
      return { feedbackId: id, state: 'received' };
    });
  }

  /** The writer adds something; it waits for an answer again. */
  add(actor: Actor, id: string, text: unknown): Promise<FeedbackStanding> {
    return this.act(actor, id, { action: 'add', text: () => allowed(checkFeedbackText(text)) });
  }

  /** The lead unit answers; the answer comes to the writer's inbox. */
  reply(actor: Actor, id: string, text: unknown): Promise<FeedbackStanding> {
    return this.act(actor, id, { action: 'reply', text: () => allowed(checkFeedbackText(text)) });
  }

  /** The lead unit closes what it has answered. */
  close(actor: Actor, id: string): Promise<FeedbackStanding> {
    return this.act(actor, id, { action: 'close', text: () => '' });
  }

  private async act(
    actor: Actor,
    id: string,
    step: { readonly action: FeedbackAction; readonly text: () => string },
  ): Promise<FeedbackStanding> {
    const officers = step.action === 'add' ? await this.notices.officersOf(actor.groupId) : [];
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const { action } = step;
      const entry = await lockFeedback(tx, actor, id);
      const state = allowed(decideFeedback(action, { ...entry, role: actor.role, isWriter: isWriter(actor, entry) }));
      await execute(tx, 'UPDATE feedback SET state = ?, changed_at = ? WHERE id = ?', [state, now, id]);
      const messageId = await this.addMessage(tx, { actor, feedbackId: id, action, text: step.text(), now });
      if (action === 'add') await this.notices.tellLead(tx, officers, { actor, entry, messageId });
      else await this.notices.tellWriter(tx, { actor, entry, messageId }, action);
      return { feedbackId: id, state };
    });
  }

  /** The audit log holds who did what and when, never the words: they are for two pairs of eyes. */
  private async addMessage(tx: EntityManager, message: NewMessage): Promise<string> {
    const { actor, feedbackId, action, now } = message;
    const id = this.ids.next();
    await insertRows(tx, 'feedback_message', [
      {
        id,
        feedback_id: feedbackId,
        party: action === 'write' || action === 'add' ? 'writer' : 'lead',
        action,
        body: message.text,
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        by_unit_name: actor.unitName,
        at: now,
      },
    ]);
    await this.audit.record(tx, {
      actor,
      groupId: actor.groupId,
      action: `feedback.${action}`,
      subject: { kind: 'feedback', id: feedbackId },
      detail: { messageId: id },
    });
    return id;
  }
}

/** What is missing and what is somebody else's look alike. */
async function lockFeedback(tx: EntityManager, actor: Actor, id: string): Promise<LockedFeedback> {
  await lockRow(tx, 'feedback', id);
  const [entry] = await rowsIn<LockedFeedback>(
    tx,
    'SELECT id, person_id AS personId, appointment_id AS appointmentId, kind, state FROM feedback WHERE id = ? AND group_id = ?',
    [id, actor.groupId],
  );
  if (entry === undefined || !maySeeFeedback({ role: actor.role, isWriter: isWriter(actor, entry) }))
    throw DomainError.notFound('feedback.not-found');
  return entry;
}

function isWriter(actor: Actor, entry: { readonly personId: string }): boolean {
  return entry.personId === actor.personId;
}

/** The value of a decision, or the error that the caller is answered with. */
const allowed = allowedOr({
  forbidden: ['feedback.not-yours'],
  conflict: ['feedback.is-closed', 'feedback.not-answered'],
});
