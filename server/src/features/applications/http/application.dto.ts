import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  APPLICATION_CATEGORIES,
  APPLICATION_LIMITS,
  MONTH_VERDICTS,
  type ApplicationCategory,
  type MonthVerdict,
} from '@jiannuo/shared/applications';
import { WORK_UPDATE_LIMITS } from '@jiannuo/shared/information';
import { Label } from '../../../platform/http';

const PERIOD = /^\d{4}-(?:0[1-9]|1[0-2])$/;
/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4;

/** The year of a list; the one that runs when it is left out. */
export class ApplicationYearDto {
  @Label('年份')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2999)
  year?: number;
}

/** The month of a list; the one that runs when it is left out. */
export class ApplicationPeriodDto {
  @Label('月份')
  @IsOptional()
  @Matches(PERIOD)
  period?: string;
}

/** POST /api/applications; the shared parser reads the rest. */
export class ApplicationDto {
  @Label('年份')
  @IsInt()
  @Min(2000)
  @Max(2999)
  year: number;

  @Label('类别')
  @IsIn(APPLICATION_CATEGORIES)
  category: ApplicationCategory;

  @Label('种类')
  @IsString()
  @MaxLength(24)
  kind: string;

  @Label('名称')
  @IsString()
  @MaxLength(APPLICATION_LIMITS.title * ROUGHLY)
  title: string;

  @Label('内容')
  @IsString()
  @MaxLength(APPLICATION_LIMITS.text * ROUGHLY)
  text: string;

  @Label('依据文件')
  @IsObject()
  basis: object;

  @Label('佐证')
  @IsArray()
  @ArrayMaxSize(100)
  evidence: unknown[];

  @Label('起始月份')
  @IsOptional()
  @Matches(PERIOD)
  fromPeriod: string | null = null;

  @Label('原申报')
  @IsOptional()
  @IsString()
  @Length(1, 26)
  earlierId: string | null = null;
}

/** POST /api/applications/:id/decide. */
export class DecisionDto {
  @Label('决定')
  @IsIn(['approve', 'refuse'])
  decision: 'approve' | 'refuse';

  @Label('理由')
  @IsString()
  @MaxLength(WORK_UPDATE_LIMITS.reason * ROUGHLY)
  reason: string;
}

/** POST /api/applications/:id/revoke. */
export class RevocationDto {
  @Label('理由')
  @IsString()
  @MaxLength(WORK_UPDATE_LIMITS.reason * ROUGHLY)
  reason: string;
}

/** POST /api/applications/:id/months. */
export class MonthVerdictDto {
  @Label('月份')
  @Matches(PERIOD)
  period: string;

  @Label('结果')
  @IsIn(MONTH_VERDICTS)
  verdict: MonthVerdict;

  @Label('理由')
  @IsString()
  @MaxLength(WORK_UPDATE_LIMITS.reason * ROUGHLY)
  reason: string;
}
