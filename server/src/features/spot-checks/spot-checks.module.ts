import { Module } from '@nestjs/common';
import { InformationModule } from '../information';
import { LedgerModule } from '../ledger';
import { ObligationsModule } from '../obligations';
import { PeopleModule, UnitNewsModule } from '../people';
import { AnnouncementCommands } from './announcement.commands';
import { DrawCommands } from './draw.commands';
import { FindingCommands } from './finding.commands';
import { FindingQueries } from './finding.queries';
import { FindingRecords } from './finding.records';
import { SpotCheckController } from './http/spot-check.controller';
import { SpotCheckJobs } from './spot-check.job';
import { SpotCheckNotices } from './spot-check.notices';
import { SpotCheckQueries } from './spot-check.queries';
import { SpotCheckRecords } from './spot-check.records';

/** The monthly spot check by a lot that anybody can compute again (annex 2, three (3)), and what it finds. */
@Module({
  imports: [InformationModule, LedgerModule, ObligationsModule, PeopleModule, UnitNewsModule],
  controllers: [SpotCheckController],
  providers: [
    AnnouncementCommands,
    DrawCommands,
    FindingCommands,
    FindingQueries,
    FindingRecords,
    SpotCheckJobs,
    SpotCheckNotices,
    SpotCheckQueries,
    SpotCheckRecords,
  ],
  exports: [FindingRecords, SpotCheckQueries],
})
export class SpotChecksModule {}
