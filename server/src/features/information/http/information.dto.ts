import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ADOPTERS, MARK_KINDS, WORK_UPDATE_LIMITS, type Adopter, type MarkKind } from '@jiannuo/shared/information';
import { Label } from '../../../platform/http';

const PERIOD = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4;
const MOST = 2_147_483_647;

/** The month of a list. */
export class WorkUpdatePeriodDto {
  @Label('月份')
  @Matches(PERIOD)
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

  @Label('版次')
  @IsInt()
  @Min(1)
  @Max(MOST)
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
  @Label('年份')
  @IsInt()
  @Min(2000)
  @Max(2999)
  year: number;

  @Label('标准')
  @IsString()
  @MaxLength(WORK_UPDATE_LIMITS.criteria * ROUGHLY)
  criteria: string;
}

/** The year of a list of bulletins. */
export class BulletinYearDto {
  @Label('年份')
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2999)
  year: number;
}

/** POST /api/bulletins. */
export class BulletinDto {
  @Label('月份')
  @Matches(PERIOD)
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
