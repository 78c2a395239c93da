import { APPLICATION_ENTITIES } from './features/applications/persistence';
import { ASSESSMENT_ENTITIES } from './features/assessment/persistence';
import { COORDINATION_ENTITIES } from './features/coordination/persistence';
import { FEEDBACK_ENTITIES } from './features/feedback/persistence';
import { INFORMATION_ENTITIES } from './features/information/persistence';
import { INSPECTION_ENTITIES } from './features/inspections/persistence';
import { LEDGER_ENTITIES } from './features/ledger/persistence';
import { OBLIGATION_ENTITIES } from './features/obligations/persistence';
import { PEOPLE_ENTITIES } from './features/people/persistence';
import { REPORTING_ENTITIES } from './features/reporting/persistence';
import { REMINDER_ENTITIES } from './features/reminders/persistence';
import { RULING_ENTITIES } from './features/rulings/persistence';
import { SPOT_CHECK_ENTITIES } from './features/spot-checks/persistence';
import { SUPERVISION_ENTITIES } from './features/supervision/persistence';
import { PLATFORM_ENTITIES } from './platform/entities';
import { NOTIFICATION_ENTITIES } from './platform/notifications/persistence';
import { OutboxMessageEntity } from './platform/outbox/outbox-message.entity';

/** Every table's class, in the order of their subjects. The drift test compares them with the migrations. */
export const ENTITIES = [
  ...PLATFORM_ENTITIES,
  OutboxMessageEntity,
  ...NOTIFICATION_ENTITIES,
  ...PEOPLE_ENTITIES,
  ...OBLIGATION_ENTITIES,
  ...LEDGER_ENTITIES,
  ...REPORTING_ENTITIES,
  ...INFORMATION_ENTITIES,
  ...COORDINATION_ENTITIES,
  ...SUPERVISION_ENTITIES,
  ...INSPECTION_ENTITIES,
  ...RULING_ENTITIES,
  ...APPLICATION_ENTITIES,
  ...SPOT_CHECK_ENTITIES,
  ...ASSESSMENT_ENTITIES,
  ...REMINDER_ENTITIES,
  ...FEEDBACK_ENTITIES,
] as const;
