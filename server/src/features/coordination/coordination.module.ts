import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations';
import { PeopleModule } from '../people';
import { ContactYears } from './contact-years.queries';
import { ContactCommands } from './contact.commands';
import { ContactQueries } from './contact.queries';
import { ContactRecords } from './contact.records';
import { ContactController } from './http/contact.controller';

/** How the lead unit and the units stay in touch (art. 4): the log of contacts and its months. */
@Module({
  imports: [PeopleModule, ObligationsModule],
  controllers: [ContactController],
  providers: [ContactCommands, ContactQueries, ContactRecords, ContactYears],
})
export class CoordinationModule {}
