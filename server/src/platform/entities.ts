import { AttachmentEntity } from './attachments/attachment.entity';
import { AuditEntryEntity } from './audit/audit-entry.entity';
import { IdempotencyRecordEntity } from './database/idempotency-record.entity';
import { LeaseEntity } from './database/lease.entity';
import { StoredValueEntity } from './database/stored-value.entity';
import { HeartbeatEntity } from './health/heartbeat.entity';
import { OutageEntity } from './health/outage.entity';
import { SessionEntity } from './identity/session.entity';

/** The tables of the platform's core: those of migration 1. */
export const PLATFORM_ENTITIES = [
  SessionEntity,
  IdempotencyRecordEntity,
  LeaseEntity,
  StoredValueEntity,
  AuditEntryEntity,
  AttachmentEntity,
  HeartbeatEntity,
  OutageEntity,
] as const;
