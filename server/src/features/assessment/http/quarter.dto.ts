import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Label, NumberField, YearField } from '../../../platform/http';

const QUARTERS = 4;
const MOST_TOLD = 10_000;

/** GET /api/quarters/:year/:quarter/export. */
export class QuarterDto {
  @Type(() => Number)
  @YearField()
  year: number;

  @Type(() => Number)
  @NumberField('季度')
  @Max(QUARTERS)
  quarter: number;
}

/** Which telling is taken out; the last when left out. */
export class TellingDto {
  @Label('版次')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_TOLD)
  number?: number;
}

/** POST /api/quarters/tell. */
export class TellQuarterDto extends QuarterDto {
  /** 0 where nothing was told yet. */
  @Label('版次')
  @IsInt()
  @Min(0)
  @Max(MOST_TOLD)
  number: number;
}
