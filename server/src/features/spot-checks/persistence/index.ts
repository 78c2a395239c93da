import { SpotCheckFindingEntity } from './finding.entity';
import { SpotCheckEntity } from './spot-check.entity';

/** The tables of this subject. */
export const SPOT_CHECK_ENTITIES = [SpotCheckEntity, SpotCheckFindingEntity] as const;
