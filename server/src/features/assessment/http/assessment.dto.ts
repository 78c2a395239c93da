import { Type } from 'class-transformer';
import {
  IsBoolean,
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
import { Label } from '../../../platform/http';

const PERIOD = /^\d{4}-(?:0[1-9]|1[0-2])$/;
/** A version or revision number. */
const MOST = 2_147_483_647;
/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4_000;

/** POST /api/assessments. */
export class OpenAssessmentDto {
  @Label('事项')
  @IsString()
  @Length(1, 26)
  obligationId: string;
}

/** The month of a list; the one that runs now when none is named. */
export class AssessmentPeriodDto {
  @Label('月份')
  @IsOptional()
  @Matches(PERIOD)
  period?: string;
}

/** GET /api/scores: the running or nearest year when none is named. */
export class ScoreYearDto {
  @Label('年份')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2999)
  year?: number;
}

/** GET /api/scores/history: the reader's own unit when none is named. */
export class ScoreHistoryDto extends ScoreYearDto {
  @Label('单位')
  @IsOptional()
  @IsString()
  @Length(1, 26)
  unitId?: string;
}

/** POST /api/assessments/finalise and …/publish. */
export class ClosedMonthDto {
  @Label('月份')
  @Matches(PERIOD)
  period: string;
}

/** PUT /api/assessments/:id/draft; the shared parser reads the content. */
export class SheetDraftDto {
  @Label('版次')
  @IsInt()
  @Min(0)
  @Max(MOST)
  revision: number;

  @Label('自查评分')
  @IsObject()
  content: object;
}

/** POST /api/assessments/:id/submit: the draft, and the total that was read. */
export class SubmitSheetDto extends SheetDraftDto {
  @Label('自评总分')
  @IsString()
  @MaxLength(12)
  total: string;
}

/** PUT /api/assessments/:id/review and POST …/confirm; the shared parser reads the review. */
export class ReviewDto {
  @Label('版次')
  @IsInt()
  @Min(1)
  @Max(MOST)
  version: number;

  @Label('复核')
  @IsObject()
  review: object;
}

/** POST /api/assessments/:id/correct. */
export class CorrectDto extends ReviewDto {
  @Label('更正理由')
  @IsString()
  @MaxLength(ROUGHLY)
  reason: string;
}

/** POST /api/assessments/:id/object. */
export class ObjectionDto {
  @Label('项目')
  @IsString()
  @MaxLength(16)
  line: string;

  @Label('异议')
  @IsString()
  @MaxLength(ROUGHLY)
  text: string;
}

/** POST /api/assessments/:id/answer. */
export class AnswerDto {
  @Label('答复')
  @IsBoolean()
  isUpheld: boolean;

  @Label('理由')
  @IsString()
  @MaxLength(ROUGHLY)
  reason: string;
}
