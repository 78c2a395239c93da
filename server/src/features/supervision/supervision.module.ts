import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations';
import { PeopleModule } from '../people';
import { AskerRecords } from './asker.records';
import { DraftChecks } from './draft.checks';
import { DraftCommands } from './draft.commands';
import { DraftGuards } from './draft-guards';
import { EvidenceFiles } from './evidence-files';
import { NoticeController } from './http/notice.controller';
import { TicketController } from './http/ticket.controller';
import { IssueLook } from './issue.look';
import { IssueSteps } from './issue.steps';
import { LadderChecks } from './ladder.checks';
import { LadderCommands } from './ladder.commands';
import { LadderJob } from './ladder.job';
import { LadderRecords } from './ladder.records';
import { LeadClaims } from './lead.claims';
import { LapseCommands } from './lapse.commands';
import { NoticeCommands } from './notice.commands';
import { NoticeChain } from './notice.chain';
import { NoticeFiles } from './notice.files';
import { NoticeQueries } from './notice.queries';
import { Openings } from './openings';
import { PriorCirculars } from './prior-circulars';
import { SupervisionJournal } from './supervision.journal';
import { SupervisionNews } from './supervision.news';
import { SupervisionYears } from './supervision-years';
import { TicketCommands } from './ticket.commands';
import { TicketMail } from './ticket.mail';
import { TicketQueries } from './ticket.queries';
import { TicketSteps } from './ticket.steps';
import { TicketSubject } from './ticket.subject';
import { Timeline } from './timeline';

/** Notices of the lead unit and the tickets they make: slips, warnings, orders, talks, clues (art. 5, 13-16). */
@Module({
  imports: [ObligationsModule, PeopleModule],
  controllers: [NoticeController, TicketController],
  providers: [
    AskerRecords,
    DraftChecks,
    DraftCommands,
    DraftGuards,
    EvidenceFiles,
    IssueLook,
    IssueSteps,
    LadderChecks,
    LadderCommands,
    LadderJob,
    LadderRecords,
    LapseCommands,
    LeadClaims,
    PriorCirculars,
    NoticeChain,
    NoticeCommands,
    NoticeFiles,
    NoticeQueries,
    Openings,
    SupervisionJournal,
    SupervisionNews,
    SupervisionYears,
    TicketCommands,
    TicketMail,
    TicketQueries,
    TicketSteps,
    TicketSubject,
    Timeline,
  ],
  exports: [DraftGuards, EvidenceFiles, LadderCommands, DraftCommands, NoticeChain, PriorCirculars, SupervisionYears],
})
export class SupervisionModule {}
