import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { LedgerJournal } from './ledger.journal';
import { PlanCommands } from './plan.commands';
import { LedgerYears } from './plan.context';
import { PlanQueries } from './plan.queries';
import { PlanWriter } from './plan.writer';

/** The year's plan, as the command line needs it too. */
@Module({
  imports: [PeopleModule],
  providers: [LedgerJournal, LedgerYears, PlanCommands, PlanQueries, PlanWriter],
  exports: [LedgerJournal, LedgerYears, PlanCommands, PlanQueries],
})
export class LedgerPlanModule {}
