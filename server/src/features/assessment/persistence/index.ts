import { AnnualMissingMonthEntity } from './annual-missing-month.entity';
import { AnnualResultEntity } from './annual-result.entity';
import { AnnualYearEntity } from './annual-year.entity';
import { AssessmentEntity } from './assessment.entity';
import { AssessmentDraftEntity } from './assessment-draft.entity';
import { AssessmentLetStandEntity } from './assessment-let-stand.entity';
import { AssessmentObjectionEntity } from './assessment-objection.entity';
import { AssessmentReviewEntity } from './assessment-review.entity';
import { AssessmentSheetEntity } from './assessment-sheet.entity';
import { QuarterResultEntity } from './quarter-result.entity';
import { ScoreEntity } from './score.entity';

/** The tables of this subject. */
export const ASSESSMENT_ENTITIES = [
  AssessmentEntity,
  AssessmentDraftEntity,
  AssessmentSheetEntity,
  AssessmentReviewEntity,
  AssessmentObjectionEntity,
  AssessmentLetStandEntity,
  ScoreEntity,
  AnnualResultEntity,
  AnnualYearEntity,
  AnnualMissingMonthEntity,
  QuarterResultEntity,
] as const;
