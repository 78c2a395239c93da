import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ROW_ACTIONS, type MeasureInput, type MonthInput, type RowAction } from '@jiannuo/shared/ledger';
import { IdField, Label, MonthField, NumberField, YearField } from '../../../platform/http';

const MOST = 2_147_483_647;
/** Texts are looked at by the shared rules; this only keeps a line from being a book. */
const TEXT = 8_000;

/** A month of one unit: the reader's own when no unit is named, the running or nearest one when no month is. */
export class LedgerMonthDto {
  @IsOptional()
  @MonthField()
  period?: string;

  @IsOptional()
  @IdField('单位')
  unitId?: string;
}

/** A year of the ledger. */
export class LedgerYearDto {
  @Type(() => Number)
  @YearField()
  year: number;
}

/** What is done to a row, with the revision that was seen; the shared parser reads what is filled in. */
export class RowDto {
  @NumberField('版次')
  revision: number;

  @Label('填的内容')
  @Allow()
  completion?: unknown;

  @Label('原因')
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  reason?: string;
}

/** Which act of the transition table, on which row. */
export class RowActionDto {
  @IdField('措施')
  id: string;

  @Label('步骤')
  @IsIn(ROW_ACTIONS)
  action: RowAction;
}

class MonthInputDto implements MonthInput {
  @Label('月份') @IsString() @MaxLength(TEXT) month: string;
  @Label('工作目标') @IsString() @MaxLength(TEXT) goal: string;
  @Label('时间表') @IsString() @MaxLength(TEXT) timetable: string;
  @Label('完成时限') @IsString() @MaxLength(TEXT) nodeOn: string;
  @Label('路线图') @IsString() @MaxLength(TEXT) route: string;
  @Label('具体内容') @IsString() @MaxLength(TEXT) detail: string;
}

class MeasureInputDto implements MeasureInput {
  @Label('重点任务') @IsString() @MaxLength(TEXT) task: string;
  @Label('任务标题') @IsString() @MaxLength(TEXT) heading: string;
  @Label('措施') @IsString() @MaxLength(TEXT) title: string;
  @Label('责任单位') @IsString() @MaxLength(TEXT) unit: string;
  @Label('分管领导') @IsString() @MaxLength(TEXT) leader: string;
  @Label('责任科室') @IsString() @MaxLength(TEXT) section: string;
  @Label('工作方案') @IsString() @MaxLength(TEXT) scheme: string;
  @Label('工作联系人') @IsString() @MaxLength(TEXT) contact: string;
  @Label('目标数') @IsString() @MaxLength(TEXT) targetGoal: string;
  @Label('计量单位') @IsString() @MaxLength(TEXT) targetUnit: string;

  @Label('月份')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(24)
  @ValidateNested({ each: true })
  @Type(() => MonthInputDto)
  months: MonthInputDto[];
}

/** What every change of plan carries: its year, the revision that was seen, and why. */
class PlanChangeDto {
  @YearField()
  year: number;

  @Label('版次')
  @IsInt()
  @Min(0)
  @Max(MOST)
  planRevision: number;

  @Label('原因')
  @IsString()
  @MaxLength(2_000)
  reason: string;
}

/** PUT /api/ledger/measures. */
export class MeasureDto extends PlanChangeDto {
  @IsOptional()
  @NumberField('编号')
  number: number | null;

  @Label('措施')
  @ValidateNested()
  @Type(() => MeasureInputDto)
  measure: MeasureInputDto;
}

/** POST /api/ledger/measures/remove. */
export class RemoveMeasureDto extends PlanChangeDto {
  @NumberField('编号')
  number: number;
}

/** POST /api/ledger/import. */
export class ImportDto extends PlanChangeDto {
  @IdField('文件')
  attachmentId: string;
}

/** GET /api/ledger/year: the running or nearest one when no year is named. */
export class OpenYearDto {
  @IsOptional()
  @Type(() => Number)
  @YearField()
  year?: number;
}

/** GET /api/ledger/import. */
export class ImportPreviewDto extends LedgerYearDto {
  @IdField('文件')
  attachmentId: string;
}
