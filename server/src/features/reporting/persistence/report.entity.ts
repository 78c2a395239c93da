import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { ReportState } from '@jiannuo/shared/reporting';
import { IdColumn, InstantColumn, PeriodColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A unit's monthly report (art. 7, annex 1): one record a month, whatever happens to it. */
@Entity({ name: 'report' })
@Index('ux_report_unit_period', ['groupId', 'unitId', 'period'], { unique: true })
@Index('ux_report_obligation', ['obligationId'], { unique: true })
@Index('ix_report_group_period', ['groupId', 'period'])
export class ReportEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('unit', { name: 'fk_report_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @PeriodColumn('period') period: Period;
  @ForeignKey('obligation', { name: 'fk_report_obligation', onUpdate: 'NO ACTION' })
  @ReferenceColumn('obligation_id')
  obligationId: string;
  /** The short obligation that the latest return opened (Q12); null while it was never returned. */
  @ForeignKey('obligation', { name: 'fk_report_correction', onUpdate: 'NO ACTION' })
  @ReferenceColumn('correction_id', { nullable: true })
  correctionId: string | null;
  @TextColumn('state', 16) state: ReportState;
  /** Number of the latest version, 0 before the first. */
  @Column({ name: 'current_version', type: 'integer' }) currentVersion: number;
  /** Counts every change of the record. */
  @Column({ name: 'version', type: 'integer' }) version: number;
  @InstantColumn('opened_at') openedAt: Instant;
}
