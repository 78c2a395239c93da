import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations';
import { PeopleModule, UnitNewsModule } from '../people';
import { EntryEvents } from './entry-events';
import { EventReaders } from './event-readers';
import { CallListController } from './http/call-list.controller';
import { ReminderController } from './http/reminder.controller';
import { ObligationSubject } from './obligation.subject';
import { Readiness } from './readiness.commands';
import { ReadinessQueries } from './readiness.queries';
import { AskedRequests } from './asked-requests';
import { ReminderPlan } from './reminder-plan';
import { ReminderCommands } from './reminder.commands';
import { ReminderJob } from './reminder.job';
import { ReminderQueries } from './reminder.queries';
import { ReminderStore } from './reminder.store';
import { ReportEvents } from './report-events';
import { TapRecords } from './tap.records';
import { TapStore } from './tap.store';

/** Reminding those who still owe, and knowing whom to call (art. 7, annex 2). */
@Module({
  imports: [PeopleModule, ObligationsModule, UnitNewsModule],
  controllers: [ReminderController, CallListController],
  providers: [
    EntryEvents,
    EventReaders,
    ObligationSubject,
    Readiness,
    ReadinessQueries,
    AskedRequests,
    ReminderCommands,
    ReminderJob,
    ReminderPlan,
    ReminderQueries,
    ReminderStore,
    ReportEvents,
    TapRecords,
    TapStore,
  ],
  exports: [ReminderPlan],
})
export class RemindersModule {}
