import { Module } from '@nestjs/common';
import { InformationModule } from '../information';
import { ObligationsModule } from '../obligations';
import { GroupRegulations } from './group-regulations';
import { RulingController } from './http/ruling.controller';
import { RulingCommands } from './ruling.commands';
import { RulingQueries } from './ruling.queries';
import { SandboxQueries } from './sandbox.queries';
import { ScoredMonths } from './scored-months';

/** The register of rulings (解释口径, 附则): how the text is read where it is open. */
@Module({
  imports: [ObligationsModule, InformationModule],
  controllers: [RulingController],
  providers: [GroupRegulations, RulingCommands, RulingQueries, SandboxQueries, ScoredMonths],
  exports: [GroupRegulations, RulingQueries, ScoredMonths],
})
export class RulingsModule {}
