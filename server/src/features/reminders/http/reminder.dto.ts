import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { OBLIGATION_KINDS, type ObligationKind } from '@jiannuo/shared/obligations';
import { Label, MonthField } from '../../../platform/http';

/** POST /api/reminders: `{ obligationIds }` or `{ period, kind }`. */
export class RemindDto {
  @Label('要提醒的事项')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @MaxLength(26, { each: true })
  obligationIds?: string[];

  @IsOptional()
  @MonthField()
  period?: string;

  @Label('材料种类')
  @IsOptional()
  @IsIn(OBLIGATION_KINDS)
  kind?: ObligationKind;
}

/** GET /api/reminders?period=2022-05. */
export class SentRemindersDto {
  @MonthField()
  period: string;
}

/** POST /api/call-list/:reminderId/result. The text is judged by the command. */
export class CallResultDto {
  @Label('打电话的结果')
  @IsString()
  text: string;

  /** Whether the call got through: then it is a contact of the month (art. 4). */
  @Label('打通没有')
  @IsOptional()
  @IsBoolean()
  isReached?: boolean | null;
}
