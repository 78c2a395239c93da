import { Type } from 'class-transformer';
import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { RULING_LIMITS } from '@jiannuo/shared/rulings';
import { Label, MonthField, YearField } from '../../../platform/http';

/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4;

/** The year of the register; the running or nearest one when none is named. */
export class RegisterYearDto {
  @IsOptional()
  @Type(() => Number)
  @YearField()
  year?: number;
}

/** The question that the sandbox replays. */
export class SandboxDto {
  @Type(() => Number)
  @YearField()
  year: number;

  @Label('问题')
  @IsString()
  @Length(1, RULING_LIMITS.name)
  name: string;

  @Label('口径')
  @IsOptional()
  @IsString()
  @Length(1, RULING_LIMITS.value)
  value?: string;
}

/** POST /api/rulings; the shared decision reads names, values and words. */
export class ProposalDto {
  @YearField()
  year: number;

  @Label('问题')
  @IsString()
  @Length(1, RULING_LIMITS.name)
  name: string;

  @Label('口径')
  @IsString()
  @Length(1, RULING_LIMITS.value)
  value: string;

  @Label('解释')
  @IsString()
  @MaxLength(RULING_LIMITS.text * ROUGHLY)
  text: string;

  @Label('依据')
  @IsString()
  @MaxLength(RULING_LIMITS.basis * ROUGHLY)
  basis: string;

  @MonthField('起始月份')
  fromPeriod: string;

  @Label('接替的口径')
  @IsOptional()
  @IsString()
  @Length(1, RULING_LIMITS.id)
  supersedes?: string | null;
}

/** POST /api/rulings/:id/void. */
export class VoidDto {
  @Label('作废理由')
  @IsString()
  @MaxLength(RULING_LIMITS.reason * ROUGHLY)
  reason: string;
}
