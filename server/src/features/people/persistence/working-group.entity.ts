import { Column, Entity, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, TextColumn } from '../../../platform/database/columns';

/** One working group (专班) of one city: everything else belongs to exactly one of them. */
@Entity('working_group')
@Index('ux_working_group_code', ['code'], { unique: true })
export class WorkingGroupEntity {
  @IdColumn() id: string;

  /** Short Latin name used on the command line, `heihe-2022`. */
  @TextColumn('code', 32) code: string;

  @TextColumn('name', 100) name: string;

  @TextColumn('city', 50) city: string;

  @TextColumn('lead_unit_name', 100) leadUnitName: string;

  @TextColumn('lead_phone', 32) leadPhone: string;

  /** When the lead unit's telephone is answered, in words: 工作日8:30—17:30. */
  @TextColumn('lead_hours', 64) leadHours: string;

  /** 备案号, shown in 关于; null until the filing is done. */
  @TextColumn('filing_number', 64, { nullable: true }) filingNumber: string | null;

  @Column({ name: 'is_sample', type: 'boolean' }) isSample: boolean;

  @InstantColumn('created_at') createdAt: Instant;
}
