import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../database/columns';

/** Who did what, when and from where. Written once; sealing adds its place in the chain. */
@Entity({ name: 'audit_entry' })
@Index('ux_audit_entry_sequence', ['sequence'], { unique: true })
@Index('ix_audit_entry_group', ['groupId', 'at'])
@Index('ix_audit_entry_subject', ['subjectKind', 'subjectId'])
export class AuditEntryEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id', { nullable: true }) groupId: string | null;
  @InstantColumn('at') at: string;
  @TextColumn('actor_kind', 16) actorKind: string;
  @ReferenceColumn('person_id', { nullable: true }) personId: string | null;
  @ReferenceColumn('appointment_id', { nullable: true }) appointmentId: string | null;
  @ReferenceColumn('unit_id', { nullable: true }) unitId: string | null;
  @TextColumn('action', 64) action: string;
  @TextColumn('subject_kind', 32) subjectKind: string;
  @TextColumn('subject_id', 64) subjectId: string;
  @Column({ name: 'detail', type: 'text' }) detail: string;
  @TextColumn('ip', 45, { nullable: true }) ip: string | null;
  @TextColumn('request_id', 32, { nullable: true }) requestId: string | null;
  @Column({ name: 'sequence', type: 'integer', nullable: true }) sequence: number | null;
  @TextColumn('previous_hash', 64, { nullable: true }) previousHash: string | null;
  @TextColumn('hash', 64, { nullable: true }) hash: string | null;
}
