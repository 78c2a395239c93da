import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, ReferenceColumn } from '../../../platform/database/columns';

/** An appointment that may know of a confidential notice (限知悉人员). */
@Entity({ name: 'supervision_reader' })
@Index('ux_supervision_reader', ['noticeId', 'appointmentId'], { unique: true })
export class ReaderEntity {
  @IdColumn() id: string;
  @ForeignKey('supervision_notice', { name: 'fk_supervision_reader_notice', onUpdate: 'NO ACTION' })
  @ReferenceColumn('notice_id')
  noticeId: string;
  @ReferenceColumn('appointment_id') appointmentId: string;
  /** Who was named in his place once he left his post (换知悉人); null while nobody was. */
  @ReferenceColumn('successor_id', { nullable: true }) successorId: string | null;
}
