import { IsDefined, IsISO8601, IsOptional, IsString } from 'class-validator';
import { Label, MonthField } from '../../../platform/http';

/** POST /api/obligations/:id/extend and :id/shorten. The meaning of both fields is decided in shared. */
export class ExtendDto {
  @Label('新的截止时间')
  @IsDefined()
  @IsISO8601()
  dueAt: string;

  @Label('原因')
  @IsString()
  reason: string;
}

/** POST /api/obligations/:id/waive. */
export class WaiveDto {
  @Label('原因')
  @IsString()
  reason: string;
}

/** The month of a board, `2022-05`; left out, the current one. */
export class BoardPeriodDto {
  @IsOptional()
  @MonthField()
  period?: string;
}

/** The month of a file, `2022-05`. */
export class PeriodDto {
  @MonthField()
  period: string;
}
