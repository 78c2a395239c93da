import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Answer, IssuedChain, NoticeContent, NoticeKind, NoticeState } from '@jiannuo/shared/supervision';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A notice of the lead unit (art. 5, 13-16), from draft or proposal on. Once issued, its text never changes. */
@Entity({ name: 'supervision_notice' })
@Index('ux_supervision_notice_number', ['groupId', 'kind', 'year', 'number'], { unique: true })
@Index('ux_supervision_notice_proposal', ['proposalKey'], { unique: true })
@Index('ix_supervision_notice_moved', ['groupId', 'movedAt'])
@Index('ix_supervision_notice_earlier', ['earlierId'])
@Index('ix_supervision_notice_corrects', ['correctsId'])
@Index('ix_supervision_notice_link', ['linkId'])
export class NoticeEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_supervision_notice_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @TextColumn('kind', 16) kind: NoticeKind;
  @Column({ name: 'year', type: 'integer' }) year: number;
  /** Without gaps for each kind and year; null until it is issued. */
  @Column({ name: 'number', type: 'integer', nullable: true }) number: number | null;
  @TextColumn('state', 16) state: NoticeState;
  @TextColumn('title', 200) title: string;
  @JsonColumn('content') content: NoticeContent;
  @TextColumn('answer', 16) answer: Answer;
  @InstantColumn('due_at', { nullable: true }) dueAt: Instant | null;
  @Column({ name: 'is_confidential', type: 'boolean' }) isConfidential: boolean;
  @ForeignKey('supervision_notice', { name: 'fk_supervision_notice_earlier', onUpdate: 'NO ACTION' })
  @ReferenceColumn('earlier_id', { nullable: true })
  earlierId: string | null;
  @ForeignKey('supervision_notice', { name: 'fk_supervision_notice_corrects', onUpdate: 'NO ACTION' })
  @ReferenceColumn('corrects_id', { nullable: true })
  correctsId: string | null;
  /** The record that it is about; null where it is about none. */
  @ReferenceColumn('link_id', { nullable: true }) linkId: string | null;
  /** What makes a proposal the only one of its rung; null for what a person drafted. */
  @TextColumn('proposal_key', 100, { nullable: true }) proposalKey: string | null;
  /** When a declined proposal is to be looked at again; null where it is not. */
  @InstantColumn('look_again_at', { nullable: true }) lookAgainAt: Instant | null;
  /** When the finding of 瞒报 that it stands on was cleared; null where it stands. */
  @InstantColumn('finding_cleared_at', { nullable: true }) findingClearedAt: Instant | null;
  /** When a talk is held (约谈时间), as its text says; null of every other kind. */
  @InstantColumn('held_at', { nullable: true }) heldAt: Instant | null;
  /** Whoever wrote it last; another one has to check it. */
  @ReferenceColumn('writer_person_id', { nullable: true }) writerPersonId: string | null;
  @ReferenceColumn('writer_appointment_id', { nullable: true }) writerAppointmentId: string | null;
  @TextColumn('writer_name', 100, { nullable: true }) writerName: string | null;
  @Column({ name: 'version', type: 'integer' }) version: number;
  @InstantColumn('created_at') createdAt: Instant;
  @InstantColumn('moved_at') movedAt: Instant;
  @InstantColumn('issued_at', { nullable: true }) issuedAt: Instant | null;
  /** Of a clue: what it rested on when it was issued; null of every other, and of those issued before this was kept. */
  @JsonColumn('issued_chain', { nullable: true }) issuedChain: IssuedChain | null;
}
