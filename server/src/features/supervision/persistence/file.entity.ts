import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, ReferenceColumn } from '../../../platform/database/columns';

/** A file that goes with a notice: whoever may read the one reads the other. */
@Entity({ name: 'supervision_file' })
@Index('ux_supervision_file', ['noticeId', 'attachmentId'], { unique: true })
@Index('ix_supervision_file_attachment', ['attachmentId'])
export class FileEntity {
  @IdColumn() id: string;
  @ForeignKey('supervision_notice', { name: 'fk_supervision_file_notice', onUpdate: 'NO ACTION' })
  @ReferenceColumn('notice_id')
  noticeId: string;
  @ReferenceColumn('attachment_id') attachmentId: string;
}
