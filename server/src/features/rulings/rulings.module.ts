import { Module } from '@nestjs/common';
import { InformationModule } from '../information';
import { ObligationsModule } from '../obligations';
import { UnitNewsModule } from '../people';
import { GroupRegulations } from './group-regulations';
import { RulingController } from './http/ruling.controller';
import { RulingCommands } from './ruling.commands';
import { RulingJournal } from './ruling.journal';
import { RulingNotices } from './ruling.notices';
import { RulingQueries } from './ruling.queries';
import { SandboxQueries } from './sandbox.queries';
import { ScoredMonths } from './scored-months';

/** The register of rulings (解释口径, 附则): how the text is read where it is open. */
@Module({
  imports: [ObligationsModule, InformationModule, UnitNewsModule],
  controllers: [RulingController],
  providers: [
    GroupRegulations,
    RulingCommands,
    RulingJournal,
    RulingNotices,
    RulingQueries,
    SandboxQueries,
    ScoredMonths,
  ],
  exports: [GroupRegulations, RulingQueries, ScoredMonths],
})
export class RulingsModule {}
