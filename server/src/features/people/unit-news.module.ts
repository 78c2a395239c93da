import { Module } from '@nestjs/common';
import { PeopleModule } from './people.module';
import { UnitNews } from './unit-news';

/** News for units. Apart from the people, because the command line knows people and no inboxes. */
@Module({ imports: [PeopleModule], providers: [UnitNews], exports: [UnitNews] })
export class UnitNewsModule {}
