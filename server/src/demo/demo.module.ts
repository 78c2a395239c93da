import { Module, type DynamicModule } from '@nestjs/common';
import { ContactPlayer } from './contact-player';
import { DemoClockCommands } from './demo-clock.commands';
import { DemoHistory, SeedServices } from './demo-history';
import { DemoPageController } from './demo-page.controller';
import { DemoPeople } from './demo-people';
import { DemoRestart } from './demo-restart';
import { DemoWechat } from './demo-wechat';
import { DemoWorld } from './demo-world';
import { DemoController } from './demo.controller';
import { SamplePlayer } from './sample-player';
import { UpdatePlayer } from './update-player';

/** The demo: two phones, a clock and sample people. It is added in demo mode only. */
@Module({})
export class DemoModule {
  static with(world: DemoWorld): DynamicModule {
    return {
      module: DemoModule,
      controllers: [DemoPageController, DemoController],
      providers: [
        { provide: DemoWorld, useValue: world },
        ContactPlayer,
        DemoClockCommands,
        DemoHistory,
        DemoPeople,
        DemoRestart,
        DemoWechat,
        SamplePlayer,
        UpdatePlayer,
        SeedServices,
      ],
    };
  }
}
