import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMinutes } from '@jiannuo/shared/kernel';
import { balanceAfterSheet } from '@jiannuo/shared/notifications';
import { Clock, Ids } from '../clock';
import { execute, forUpdate, insertRows, rowsIn } from '../database';
import { insertMissing } from '../database/insert-missing';
import type { ConsentSource } from './persistence/consent-entry.entity';
import { MessageTemplates } from './templates';

/** An account and a template: what WeChat counts grants by. */
export interface Grantor {
  readonly openId: string;
  readonly templateId: string;
}
/** What a person chose for one template, as the phone or WeChat told it. */
export interface Choice extends Grantor {
  readonly source: Extract<ConsentSource, 'sheet' | 'popup' | 'change'>;
  /** WeChat's own word: accept, acceptWithAudio, reject, ban, filter … */
  readonly status: string;
  /** Null for what the phone reports. */
  readonly eventKey: string | null;
}

/** The phone and WeChat tell of the same tap within this time of each other. */
const PAIRING_MINUTES = 10;

/** How many messages WeChat will still take, as far as we know, and every reason why. 43101 is the truth. */
@Injectable()
export class ConsentLedger {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly templates: MessageTemplates,
  ) {}

  /**
   * Writes down a choice. The same event twice counts once, and so does a tap that both the phone and WeChat report.
   * A template that is not ours changes nothing.
   */
  async choose(tx: EntityManager, choice: Choice): Promise<void> {
    const kind = this.templates.kindOf(choice.templateId);
    if (kind === null) return;
    const before = await this.lock(tx, choice);
    if (choice.eventKey !== null && (await isKnown(tx, choice.eventKey))) return;
    const answer = answerOf(choice.status);
    const pairId = answer === '' ? null : await this.pairOf(tx, choice, answer);
    const after = pairId === null ? balanceAfterSheet(kind, before, choice.status) : before;
    await this.write(tx, choice, { ...choice, answer, delta: after - before, pairId });
    if (after !== before) await this.set(tx, choice, after);
  }

  /** Sets one grant aside for a send; false when there is none. A long-term grant is not used up. */
  async spend(tx: EntityManager, grantor: Grantor): Promise<boolean> {
    if (this.templates.kindOf(grantor.templateId) === 'long-term') return (await this.lock(tx, grantor)) > 0;
    const now = this.clock.now();
    const sql = `UPDATE consent_balance SET balance = balance - 1, updated_at = ?
      WHERE open_id = ? AND template_id = ? AND balance > 0`;
    if ((await execute(tx, sql, [now, grantor.openId, grantor.templateId])) === 0) return false;
    await this.write(tx, grantor, { source: 'send', delta: -1 });
    return true;
  }

  /** Gives back what was set aside for a send that came to nothing. */
  async giveBack(tx: EntityManager, grantor: Grantor): Promise<void> {
    if (this.templates.kindOf(grantor.templateId) !== 'one-time') return;
    const before = await this.lock(tx, grantor);
    await this.write(tx, grantor, { source: 'returned', delta: 1 });
    await this.set(tx, grantor, before + 1);
  }

  /** WeChat answered 43101: whatever we counted, there is none. */
  async clear(tx: EntityManager, grantor: Grantor): Promise<void> {
    const before = await this.lock(tx, grantor);
    await this.write(tx, grantor, { source: 'refused', delta: -before });
    await this.set(tx, grantor, 0);
  }

  /** Holds the balance until the transaction ends, and answers it. */
  private async lock(tx: EntityManager, { openId, templateId }: Grantor): Promise<number> {
    const where = 'FROM consent_balance WHERE open_id = ? AND template_id = ?';
    const read = (): Promise<{ balance: number }[]> =>
      rowsIn(tx, `SELECT balance ${where}${forUpdate(tx)}`, [openId, templateId]);
    const [known] = await read();
    if (known) return Number(known.balance);
    const row = { id: this.ids.next(), open_id: openId, template_id: templateId };
    await insertMissing(tx, 'consent_balance', [{ ...row, balance: 0, updated_at: this.clock.now() }]);
    return Number((await read())[0]?.balance ?? 0);
  }

  private async set(tx: EntityManager, { openId, templateId }: Grantor, balance: number): Promise<void> {
    const sql = 'UPDATE consent_balance SET balance = ?, updated_at = ? WHERE open_id = ? AND template_id = ?';
    await execute(tx, sql, [balance, this.clock.now(), openId, templateId]);
  }

  /** The other side's entry about the same tap, if it came first and no later one has claimed it. */
  private async pairOf(tx: EntityManager, choice: Choice, answer: string): Promise<string | null> {
    if (choice.source === 'change') return null;
    const source = choice.source === 'sheet' ? 'popup' : 'sheet';
    const since = addMinutes(this.clock.now(), -PAIRING_MINUTES);
    const [pair] = await rowsIn<{ id: string }>(
      tx,
      `SELECT e.id FROM consent_entry e
       WHERE e.open_id = ? AND e.template_id = ? AND e.source = ? AND e.answer = ? AND e.pair_id IS NULL AND e.at >= ?
         AND NOT EXISTS (SELECT 1 FROM consent_entry p WHERE p.pair_id = e.id)
       ORDER BY e.at, e.id LIMIT 1`,
      [choice.openId, choice.templateId, source, answer, since],
    );
    return pair?.id ?? null;
  }

  private async write(tx: EntityManager, grantor: Grantor, entry: NewEntry): Promise<void> {
    await insertRows(tx, 'consent_entry', [
      {
        id: this.ids.next(),
        open_id: grantor.openId,
        template_id: grantor.templateId,
        source: entry.source,
        answer: entry.answer ?? '',
        delta: entry.delta,
        event_key: entry.eventKey ?? null,
        pair_id: entry.pairId ?? null,
        at: this.clock.now(),
      },
    ]);
  }
}

interface NewEntry {
  readonly source: ConsentSource;
  readonly delta: number;
  readonly answer?: string;
  readonly eventKey?: string | null;
  readonly pairId?: string | null;
}

function answerOf(status: string): 'accept' | 'reject' | '' {
  if (status.startsWith('accept')) return 'accept';
  return status === 'reject' ? 'reject' : '';
}

async function isKnown(tx: EntityManager, eventKey: string): Promise<boolean> {
  const rows = await rowsIn(tx, 'SELECT id FROM consent_entry WHERE event_key = ?', [eventKey]);
  return rows.length > 0;
}
