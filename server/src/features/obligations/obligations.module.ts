import { Module } from '@nestjs/common';
import { AskedObligations } from './asked-obligations';
import { BoardQueries } from './board.queries';
import { GroupYears } from './group-years.queries';
import { HandIns } from './hand-in.commands';
import { BoardController } from './http/board.controller';
import { ObligationController } from './http/obligation.controller';
import { ObligationOpening } from './obligation-opening.commands';
import { ObligationRecords } from './obligation-records';
import { ObligationCommands } from './obligation.commands';
import { ObligationJobs } from './obligation.job';
import { ObligationQueries } from './obligation.queries';
import { OwedClaims } from './owed-claims';
import { OwedReviews } from './owed-reviews';
import { OwedTitles } from './owed-titles';
import { OutageMoves } from './outage-move.commands';
import { OutageWatch } from './outage-watch';
import { ReviewedMonths } from './reviewed-months';

const OPEN_TO_OTHERS = [
  AskedObligations,
  BoardQueries,
  GroupYears,
  HandIns,
  ObligationCommands,
  ObligationOpening,
  ObligationQueries,
  ObligationRecords,
  OutageMoves,
  OwedTitles,
  ReviewedMonths,
];

/** What is owed, by whom, by when, and whether it came (art. 5-10). */
@Module({
  controllers: [ObligationController, BoardController],
  providers: [...OPEN_TO_OTHERS, OutageWatch, ObligationJobs, OwedClaims, OwedReviews],
  exports: OPEN_TO_OTHERS,
})
export class ObligationsModule {}
