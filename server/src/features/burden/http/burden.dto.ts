import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IdField, Label, MonthField } from '../../../platform/http';

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

  /** The obligation that the ask is about. */
  @Label('关联事项')
  @IsOptional()
  @IsString()
  @MaxLength(26)
  link?: string;

  /** The notice that the ask corrects: it replaces it, and adds nothing to it. */
  @Label('更正哪一份')
  @IsOptional()
  @IsString()
  @MaxLength(26)
  corrects?: string;
}

/** A month. */
export class BurdenPeriodDto {
  @MonthField()
  period: string;
}

/** A month of one unit. */
export class BurdenUnitDto extends BurdenPeriodDto {
  @IdField('单位')
  unitId: string;
}
