import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { FINDING_LIMITS, VERDICTS, type Verdict } from '@jiannuo/shared/spot-checks';
import { IdField, Label, MonthField } from '../../../platform/http';

/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4;

/** The month of a draw. */
export class SpotCheckPeriodDto {
  @MonthField()
  period: string;
}

/** The month of a draw to look at; the running or nearest one when none is named. */
export class SpotCheckViewDto {
  @IsOptional()
  @MonthField()
  period?: string;
}

/** POST /api/spot-checks/findings. */
export class SpotCheckFindingDto extends SpotCheckPeriodDto {
  @IdField('单位')
  unitId: string;

  @IdField('措施')
  measureId: string;

  @Label('结果')
  @IsIn(VERDICTS)
  verdict: Verdict;

  @Label('情况')
  @IsString()
  @MaxLength(FINDING_LIMITS.text * ROUGHLY)
  text: string;

  @Label('佐证')
  @IsArray()
  @ArrayMaxSize(FINDING_LIMITS.files)
  @IsString({ each: true })
  @Length(1, 26, { each: true })
  attachmentIds: string[];
}

/** POST /api/spot-checks/findings/:id/withdraw. */
export class WithdrawFindingDto {
  @Label('理由')
  @IsString()
  @MaxLength(FINDING_LIMITS.reason * ROUGHLY)
  reason: string;
}
