import { Module, type DynamicModule } from '@nestjs/common';
import { LedgerPlanModule } from '../features/ledger';
import { PeopleModule } from '../features/people';
import { ApplicationPlayer } from './application-player';
import { AskedEvents } from './asked-events';
import { AssessmentPlayer } from './assessment-player';
import { ContactPlayer } from './contact-player';
import { DemoClockCommands } from './demo-clock.commands';
import { DemoHistory, SeedServices } from './demo-history';
import { DemoMemory } from './demo-memory';
import { DemoPageController } from './demo-page.controller';
import { DemoPeople } from './demo-people';
import { DemoRestart } from './demo-restart';
import { DemoWechat } from './demo-wechat';
import { DemoWorld } from './demo-world';
import { DemoController } from './demo.controller';
import { SampleLedger } from './sample-ledger';
import { SamplePlayer } from './sample-player';
import { UpdatePlayer } from './update-player';

/** The demo: two phones, a clock and sample people. It is added in demo mode only. */
@Module({})
export class DemoModule {
  static with(world: DemoWorld): DynamicModule {
    return {
      module: DemoModule,
      imports: [PeopleModule, LedgerPlanModule],
      controllers: [DemoPageController, DemoController],
      providers: [
        { provide: DemoWorld, useValue: world },
        ApplicationPlayer,
        AskedEvents,
        AssessmentPlayer,
        ContactPlayer,
        DemoClockCommands,
        DemoHistory,
        DemoMemory,
        DemoPeople,
        DemoRestart,
        DemoWechat,
        SampleLedger,
        SamplePlayer,
        UpdatePlayer,
        SeedServices,
      ],
    };
  }
}
