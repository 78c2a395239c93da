import { Entity, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, TextColumn } from '../../../platform/database/columns';

/** A person whom the lead unit listed. Someone who took over by code alone has no phone until the lead unit enters it. */
@Entity('person')
@Index('ux_person_phone', ['phone'], { unique: true })
export class PersonEntity {
  @IdColumn() id: string;

  @TextColumn('name', 50) name: string;

  /** Eleven digits without spaces. */
  @TextColumn('phone', 11, { nullable: true }) phone: string | null;

  @InstantColumn('created_at') createdAt: Instant;
}
