import { CallResultEntity } from './call-result.entity';
import { ConsentBalanceEntity } from './consent-balance.entity';
import { ConsentEntryEntity } from './consent-entry.entity';
import { DeliveryAttemptEntity } from './delivery-attempt.entity';
import { DeliverySubjectEntity } from './delivery-subject.entity';
import { DeliveryEntity } from './delivery.entity';
import { HandledPushEntity } from './handled-push.entity';
import { NoticeEntity } from './notice.entity';

/** The tables of inbox, grants and deliveries. */
export const NOTIFICATION_ENTITIES = [
  NoticeEntity,
  ConsentBalanceEntity,
  ConsentEntryEntity,
  DeliveryEntity,
  DeliverySubjectEntity,
  DeliveryAttemptEntity,
  CallResultEntity,
  HandledPushEntity,
] as const;
