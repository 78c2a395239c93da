import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../database/columns';

/**
 * Why a balance moved. `sheet`: the phone reported what was tapped. `popup`, `change`: WeChat told us. `send`: a message
 * took one. `returned`: a send that came to nothing gave it back. `refused`: WeChat had none left.
 */
export type ConsentSource = 'sheet' | 'popup' | 'change' | 'send' | 'returned' | 'refused';

/** One line of the ledger of grants. Lines are only added. */
@Entity({ name: 'consent_entry' })
@Index('ux_consent_entry_event', ['eventKey'], { unique: true })
@Index('ix_consent_entry_account', ['openId', 'templateId', 'at'])
@Index('ix_consent_entry_pair', ['pairId'])
export class ConsentEntryEntity {
  @IdColumn() id: string;
  @TextColumn('open_id', 64) openId: string;
  @TextColumn('template_id', 64) templateId: string;
  @TextColumn('source', 16) source: ConsentSource;
  /** What the person chose, `accept` or `reject`; empty where nobody was asked. */
  @TextColumn('answer', 8) answer: 'accept' | 'reject' | '';
  @Column({ name: 'delta', type: 'integer' }) delta: number;
  /** WeChat may push an event more than once. */
  @TextColumn('event_key', 191, { nullable: true }) eventKey: string | null;
  /** The entry that told of the same tap before. */
  @ReferenceColumn('pair_id', { nullable: true }) pairId: string | null;
  @InstantColumn('at') at: string;
}
