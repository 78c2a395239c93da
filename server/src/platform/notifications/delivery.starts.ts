import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { Clock, Ids } from '../clock';
import { execute, insertRows, rowsIn, Transactions } from '../database';
import { composeMessage, type ComposedMessage } from '../wechat';
import { ConsentLedger, type Grantor } from './consent.ledger';
import { decideStep, type Step } from './delivery.decisions';
import { DeliveryReader, type DeliveryInWork } from './delivery.reader';
import { DeliveryStates } from './delivery.states';
import { SubjectKinds } from './subject-kinds';
import { fillTemplate } from './template-filling';
import { WecomJob } from './wecom.job';

/** A call to be made now; it is marked already, so nobody makes it a second time. */
export interface StartedSend {
  readonly kind: 'send';
  readonly deliveryId: string;
  readonly attemptId: string;
  /** Which try of this channel it is, from 1. */
  readonly attempt: number;
  readonly firstStartedAt: Instant;
  readonly openId: string;
  readonly message: ComposedMessage;
  readonly page: string | null;
}
/** A text message to be sent now. */
export interface StartedSms {
  readonly kind: 'sms';
  readonly deliveryId: string;
  readonly attemptId: string;
  readonly phone: string;
}
/** What a delivery needs now: a call, more time, the next step at once, or nothing any more. */
export type Started =
  | StartedSend
  | StartedSms
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'next' }
  | { readonly kind: 'rest' };

interface Chosen {
  readonly work: DeliveryInWork;
  readonly step: Step;
}

/** Writes down tries. The number of a try is unique within its delivery, so two servers cannot make the same one. */
@Injectable()
export class AttemptStarts {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly kinds: SubjectKinds,
  ) {}

  /** The message and its page, with only what is still worth telling; null when it does not fit the template. */
  write(work: DeliveryInWork): { readonly message: ComposedMessage; readonly page: string | null } | null {
    const { recipient, template, purpose, noticeId } = work;
    const [first, ...others] = work.subjects.filter((subject) => subject.isWanted);
    if (recipient === null || template === null || first === undefined) return null;
    const letter = { deliveryId: work.id, noticeId, purpose, recipient, now: this.clock.now() };
    const { facts, page } = this.kinds.of(work.subjectKind).write({ ...letter, subjects: [first, ...others] });
    const composed = composeMessage(template, fillTemplate(template, facts));
    return composed.ok ? { message: composed.value, page } : null;
  }

  /** Adds a try and answers its id. */
  async insert(tx: EntityManager, work: DeliveryInWork, attempt: NewAttempt): Promise<string> {
    const now = this.clock.now();
    const id = this.ids.next();
    const row = {
      id,
      delivery_id: work.id,
      number: (work.situation.attempts.at(-1)?.number ?? 0) + 1,
      channel: attempt.channel,
      outcome: attempt.outcome,
      reason: attempt.reason ?? null,
      open_id: attempt.openId ?? null,
      template_id: attempt.templateId ?? null,
      started_at: now,
      ended_at: attempt.outcome === 'attempting' ? null : now,
    };
    await insertRows(tx, 'delivery_attempt', [row]);
    return id;
  }

  /** A text message is marked before it goes out, like everything that reaches a person. */
  async startSms(tx: EntityManager, work: DeliveryInWork): Promise<Started> {
    const phone = work.recipient?.phone ?? '';
    if (phone === '') {
      await this.insert(tx, work, { channel: 'sms', outcome: 'refused', reason: 'no-phone' });
      return { kind: 'next' };
    }
    const attemptId = await this.insert(tx, work, { channel: 'sms', outcome: 'attempting' });
    return { kind: 'sms', deliveryId: work.id, attemptId, phone };
  }

  /** Ends a try that nobody will end any more, and answers whose grant had been set aside for it. */
  async lose(tx: EntityManager, deliveryId: string, number: number): Promise<Grantor | null> {
    const where = "WHERE delivery_id = ? AND number = ? AND outcome = 'attempting'";
    const columns = 'open_id AS openId, template_id AS templateId';
    const sql = `SELECT ${columns} FROM delivery_attempt ${where}`;
    const [found] = await rowsIn<{ openId: string | null; templateId: string | null }>(tx, sql, [deliveryId, number]);
    const ending = `UPDATE delivery_attempt SET outcome = 'unknown', reason = 'crash', ended_at = ? ${where}`;
    await execute(tx, ending, [this.clock.now(), deliveryId, number]);
    return found?.openId && found.templateId ? { openId: found.openId, templateId: found.templateId } : null;
  }
}

