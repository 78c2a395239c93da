import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../database/columns';

/** How many messages of a template WeChat will still take for an account, as far as we know; for a long-term template 1 or 0. */
@Entity({ name: 'consent_balance' })
@Index('ux_consent_balance_account', ['openId', 'templateId'], { unique: true })
export class ConsentBalanceEntity {
  @IdColumn() id: string;
  @TextColumn('open_id', 64) openId: string;
  @TextColumn('template_id', 64) templateId: string;
  @Column({ name: 'balance', type: 'integer' }) balance: number;
  @InstantColumn('updated_at') updatedAt: string;
}
