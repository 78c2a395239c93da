import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations';
import { PeopleModule } from '../people';
import { AskerRecords } from './tickets/asker.records';
import { CircularCommands } from './circulars/circular.commands';
import { CircularQueries } from './circulars/circular.queries';
import { ClearedFindings } from './clues/cleared-findings';
import { ClueGrounds } from './clues/clue.grounds';
import { Dossiers } from './clues/dossiers';
import { DraftChecks } from './drafting/draft.checks';
import { DraftCommands } from './drafting/draft.commands';
import { DraftTexts } from './drafting/draft.texts';
import { DraftGuards } from './drafting/draft-guards';
import { DraftingQueries } from './drafting/drafting.queries';
import { EvidenceFiles } from './tickets/evidence-files';
import { CircularController } from './http/circular.controller';
import { NoticeController } from './http/notice.controller';
import { TicketController } from './http/ticket.controller';
import { WaitingController } from './http/waiting.controller';
import { ReferenceController } from './http/reference.controller';
import { IssueLook } from './notices/issue.look';
import { IssueSteps } from './notices/issue.steps';
import { FallenGrounds } from './ladder/fallen.commands';
import { LadderChecks } from './ladder/ladder.checks';
import { LadderCommands } from './ladder/ladder.commands';
import { LadderJob } from './ladder/ladder.job';
import { LadderRecords } from './ladder/ladder.records';
import { LeadClaims } from './waiting/lead.claims';
import { LeadWaiting } from './waiting/lead.waiting';
import { LinkChoices } from './drafting/link.choices';
import { LapseCommands } from './ladder/lapse.commands';
import { NoticeCommands } from './notices/notice.commands';
import { NoticeChain } from './notices/notice.chain';
import { NoticeCounts } from './notices/notice.counts';
import { NoticeFiles } from './notices/notice.files';
import { NoticeLinks } from './drafting/notice.links';
import { NoticePapers } from './notices/notice.papers';
import { NoticeQueries } from './notices/notice.queries';
import { NoticeRecords } from './notices/notice.records';
import { NoticeTexts } from './drafting/notice.texts';
import { Openings } from './notices/openings';
import { ReaderCommands } from './clues/reader.commands';
import { ReviewMail } from './news/review.mail';
import { ReviewReminders } from './news/review.reminders';
import { OrphansModule } from './clues/orphans.module';
import { PriorQueries } from './clues/prior.queries';
import { SupervisionJournal } from './supervision.journal';
import { SupervisionNews } from './news/supervision.news';
import { SupervisionYears } from './supervision-years';
import { TicketCommands } from './tickets/ticket.commands';
import { TicketContacts } from './tickets/ticket.contacts';
import { TicketMail } from './news/ticket.mail';
import { TicketQueries } from './tickets/ticket.queries';
import { TicketSteps } from './tickets/ticket.steps';
import { TicketSubject } from './tickets/ticket.subject';
import { Timeline } from './notices/timeline';
import { UnitClaims } from './waiting/unit.claims';

/** Notices of the lead unit and the tickets they make: slips, warnings, orders, talks, clues (art. 5, 13-16). */
@Module({
  imports: [ObligationsModule, OrphansModule, PeopleModule],
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
    FallenGrounds,
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
    UnitClaims,
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
