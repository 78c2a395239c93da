import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  APPLICATION_CATEGORIES,
  APPLICATION_LIMITS,
  MONTH_VERDICTS,
  type ApplicationCategory,
  type MonthVerdict,
} from '@jiannuo/shared/applications';
import { WORK_UPDATE_LIMITS } from '@jiannuo/shared/information';
import { IdField, Label, MonthField, YearField } from '../../../platform/http';

/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4;

/** The year of a list; the one that runs when it is left out. */
export class ApplicationYearDto {
  @IsOptional()
  @Type(() => Number)
  @YearField()
  year?: number;
}

/** The month of a list; the one that runs when it is left out. */
export class ApplicationPeriodDto {
  @IsOptional()
  @MonthField()
  period?: string;
}

/** POST /api/applications; the shared parser reads the rest. */
export class ApplicationDto {
  @YearField()
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

  @IsOptional()
  @MonthField('起始月份')
  fromPeriod: string | null = null;

  @IsOptional()
  @IdField('原申报')
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

/** POST /api/applications/:id/end. */
export class EndDto {
  @MonthField('停止记分的月份')
  fromPeriod: string;

  @Label('理由')
  @IsString()
  @MaxLength(WORK_UPDATE_LIMITS.reason * ROUGHLY)
  reason: string;
}

/** POST /api/applications/:id/months. */
export class MonthVerdictDto {
  @MonthField()
  period: string;

  @Label('结果')
  @IsIn(MONTH_VERDICTS)
  verdict: MonthVerdict;

  @Label('理由')
  @IsString()
  @MaxLength(WORK_UPDATE_LIMITS.reason * ROUGHLY)
  reason: string;
}
