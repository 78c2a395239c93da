import { ObligationChangeEntity } from './obligation-change.entity';
import { ObligationEntity } from './obligation.entity';

/** The tables of this subject. */
export const OBLIGATION_ENTITIES = [ObligationEntity, ObligationChangeEntity] as const;
