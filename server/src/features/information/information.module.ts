import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations';
import { PeopleModule, UnitNewsModule } from '../people';
import { BulletinCommands } from './bulletin.commands';
import { BulletinQueries } from './bulletin.queries';
import { CreditQueries } from './credit.queries';
import { BulletinController } from './http/bulletin.controller';
import { WorkUpdateController } from './http/work-update.controller';
import { InformationJournal } from './information.journal';
import { InformationNotices } from './information.notices';
import { InformationYears } from './information-years';
import { MarkCommands } from './mark.commands';
import { MonthRules } from './month-rules';
import { PublishedMonths } from './published-months';
import { WorkUpdateCommands } from './work-update.commands';
import { WorkUpdateQueries } from './work-update.queries';

/** Work updates (工作动态) and the bulletins made of them (art. 8), and what they count (annex 2). */
@Module({
  imports: [ObligationsModule, PeopleModule, UnitNewsModule],
  controllers: [WorkUpdateController, BulletinController],
  providers: [
    BulletinCommands,
    BulletinQueries,
    CreditQueries,
    InformationJournal,
    InformationNotices,
    InformationYears,
    MarkCommands,
    MonthRules,
    PublishedMonths,
    WorkUpdateCommands,
    WorkUpdateQueries,
  ],
  exports: [CreditQueries, MonthRules, PublishedMonths],
})
export class InformationModule {}
