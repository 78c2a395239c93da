import { EventEntity } from './event.entity';
import { NoticeEntity } from './notice.entity';
import { ReaderEntity } from './reader.entity';
import { TicketEntity } from './ticket.entity';

/** The tables of this subject. */
export const SUPERVISION_ENTITIES = [NoticeEntity, ReaderEntity, TicketEntity, EventEntity] as const;
