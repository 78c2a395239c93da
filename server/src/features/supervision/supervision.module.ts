import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations';
import { PeopleModule } from '../people';
import { AskerRecords } from './asker.records';
import { CircularCommands } from './circular.commands';
import { CircularQueries } from './circular.queries';
import { ClearedFindings } from './cleared-findings';
import { ClueGrounds } from './clue.grounds';
import { Dossiers } from './dossiers';
import { DraftChecks } from './draft.checks';
import { DraftCommands } from './draft.commands';
import { DraftTexts } from './draft.texts';
import { DraftGuards } from './draft-guards';
import { DraftingQueries } from './drafting.queries';
import { EvidenceFiles } from './evidence-files';
import { CircularController } from './http/circular.controller';
import { NoticeController } from './http/notice.controller';
import { TicketController } from './http/ticket.controller';
import { WaitingController } from './http/waiting.controller';
import { ReferenceController } from './http/reference.controller';
import { IssueLook } from './issue.look';
import { IssueSteps } from './issue.steps';
import { LadderChecks } from './ladder.checks';
import { LadderCommands } from './ladder.commands';
import { LadderJob } from './ladder.job';
import { LadderRecords } from './ladder.records';
import { LeadClaims } from './lead.claims';
import { LeadWaiting } from './lead.waiting';
import { LinkChoices } from './link.choices';
import { LapseCommands } from './lapse.commands';
import { NoticeCommands } from './notice.commands';
import { NoticeChain } from './notice.chain';
import { NoticeCounts } from './notice.counts';
import { NoticeFiles } from './notice.files';
import { NoticeLinks } from './notice.links';
import { NoticePapers } from './notice.papers';
import { NoticeQueries } from './notice.queries';
import { NoticeRecords } from './notice.records';
import { NoticeTexts } from './notice.texts';
import { Openings } from './openings';
import { ReaderCommands } from './reader.commands';
import { ReviewMail } from './review.mail';
import { ReviewReminders } from './review.reminders';
import { PriorQueries } from './prior.queries';
import { SupervisionJournal } from './supervision.journal';
import { SupervisionNews } from './supervision.news';
import { SupervisionYears } from './supervision-years';
import { TicketCommands } from './ticket.commands';
import { TicketContacts } from './ticket.contacts';
import { TicketMail } from './ticket.mail';
import { TicketQueries } from './ticket.queries';
import { TicketSteps } from './ticket.steps';
import { TicketSubject } from './ticket.subject';
import { Timeline } from './timeline';

/** Notices of the lead unit and the tickets they make: slips, warnings, orders, talks, clues (art. 5, 13-16). */
@Module({
  imports: [ObligationsModule, PeopleModule],
  controllers: [NoticeController, TicketController, CircularController, ReferenceController, WaitingController],
  providers: [
    AskerRecords,
    CircularCommands,
    CircularQueries,
    ClearedFindings,
    ClueGrounds,
    Dossiers,
    DraftChecks,
    DraftCommands,
    DraftGuards,
    DraftingQueries,
    DraftTexts,
    EvidenceFiles,
    IssueLook,
    IssueSteps,
    LadderChecks,
    LadderCommands,
    LadderJob,
    LadderRecords,
    LapseCommands,
    LeadClaims,
    LeadWaiting,
    LinkChoices,
    NoticeChain,
    NoticeCommands,
    NoticeCounts,
    NoticeFiles,
    NoticeLinks,
    NoticePapers,
    NoticeQueries,
    NoticeRecords,
    NoticeTexts,
    Openings,
    ReaderCommands,
    ReviewMail,
    ReviewReminders,
    PriorQueries,
    SupervisionJournal,
    SupervisionNews,
    SupervisionYears,
    TicketCommands,
    TicketContacts,
    TicketMail,
    TicketQueries,
    TicketSteps,
    TicketSubject,
    Timeline,
  ],
  exports: [
    ClearedFindings,
    DraftCommands,
    DraftGuards,
    EvidenceFiles,
    LadderCommands,
    NoticeChain,
    Openings,
    SupervisionYears,
  ],
})
export class SupervisionModule {}
