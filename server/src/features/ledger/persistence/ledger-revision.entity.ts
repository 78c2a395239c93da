import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** A version of a measure or of one of its months, as it was from then on. Rows are only ever added. */
@Entity({ name: 'ledger_revision' })
@Index('ux_ledger_revision_number', ['subjectId', 'number'], { unique: true })
@Index('ix_ledger_revision_measure', ['measureId', 'at'])
export class LedgerRevisionEntity {
  @IdColumn() id: string;
  /** The measure's id, or the row's. */
  @ReferenceColumn('subject_id') subjectId: string;
  @ForeignKey('ledger_measure', { name: 'fk_ledger_revision_measure', onUpdate: 'NO ACTION' })
  @ReferenceColumn('measure_id')
  measureId: string;
  /** The row's month; null for a version of the measure itself. */
  @PeriodColumn('period', { nullable: true }) period: Period | null;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('action', 24) action: string;
  @TextColumn('reason', 200) reason: string;
  @ReferenceColumn('by_appointment_id', { nullable: true }) byAppointmentId: string | null;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
  @JsonColumn('content') content: object;
}
