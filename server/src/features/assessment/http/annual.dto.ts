import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { Label } from '../../../platform/http';

const MOST = 2_147_483_647;
/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4_000;
const ENTRIES = 10_000;

/** The year of a result; the one that runs now when none is named. */
export class AskedYearDto {
  @Label('年份')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}

/** POST /api/annual-results/publish. */
export class PublishYearDto {
  @Label('年份')
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;
}

/** POST /api/annual-results/finalise; the shared parser reads the missing months. */
export class FinaliseYearDto extends PublishYearDto {
  @Label('年度成绩')
  @IsString()
  @Length(64, 64)
  seal: string;

  @Label('没有得分的月份')
  @IsArray()
  @ArrayMaxSize(ENTRIES)
  missing: unknown[];
}

/** POST /api/annual-results/correct. */
export class CorrectYearDto extends PublishYearDto {
  @Label('单位')
  @IsString()
  @Length(1, 26)
  unitId: string;

  @Label('版次')
  @IsInt()
  @Min(1)
  @Max(MOST)
  number: number;

  @Label('不再算的创新')
  @IsArray()
  @ArrayMaxSize(ENTRIES)
  @IsString({ each: true })
  @Length(1, 26, { each: true })
  uncounted: string[];

  @Label('更正理由')
  @IsString()
  @MaxLength(ROUGHLY)
  reason: string;
}
