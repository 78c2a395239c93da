import { ArrayMaxSize, IsArray, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { Type } from 'class-transformer';
import { IdField, Label, NumberField, YearField } from '../../../platform/http';

/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4_000;
const ENTRIES = 10_000;

/** The year of a result; the one that runs now when none is named. */
export class AskedYearDto {
  @IsOptional()
  @Type(() => Number)
  @YearField()
  year?: number;
}

/** POST /api/annual-results/publish. */
export class PublishYearDto {
  @YearField()
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
  @IdField('单位')
  unitId: string;

  @NumberField('版次')
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
