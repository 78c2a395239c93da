import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { DateText, Instant } from '@jiannuo/shared/kernel';
import type { FindingState, Subject } from '@jiannuo/shared/inspections';
import type { Evidence } from '@jiannuo/shared/reporting';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** What was found at one unit. Once released its text never changes; what is to be put right is an obligation. */
@Entity({ name: 'inspection_finding' })
@Index('ix_inspection_finding_inspection', ['inspectionId', 'unitId'])
export class InspectionFindingEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('inspection', { name: 'fk_inspection_finding_inspection', onUpdate: 'NO ACTION' })
  @ReferenceColumn('inspection_id')
  inspectionId: string;
  @ForeignKey('unit', { name: 'fk_inspection_finding_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @TextColumn('subject', 16) subject: Subject;
  @Column({ name: 'facts', type: 'text' }) facts: string;
  @DateColumn('seen_on', { nullable: true }) seenOn: DateText | null;
  @JsonColumn('evidence') evidence: readonly Evidence[];
  /** What is to be put right; empty where the unit only has to know. */
  @Column({ name: 'demand', type: 'text' }) demand: string;
  @InstantColumn('due_at', { nullable: true }) dueAt: Instant | null;
  @TextColumn('state', 16) state: FindingState;
  /** What is owed now: the rectification, or after a return the next one. */
  @ReferenceColumn('obligation_id', { nullable: true }) obligationId: string | null;
  /** What the unit handed in and hid it in (瞒报), an obligation. */
  @ReferenceColumn('concealed_in', { nullable: true }) concealedIn: string | null;
  @Column({ name: 'version', type: 'integer' }) version: number;
  @InstantColumn('created_at') createdAt: Instant;
}
