import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from './columns';

/** One named value that all servers share. */
@Entity({ name: 'stored_value' })
export class StoredValueEntity {
  @IdColumn('name', 64) name: string;
  @Column({ name: 'value', type: 'text' }) value: string;
  @InstantColumn('updated_at') updatedAt: string;
}
