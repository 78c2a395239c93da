import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations';
import { UnitNewsModule } from '../people';
import { SupervisionModule } from '../supervision';
import { ConcealedRecords } from './concealed.records';
import { FindingAskers } from './finding.askers';
import { FindingCommands } from './finding.commands';
import { FindingNoticeCommands } from './finding-notice.commands';
import { FindingFiles } from './finding.files';
import { FindingGuard } from './finding.guard';
import { FindingQueries } from './finding.queries';
import { FindingController } from './http/finding.controller';
import { InspectedController } from './http/inspected.controller';
import { InspectionController } from './http/inspection.controller';
import { InspectedQueries } from './inspected.queries';
import { InspectionCommands } from './inspection.commands';
import { InspectionJournal } from './inspection.journal';
import { InspectionNews } from './inspection.news';
import { InspectionQueries } from './inspection.queries';
import { OrphanClaims } from './orphan.claims';
import { InspectionOrphansModule } from './orphans.module';
import { RectificationCommands } from './rectification.commands';
import { RectificationSteps } from './rectification.steps';
import { ReleaseSteps } from './release.steps';

/** Inspections by article 11, with their findings and what is put right. */
@Module({
  imports: [InspectionOrphansModule, ObligationsModule, SupervisionModule, UnitNewsModule],
  controllers: [FindingController, InspectedController, InspectionController],
  providers: [
    ConcealedRecords,
    FindingAskers,
    FindingCommands,
    FindingFiles,
    FindingGuard,
    FindingNoticeCommands,
    FindingQueries,
    InspectedQueries,
    InspectionCommands,
    InspectionJournal,
    InspectionNews,
    InspectionQueries,
    OrphanClaims,
    RectificationCommands,
    RectificationSteps,
    ReleaseSteps,
  ],
})
export class InspectionsModule {}
