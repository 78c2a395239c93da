import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IdField, Label, MonthField, NumberField, YearField } from '../../../platform/http';

/** A version or revision number. */
const MOST = 2_147_483_647;
/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4_000;

/** POST /api/assessments. */
export class OpenAssessmentDto {
  @IdField('事项')
  obligationId: string;
}

/** The month of a list; the one that runs now when none is named. */
export class AssessmentPeriodDto {
  @IsOptional()
  @MonthField()
  period?: string;
}

/** GET /api/scores: the running or nearest year when none is named. */
export class ScoreYearDto {
  @IsOptional()
  @Type(() => Number)
  @YearField()
  year?: number;
}

/** GET /api/scores/history: the reader's own unit when none is named. */
export class ScoreHistoryDto extends ScoreYearDto {
  @IsOptional()
  @IdField('单位')
  unitId?: string;
}

/** GET /api/scores/export: a year, or one month of it. */
export class ScoreBookDto extends ScoreYearDto {
  @IsOptional()
  @MonthField()
  period?: string;
}

/** GET /api/scores/history/export: the reader's own unit when none is named. */
export class CountyBookDto extends ScoreBookDto {
  @IsOptional()
  @IdField('单位')
  unitId?: string;
}

/** POST /api/assessments/finalise and …/publish. */
export class ClosedMonthDto {
  @MonthField()
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
  @NumberField('版次')
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

/** POST /api/assessments/:id/agree. */
export class AgreementDto {
  @NumberField('版次')
  version: number;
}

/** POST /api/assessments/:id/let-stand. */
export class LetStandDto {
  @NumberField('版次')
  version: number;

  @Label('不用更正的理由')
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
  @NumberField('异议')
  number: number;

  @Label('答复')
  @IsBoolean()
  isUpheld: boolean;

  @Label('理由')
  @IsString()
  @MaxLength(ROUGHLY)
  reason: string;
}
