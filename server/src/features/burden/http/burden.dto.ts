import { IsString, MaxLength } from 'class-validator';
import { Label, MonthField } from '../../../platform/http';

/** GET /api/burden/look. */
export class LookDto {
  /** Ids of units, with commas between them. */
  @Label('单位')
  @IsString()
  @MaxLength(1_700)
  units = '';

  @Label('要什么')
  @IsString()
  @MaxLength(1_000)
  ask = '';
}

/** A month. */
export class BurdenPeriodDto {
  @MonthField()
  period: string;
}
