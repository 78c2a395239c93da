import { ApplicationDecisionEntity } from './application-decision.entity';
import { ApplicationMonthEntity } from './application-month.entity';
import { ApplicationEntity } from './application.entity';

/** The tables of this subject. */
export const APPLICATION_ENTITIES = [ApplicationEntity, ApplicationDecisionEntity, ApplicationMonthEntity] as const;
