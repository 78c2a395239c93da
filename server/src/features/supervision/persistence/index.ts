import { CircularEntity } from './circular.entity';
import { EventEntity } from './event.entity';
import { FileEntity } from './file.entity';
import { NoticeEntity } from './notice.entity';
import { ReaderEntity } from './reader.entity';
import { TicketEntity } from './ticket.entity';

/** The tables of this subject. */
export const SUPERVISION_ENTITIES = [
  NoticeEntity,
  ReaderEntity,
  FileEntity,
  TicketEntity,
  EventEntity,
  CircularEntity,
] as const;
