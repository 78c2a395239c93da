import { Entity, ForeignKey, Index } from 'typeorm';
import type { Period } from '@jiannuo/shared/kernel';
import { IdColumn, PeriodColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A month that counts 0 because nobody scored it, as it was confirmed with a reason (Q19). Rows are only added. */
@Entity({ name: 'annual_missing_month' })
@Index('ux_annual_missing_month', ['annualYearId', 'unitId', 'period'], { unique: true })
export class AnnualMissingMonthEntity {
  @IdColumn() id: string;
  @ForeignKey('annual_year', { name: 'fk_annual_missing_month_year', onUpdate: 'NO ACTION' })
  @ReferenceColumn('annual_year_id')
  annualYearId: string;
  @ReferenceColumn('unit_id') unitId: string;
  @PeriodColumn('period') period: Period;
  @TextColumn('reason', 800) reason: string;
}
