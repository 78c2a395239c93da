import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../database/columns';

/** A file that a unit has put in. Its bytes lie on the disk under their SHA-256. */
@Entity({ name: 'attachment' })
@Index('ux_attachment_once', ['sha256', 'unitId', 'name', 'reservedFor'], { unique: true })
@Index('ix_attachment_group', ['groupId'])
export class AttachmentEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ReferenceColumn('unit_id') unitId: string;
  @TextColumn('name', 200) name: string;
  @TextColumn('media_type', 100) mediaType: string;
  @Column({ name: 'bytes', type: 'integer' }) bytes: number;
  @TextColumn('sha256', 64) sha256: string;
  @ReferenceColumn('appointment_id') appointmentId: string;
  @InstantColumn('uploaded_at') uploadedAt: string;
  /** When it first stood in something handed in; the lead unit sees nothing before. */
  @InstantColumn('handed_in_at', { nullable: true }) handedInAt: string | null;
  /** The appointment that put it in for a matter of named persons alone (限知悉); empty for every other file. */
  @TextColumn('reserved_for', 26, { default: '' }) reservedFor: string;
}
