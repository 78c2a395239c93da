import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications';
import { InformationModule } from '../information';
import { LedgerModule } from '../ledger';
import { ObligationsModule } from '../obligations';
import { PeopleModule, UnitNewsModule } from '../people';
import { ReportingModule } from '../reporting';
import { RulingsModule } from '../rulings';
import { SpotChecksModule } from '../spot-checks';
import { AnnualRecords } from './annual-records';
import { AnnualCommands } from './annual.commands';
import { AnnualJournal } from './annual.journal';
import { AnnualNotices } from './annual.notices';
import { AnnualQueries } from './annual.queries';
import { AssessmentJournal } from './assessment.journal';
import { AssessmentNotices } from './assessment.notices';
import { AssessmentQueries } from './assessment.queries';
import { ClosingCommands } from './closing.commands';
import { AnnualController } from './http/annual.controller';
import { AssessmentController } from './http/assessment.controller';
import { AssessmentReviewController } from './http/assessment-review.controller';
import { QuarterController } from './http/quarter.controller';
import { ScoreController } from './http/score.controller';
import { CorrectionFindings } from './correction.findings';
import { CaseNameQueries } from './case-names.queries';
import { CountedWork } from './counted-work';
import { FixedMonthQueries } from './fixed-months.queries';
import { MonthClosingCommands } from './month-closing.commands';
import { MonthFinals } from './month-finals';
import { MonthListQueries } from './month-list.queries';
import { MonthMeasureQueries } from './month-measures';
import { MonthRecordQueries } from './month-records';
import { ObjectionClaims } from './objection.claims';
import { OpenEnds } from './open-ends';
import { PrintedSheetQueries } from './printed-sheet.queries';
import { QuarterCommands } from './quarter.commands';
import { QuarterNotices } from './quarter.notices';
import { QuarterQueries } from './quarter.queries';
import { OwedMonths } from './owed-months';
import { RestatedMonths } from './restated-months';
import { QuarterBookQueries } from './quarter-book.queries';
import { QuarterClaims } from './quarter.claims';
import { ReviewClaims } from './review.claims';
import { ReviewCommands } from './review.commands';
import { ScoreBookQueries } from './score-book.queries';
import { ScoreQueries } from './score.queries';
import { ScoreRecords } from './score.records';
import { ScoredYears } from './scored-years';
import { SheetCommands } from './sheet.commands';
import { StandingReviews } from './standing-reviews';

/** Self-assessment, review, objection, final score, publication and correction of the counties' months (annexes 2 and 3). */
@Module({
  imports: [
    PeopleModule,
    ObligationsModule,
    LedgerModule,
    ReportingModule,
    InformationModule,
    RulingsModule,
    ApplicationsModule,
    SpotChecksModule,
    UnitNewsModule,
  ],
  controllers: [AnnualController, AssessmentReviewController, AssessmentController, QuarterController, ScoreController],
  providers: [
    AnnualCommands,
    AnnualJournal,
    AnnualNotices,
    AnnualQueries,
    AnnualRecords,
    AssessmentJournal,
    AssessmentNotices,
    AssessmentQueries,
    ClosingCommands,
    CorrectionFindings,
    CaseNameQueries,
    CountedWork,
    FixedMonthQueries,
    MonthClosingCommands,
    MonthFinals,
    MonthListQueries,
    MonthMeasureQueries,
    MonthRecordQueries,
    ObjectionClaims,
    OpenEnds,
    PrintedSheetQueries,
    QuarterCommands,
    QuarterNotices,
    QuarterQueries,
    OwedMonths,
    RestatedMonths,
    QuarterBookQueries,
    QuarterClaims,
    ReviewClaims,
    ReviewCommands,
    ScoreBookQueries,
    ScoreQueries,
    ScoreRecords,
    ScoredYears,
    SheetCommands,
    StandingReviews,
  ],
})
export class AssessmentModule {}
