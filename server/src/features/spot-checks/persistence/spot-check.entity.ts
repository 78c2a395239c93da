import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { Drawn, WeighedCandidate } from '@jiannuo/shared/spot-checks';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** A month's draw (抽查, annex 2): promised before the month, made after it, never made again. */
@Entity({ name: 'spot_check' })
@Index('ux_spot_check_group_period', ['groupId', 'period'], { unique: true })
export class SpotCheckEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_spot_check_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @PeriodColumn('period') period: Period;
  /** The SHA-256 of the seed, for everybody to see. */
  @TextColumn('commitment', 64) commitment: string;
  /** The seed until it is revealed: read by the draw alone, and by no query. */
  @TextColumn('secret', 100, { nullable: true, select: false }) secret: string | null;
  /** The rule of the year as it was when the draw was promised. */
  @Column({ name: 'units', type: 'integer' }) units: number;
  @Column({ name: 'most_months', type: 'integer' }) mostMonths: number;
  @InstantColumn('announced_at') announcedAt: Instant;
  /** Null when it was announced by itself. */
  @TextColumn('announced_by_name', 100, { nullable: true }) announcedByName: string | null;
  @TextColumn('seed', 100, { nullable: true }) seed: string | null;
  @JsonColumn('candidates', { nullable: true }) candidates: readonly WeighedCandidate[] | null;
  @JsonColumn('drawn', { nullable: true }) drawn: readonly Drawn[] | null;
  @InstantColumn('revealed_at', { nullable: true }) revealedAt: Instant | null;
  @TextColumn('revealed_by_name', 100, { nullable: true }) revealedByName: string | null;
  @TextColumn('revealed_by_unit_name', 100, { nullable: true }) revealedByUnitName: string | null;
}
