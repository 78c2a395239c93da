import { IsDefined, IsISO8601, IsOptional, IsString, Matches } from 'class-validator';

/** POST /api/obligations/:id/extend. The meaning of both fields is decided in shared. */
export class ExtendDto {
  @IsDefined()
  @IsISO8601()
  dueAt: string;

  @IsString()
  reason: string;
}

/** POST /api/obligations/:id/waive. */
export class WaiveDto {
  @IsString()
  reason: string;
}

/** The month of a board, `2022-05`; left out, the current one. */
export class BoardPeriodDto {
  @IsOptional()
  @Matches(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  period?: string;
}

/** The month of a file, `2022-05`. */
export class PeriodDto {
  @Matches(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  period: string;
}
