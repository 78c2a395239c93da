import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, ReferenceColumn } from '../../../platform/database/columns';

/** A group's plan of one year (art. 1); measures and rows hold what it says. */
@Entity({ name: 'ledger_plan' })
@Index('ux_ledger_plan_year', ['groupId', 'year'], { unique: true })
export class LedgerPlanEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_ledger_plan_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  @Column({ name: 'year', type: 'integer' }) year: number;
  /** Counts every change of a measure or of what is planned; marking a month done is none. */
  @Column({ name: 'revision', type: 'integer' }) revision: number;
}
