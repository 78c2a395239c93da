import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ADOPTERS, MARK_KINDS, WORK_UPDATE_LIMITS, type Adopter, type MarkKind } from '@jiannuo/shared/information';
import { Label, MonthField, NumberField, YearField } from '../../../platform/http';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4;

/** The month of a list. */
export class WorkUpdatePeriodDto {
  @MonthField()
  period: string;
}

/** POST /api/work-updates and POST /api/work-updates/:id/send; the shared parser reads the rest. */
export class WorkUpdateDto {
  @Label('标题')
  @IsString()
  @MaxLength(WORK_UPDATE_LIMITS.title * ROUGHLY)
  title: string;

  @Label('正文')
  @IsString()
  @MaxLength(WORK_UPDATE_LIMITS.text * ROUGHLY)
  text: string;

  @Label('佐证')
  @IsArray()
  @ArrayMaxSize(100)
  evidence: unknown[];
}

/** POST /api/work-updates/:id/marks. */
export class MarkDto {
  @Label('评定')
  @IsIn(MARK_KINDS)
  kind: MarkKind;

  @NumberField('版次')
  version: number;

  @Label('理由')
  @IsString()
  @MaxLength(WORK_UPDATE_LIMITS.reason * ROUGHLY)
  reason: string;

  @Label('采用方')
  @IsOptional()
  @IsIn(ADOPTERS)
  adopter?: Adopter | null;

  @Label('确认日期')
  @IsOptional()
  @Matches(DAY)
  confirmedOn?: string | null;
}

/** POST /api/work-updates/:id/marks/:markId/withdraw. */
export class WithdrawMarkDto {
  @Label('理由')
  @IsString()
  @MaxLength(WORK_UPDATE_LIMITS.reason * ROUGHLY)
  reason: string;
}

/** PUT /api/information-year. */
export class CriteriaDto {
  @YearField()
  year: number;

  @Label('标准')
  @IsString()
  @MaxLength(WORK_UPDATE_LIMITS.criteria * ROUGHLY)
  criteria: string;
}

/** The year of a list of bulletins. */
export class BulletinYearDto {
  @Type(() => Number)
  @YearField()
  year: number;
}

/** POST /api/bulletins. */
export class BulletinDto {
  @MonthField()
  period: string;

  @Label('动态')
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  @Length(1, 26, { each: true })
  updateIds: string[];

  @Label('报送日期')
  @Matches(DAY)
  sentOn: string;
}
