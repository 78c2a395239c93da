import { ContactEntryEntity } from './contact-entry.entity';

/** The tables of this subject. */
export const COORDINATION_ENTITIES = [ContactEntryEntity] as const;
