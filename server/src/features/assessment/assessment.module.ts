import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications';
import { InformationModule } from '../information';
import { LedgerModule } from '../ledger';
import { ObligationsModule } from '../obligations';
import { PeopleModule, UnitNewsModule } from '../people';
import { ReportingModule } from '../reporting';
import { RulingsModule } from '../rulings';
import { SpotChecksModule } from '../spot-checks';
import { AnnualRecords } from './year/annual-records';
import { AnnualCommands } from './year/annual.commands';
import { AnnualJournal } from './year/annual.journal';
import { AnnualNotices } from './year/annual.notices';
import { AnnualHindrances } from './year/annual.hindrances';
import { AnnualQueries } from './year/annual.queries';
import { AssessmentJournal } from './assessment.journal';
import { AssessmentNotices } from './assessment.notices';
import { AssessmentQueries } from './sheet/assessment.queries';
import { ClosingCommands } from './month/closing.commands';
import { CorrectionCommands } from './month/correction.commands';
import { AnnualController } from './http/annual.controller';
import { AssessmentController } from './http/assessment.controller';
import { AssessmentClosingController } from './http/assessment-closing.controller';
import { AssessmentReviewController } from './http/assessment-review.controller';
import { QuarterController } from './http/quarter.controller';
import { ScoreController } from './http/score.controller';
import { CorrectionFindings } from './month/correction.findings';
import { CaseNameQueries } from './case-names.queries';
import { CountedWork } from './month/counted-work';
import { FixedMonthQueries } from './month/fixed-months.queries';
import { MonthClosingCommands } from './month/month-closing.commands';
import { MonthFinals } from './month/month-finals';
import { MonthListQueries } from './month/month-list.queries';
import { MonthMeasureQueries } from './month/month-measures';
import { MonthRecordQueries } from './month/month-records';
import { ObjectionClaims } from './review/objection.claims';
import { OpenEnds } from './month/open-ends';
import { PrintedSheetQueries } from './sheet/printed-sheet.queries';
import { QuarterCommands } from './quarter/quarter.commands';
import { QuarterNotices } from './quarter/quarter.notices';
import { QuarterQueries } from './quarter/quarter.queries';
import { OverdueJob } from './month/overdue.job';
import { OwedMonths } from './month/owed-months';
import { CarriedReviews } from './month/carried-reviews';
import { PublishedFacts } from './month/published-facts';
import { LetStandCommands } from './month/let-stand.commands';
import { StoodScores } from './month/stood-scores';
import { RestatedMonths } from './month/restated-months';
import { QuarterBookQueries } from './quarter/quarter-book.queries';
import { AnnualClaims } from './year/annual.claims';
import { QuarterClaims } from './quarter/quarter.claims';
import { ReviewClaims } from './review/review.claims';
import { ReviewCommands } from './review/review.commands';
import { ScoreBookQueries } from './scores/score-book.queries';
import { ScoreQueries } from './scores/score.queries';
import { ScoreRecords } from './scores/score.records';
import { ScoredYears } from './scores/scored-years';
import { EnteredSheetCommands } from './sheet/entered-sheet.commands';
import { SheetCommands } from './sheet/sheet.commands';
import { SheetRecords } from './sheet/sheet.records';
import { StandingReviews } from './review/standing-reviews';

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
  controllers: [
    AnnualController,
    AssessmentClosingController,
    AssessmentReviewController,
    AssessmentController,
    QuarterController,
    ScoreController,
  ],
  providers: [
    AnnualCommands,
    AnnualJournal,
    AnnualNotices,
    AnnualHindrances,
    AnnualQueries,
    AnnualRecords,
    AssessmentJournal,
    AssessmentNotices,
    AssessmentQueries,
    ClosingCommands,
    CorrectionCommands,
    CorrectionFindings,
    CarriedReviews,
    CaseNameQueries,
    CountedWork,
    EnteredSheetCommands,
    FixedMonthQueries,
    LetStandCommands,
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
    OverdueJob,
    OwedMonths,
    PublishedFacts,
    RestatedMonths,
    QuarterBookQueries,
    AnnualClaims,
    QuarterClaims,
    ReviewClaims,
    ReviewCommands,
    ScoreBookQueries,
    ScoreQueries,
    ScoreRecords,
    ScoredYears,
    SheetCommands,
    SheetRecords,
    StandingReviews,
    StoodScores,
  ],
})
export class AssessmentModule {}
