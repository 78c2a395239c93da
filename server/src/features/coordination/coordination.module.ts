import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations';
import { PeopleModule } from '../people';
import { ContactYears } from './contact-years.queries';
import { ContactCommands } from './contact.commands';
import { ContactQueries } from './contact.queries';
import { ContactRecords } from './contact.records';
import { ContactController } from './http/contact.controller';
import { MatterController } from './http/matter.controller';
import { MatterCommands } from './matter.commands';
import { MatterJournal } from './matter.journal';
import { MatterNews } from './matter.news';
import { MatterParts } from './matter.parts';
import { MatterQueries } from './matter.queries';
import { MatterSteps } from './matter.steps';
import { MatterSubject } from './matter.subject';
import { RaisingCommands } from './raising.commands';

/** How the lead unit and the units stay in touch (art. 1, 4): the log of contacts and its months, and the register of matters. */
@Module({
  imports: [PeopleModule, ObligationsModule],
  controllers: [ContactController, MatterController],
  providers: [
    ContactCommands,
    ContactQueries,
    ContactRecords,
    ContactYears,
    MatterCommands,
    MatterJournal,
    MatterNews,
    MatterParts,
    MatterQueries,
    MatterSteps,
    MatterSubject,
    RaisingCommands,
  ],
})
export class CoordinationModule {}
