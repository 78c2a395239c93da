import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../../platform/database/columns';

/** When the lead unit last reminded a unit by hand. One row a unit; changing it is what lets a tap through. */
@Entity({ name: 'reminder_tap' })
export class ReminderTapEntity {
  @IdColumn('unit_id') unitId: string;
  @InstantColumn('tapped_at') tappedAt: string;
  /** The Beijing date of the evening the unit was last reminded in; empty when never. */
  @TextColumn('evening', 10) evening: string;
}
