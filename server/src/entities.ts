import { OBLIGATION_ENTITIES } from './features/obligations/persistence';
import { PEOPLE_ENTITIES } from './features/people/persistence';
import { REPORTING_ENTITIES } from './features/reporting/persistence';
import { REMINDER_ENTITIES } from './features/reminders/persistence';
import { AttachmentEntity } from './platform/attachments/attachment.entity';
import { AuditEntryEntity } from './platform/audit/audit-entry.entity';
import { IdempotencyRecordEntity } from './platform/database/idempotency-record.entity';
import { LeaseEntity } from './platform/database/lease.entity';
import { StoredValueEntity } from './platform/database/stored-value.entity';
import { HeartbeatEntity } from './platform/health/heartbeat.entity';
import { OutageEntity } from './platform/health/outage.entity';
import { SessionEntity } from './platform/identity/session.entity';
import { NOTIFICATION_ENTITIES } from './platform/notifications/persistence';
import { OutboxMessageEntity } from './platform/outbox/outbox-message.entity';

/** Every table's class, in the order of their subjects. The drift test compares them with the migrations. */
export const ENTITIES = [
  SessionEntity,
  IdempotencyRecordEntity,
  LeaseEntity,
  StoredValueEntity,
  AuditEntryEntity,
  AttachmentEntity,
  HeartbeatEntity,
  OutageEntity,
  OutboxMessageEntity,
  ...NOTIFICATION_ENTITIES,
  ...PEOPLE_ENTITIES,
  ...OBLIGATION_ENTITIES,
  ...REPORTING_ENTITIES,
  ...REMINDER_ENTITIES,
] as const;
