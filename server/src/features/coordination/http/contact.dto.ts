import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CONTACT_CHANNELS, CONTACT_LIMITS } from '@jiannuo/shared/coordination';
import { Label, YearField } from '../../../platform/http';

/** The year of a log or of the coverage; left out, the one that runs. */
export class ContactYearDto {
  @IsOptional()
  @Type(() => Number)
  @YearField()
  year?: number;
}

/** POST /api/contacts. What the words and the day must be is decided in shared. */
export class RecordContactDto {
  @Label('单位')
  @IsArray()
  @ArrayMaxSize(CONTACT_LIMITS.units)
  @IsString({ each: true })
  @MaxLength(26, { each: true })
  unitIds: string[];

  @Label('联络日期')
  @IsString()
  contactedOn: string;

  @Label('联络方式')
  @IsIn(CONTACT_CHANNELS)
  channel: string;

  @Label('谈的事')
  @IsString()
  subject: string;

  @Label('结果')
  @IsString()
  result: string;
}

/** POST /api/contacts/:id/strike. */
export class StrikeContactDto {
  @Label('划掉的原因')
  @IsString()
  reason: string;
}
