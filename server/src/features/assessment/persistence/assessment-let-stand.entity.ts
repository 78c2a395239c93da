import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { CorrectionFact } from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** That a published score was let stand beside what came onto record since (不用更正), and why. The reason stays. */
@Entity({ name: 'assessment_let_stand' })
@Index('ux_assessment_let_stand_number', ['assessmentId', 'number'], { unique: true })
export class AssessmentLetStandEntity {
  @IdColumn() id: string;
  @ForeignKey('assessment', { name: 'fk_assessment_let_stand_assessment', onUpdate: 'NO ACTION' })
  @ReferenceColumn('assessment_id')
  assessmentId: string;
  @Column({ name: 'number', type: 'integer' }) number: number;
  /** What was let stand, as far as the records still say it: what they took back is new when it comes again. */
  @JsonColumn('facts') facts: readonly CorrectionFact[];
  @TextColumn('reason', 800) reason: string;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
}
