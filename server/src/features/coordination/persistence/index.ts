import { ContactEntryEntity } from './contact-entry.entity';
import { MatterEventEntity } from './matter-event.entity';
import { MatterEvidenceEntity } from './matter-evidence.entity';
import { MatterUnitEntity } from './matter-unit.entity';
import { MatterEntity } from './matter.entity';

/** The tables of this subject. */
export const COORDINATION_ENTITIES = [
  ContactEntryEntity,
  MatterEntity,
  MatterUnitEntity,
  MatterEvidenceEntity,
  MatterEventEntity,
] as const;
