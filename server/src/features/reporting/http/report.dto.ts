import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { CHANNELS, type Channel } from '@jiannuo/shared/obligations';
import { REPORT_STATES, type ReportState } from '@jiannuo/shared/reporting';
import { IdField, Label, MonthField, NumberField } from '../../../platform/http';

/** Channels of a hand-in that somebody enters for the unit. */
const OUTSIDE_CHANNELS = CHANNELS.filter((channel) => channel !== 'app');
/** A version or revision number. */
const MOST = 2_147_483_647;
const MOST_FILES = 50;

/** POST /api/reports. */
export class OpenReportDto {
  @IdField('事项')
  obligationId: string;
}

/** PUT /api/reports/:id/draft, but for its `changes`, which the shared parser reads. */
export class DraftEnvelope {
  @Label('版次')
  @IsInt()
  @Min(0)
  @Max(MOST)
  revision: number;

  @Label('设备')
  @IsString()
  @MaxLength(64)
  device: string;
}

/** POST /api/reports/:id/submit, but for its `content`, which the shared parser reads; `answers` the shared decision reads. */
export class SubmitEnvelope {
  @IsOptional()
  @Label('不改的理由')
  @IsArray()
  @ArrayMaxSize(50)
  answers?: unknown[];

  @Label('版次')
  @IsInt()
  @Min(0)
  @Max(MOST)
  revision: number;

  @Label('设备')
  @IsString()
  @MaxLength(64)
  device: string;
}

/** POST /api/reports/:id/accept: the version that was read. */
export class AcceptDto {
  @IsOptional()
  @NumberField('版次')
  version?: number;
}

/** POST /api/reports/:id/return: the version that was read, how it stood, and remarks, which the shared decision reads. */
export class ReturnDto {
  @IsOptional()
  @NumberField('版次')
  version?: number;

  @IsOptional()
  @Label('状态')
  @IsIn(REPORT_STATES)
  state?: ReportState;

  @Label('退回意见')
  @IsArray()
  @ArrayMaxSize(200)
  remarks: unknown[];
}

/** POST /api/reports/enter-for, but for its `content`, which the shared parser reads. */
export class EnterForEnvelope {
  @IdField('事项')
  obligationId: string;

  @Label('报送方式')
  @IsIn(OUTSIDE_CHANNELS)
  channel: Exclude<Channel, 'app'>;

  @Label('收到时间')
  @IsString()
  @MaxLength(40)
  receivedAt: string;

  @Label('依据')
  @IsString()
  @MaxLength(4_000)
  basis: string;

  @Label('原件')
  @IsArray()
  @ArrayMaxSize(MOST_FILES)
  @IsString({ each: true })
  @Length(1, 26, { each: true })
  attachmentIds: string[];
}

/** POST /api/reports/:id/object, /api/entered-assessments/:obligationId/object. */
export class EntryObjectionDto {
  @Label('哪里不同')
  @IsString()
  @MaxLength(20_000)
  text: string;
}

/** POST /api/reports/:id/correct-time, /api/entered-assessments/:obligationId/correct-time. */
export class TimeCorrectionDto {
  @Label('收到时间')
  @IsString()
  @MaxLength(40)
  receivedAt: string;

  @Label('理由')
  @IsString()
  @MaxLength(4_000)
  reason: string;
}

/** The month of a list. */
export class ReportPeriodDto {
  @MonthField()
  period: string;
}

/** Two versions to compare. */
export class DifferencesDto {
  @Type(() => Number)
  @NumberField('前一版')
  from: number;

  @Type(() => Number)
  @NumberField('后一版')
  to: number;
}
