import { RulingEntity } from './ruling.entity';

/** The tables of this subject. */
export const RULING_ENTITIES = [RulingEntity] as const;
