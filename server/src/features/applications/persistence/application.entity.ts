import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { ApplicationCategory, ApplicationState, Credit } from '@jiannuo/shared/applications';
import type { DateText, Instant, Period } from '@jiannuo/shared/kernel';
import type { Evidence } from '@jiannuo/shared/reporting';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** What a unit applied for (申报, annex 2). Only its state moves on; drafts stay on the device and are no rows here. */
@Entity({ name: 'application' })
@Index('ix_application_group_year', ['groupId', 'year', 'category', 'unitId'])
@Index('ix_application_unit', ['unitId', 'year'])
@Index('ux_application_earlier', ['earlierId'], { unique: true })
export class ApplicationEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('unit', { name: 'fk_application_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @Column({ name: 'year', type: 'integer' }) year: number;
  @TextColumn('category', 16) category: ApplicationCategory;
  @TextColumn('kind', 24) kind: string;
  /** How it counts, by the year's rule when it was handed in. */
  @TextColumn('credit', 16) credit: Credit;
  @PeriodColumn('from_period', { nullable: true }) fromPeriod: Period | null;
  @TextColumn('title', 200) title: string;
  @Column({ name: 'text', type: 'text' }) text: string;
  @TextColumn('basis_title', 300) basisTitle: string;
  @TextColumn('basis_number', 200) basisNumber: string;
  @TextColumn('basis_issuer', 200) basisIssuer: string;
  @DateColumn('basis_date') basisDate: DateText;
  @JsonColumn('evidence') evidence: readonly Evidence[];
  /** The one that ended without points and is applied for again; only one application follows each. */
  @ForeignKey('application', { name: 'fk_application_earlier', onUpdate: 'NO ACTION' })
  @ReferenceColumn('earlier_id', { nullable: true })
  earlierId: string | null;
  @TextColumn('state', 16) state: ApplicationState;
  @InstantColumn('submitted_at') submittedAt: Instant;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @InstantColumn('withdrawn_at', { nullable: true }) withdrawnAt: Instant | null;
  @TextColumn('withdrawn_by_name', 100, { nullable: true }) withdrawnByName: string | null;
}
