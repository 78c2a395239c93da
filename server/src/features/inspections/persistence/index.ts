import { InspectedUnitEntity } from './inspected-unit.entity';
import { InspectionEntity } from './inspection.entity';
import { InspectionEventEntity } from './inspection-event.entity';
import { InspectionFindingEntity } from './finding.entity';
import { MemberEntity } from './member.entity';

/** The tables of this subject. */
export const INSPECTION_ENTITIES = [
  InspectionEntity,
  MemberEntity,
  InspectedUnitEntity,
  InspectionFindingEntity,
  InspectionEventEntity,
] as const;
