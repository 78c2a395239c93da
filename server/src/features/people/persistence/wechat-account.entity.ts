import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';
import { PersonEntity } from './person.entity';

/** A WeChat account bound to a person: one account is one person, and a person has one account in each mini program. */
@Entity('wechat_account')
@Index('ux_wechat_account_open_id', ['appId', 'openId'], { unique: true })
@Index('ux_wechat_account_person', ['personId', 'appId'], { unique: true })
export class WechatAccountEntity {
  @IdColumn() id: string;

  @TextColumn('app_id', 32) appId: string;

  @TextColumn('open_id', 64) openId: string;

  @ForeignKey(() => PersonEntity, { name: 'fk_wechat_account_person', onUpdate: 'NO ACTION', onDelete: 'NO ACTION' })
  @ReferenceColumn('person_id')
  personId: string;

  @InstantColumn('bound_at') boundAt: Instant;

  /** WeChat no longer knows this account; its person may bind another one. */
  @Column({ name: 'is_broken', type: 'boolean' }) isBroken: boolean;

  /** The appointment this person worked in last; the next sign-in starts there. */
  @ReferenceColumn('last_appointment_id', { nullable: true }) lastAppointmentId: string | null;
}
