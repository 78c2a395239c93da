import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';

/** POST /api/demo/clock: one of both. */
export class ClockDto {
  @IsOptional()
  @IsIn(['hour', 'day', 'next'])
  step?: 'hour' | 'day' | 'next';

  /** `2022-05-17T08:30`, Beijing. */
  @IsOptional()
  @IsString()
  @MaxLength(16)
  local?: string;
}

/** Whose phone is meant. */
export class AccountDto {
  @IsString()
  @MaxLength(64)
  account: string;
}

/** POST /api/demo/subscriptions/open. */
export class OpenSheetDto extends AccountDto {
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  templateIds: string[];
}

/** POST /api/demo/subscriptions: what the person tapped. */
export class AnswerSheetDto extends OpenSheetDto {
  @IsObject()
  choices: Record<string, unknown>;

  @IsBoolean()
  isKept: boolean;
}