/** Decides about deliveries and marks what is tried before it is tried, a group of them in one transaction. */
@Injectable()
export class DeliveryStarts {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: DeliveryReader,
    private readonly states: DeliveryStates,
    private readonly attempts: AttemptStarts,
    private readonly ledger: ConsentLedger,
    private readonly wecom: WecomJob,
  ) {}

  /** What each delivery needs now. Throws, with nothing done, when another server is at one of them. */
  async start(ids: readonly string[]): Promise<readonly Started[]> {
    const works = await this.reader.read([...new Set(ids)]);
    const chosen = [...works.values()].map((work) => ({ work, step: decideStep(work.situation) }));
    const started = await this.transactions.run(async (tx) => {
      await this.states.settleDone(
        tx,
        chosen.map(({ work }) => work),
      );
      await this.states.close(tx, chosen);
      const results: [string, Started][] = [];
      for (const each of chosen) results.push([each.work.id, await this.startOne(tx, each)]);
      return results;
    });
    const byId = new Map(started);
    return ids.map((id) => byId.get(id) ?? { kind: 'rest' });
  }

  private async startOne(tx: EntityManager, { work, step }: Chosen): Promise<Started> {
    if (step.kind === 'wait') return this.wait(tx, work, step);
    if (step.kind === 'lost') return this.markLost(tx, work, step.number);
    if (step.kind !== 'try') return { kind: 'rest' };
    if (step.channel === 'wecom') return this.tellGroup(tx, work);
    if (step.channel === 'sms') return this.attempts.startSms(tx, work);
    return this.startSend(tx, work, step.channel);
  }

  private async startSend(
    tx: EntityManager,
    work: DeliveryInWork,
    channel: 'long-term' | 'one-time',
  ): Promise<Started> {
    const openId = work.recipient?.openId;
    const templateId = work.template?.priTmplId;
    if (!openId || !templateId) throw new Error('A message was chosen for nobody.');
    const written = this.attempts.write(work);
    if (written === null) {
      await this.attempts.insert(tx, work, { channel, outcome: 'refused', reason: 'data', openId, templateId });
      return { kind: 'next' };
    }
    // The balance was read a moment ago; another server may have spent it.
    if (!(await this.ledger.spend(tx, { openId, templateId }))) throw new Error('The grant was just spent elsewhere.');
    const attemptId = await this.attempts.insert(tx, work, { channel, outcome: 'attempting', openId, templateId });
    await this.states.move(tx, [work.id], 'sending');
    const before = work.situation.attempts.filter((attempt) => attempt.channel === channel);
    return {
      kind: 'send',
      deliveryId: work.id,
      attemptId,
      attempt: before.length + 1,
      firstStartedAt: before[0]?.startedAt ?? work.situation.now,
      openId,
      ...written,
    };
  }

  private async tellGroup(tx: EntityManager, work: DeliveryInWork): Promise<Started> {
    await this.attempts.insert(tx, work, { channel: 'wecom', outcome: 'told' });
    await this.wecom.ask(tx, work.groupId, work.situation.now);
    return { kind: 'next' };
  }

  /** A try that a crash cut off: what came of it nobody knows yet. */
  private async markLost(tx: EntityManager, work: DeliveryInWork, number: number): Promise<Started> {
    const grantor = await this.attempts.lose(tx, work.id, number);
    if (grantor !== null) await this.ledger.giveBack(tx, grantor);
    await this.states.move(tx, [work.id], 'unknown');
    return { kind: 'next' };
  }

  private async wait(tx: EntityManager, work: DeliveryInWork, step: Extract<Step, { kind: 'wait' }>): Promise<Started> {
    if (step.state !== work.situation.state) await this.states.move(tx, [work.id], step.state);
    return { kind: 'wait', until: step.until };
  }
}

interface NewAttempt {
  readonly channel: 'long-term' | 'one-time' | 'wecom' | 'sms';
  readonly outcome: 'attempting' | 'refused' | 'told';
  readonly reason?: string;
  readonly openId?: string;
  readonly templateId?: string;
}
