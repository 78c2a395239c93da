import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { ApplicationsModule } from './features/applications';
import { AssessmentModule } from './features/assessment';
import { BurdenModule } from './features/burden';
import { CoordinationModule } from './features/coordination';
import { FeedbackModule } from './features/feedback';
import { InformationModule } from './features/information';
import { InspectionsModule } from './features/inspections';
import { LedgerModule } from './features/ledger';
import { ObligationsModule } from './features/obligations';
import { PeopleModule } from './features/people';
import { RemindersModule } from './features/reminders';
import { ReportingModule } from './features/reporting';
import { RulingsModule } from './features/rulings';
import { SpotChecksModule } from './features/spot-checks';
import { SupervisionModule } from './features/supervision';
import { HeartbeatModule } from './platform/heartbeat';
import { NotificationsModule } from './platform/notifications';
import { OutboxModule } from './platform/outbox';
import { WechatModule } from './platform/wechat';

/** The feature modules, in the order in which subjects may know each other; each feature adds its line. */
const FEATURES: Type[] = [
  PeopleModule,
  ObligationsModule,
  LedgerModule,
  ReportingModule,
  InformationModule,
  CoordinationModule,
  SupervisionModule,
  InspectionsModule,
  BurdenModule,
  RulingsModule,
  ApplicationsModule,
  SpotChecksModule,
  AssessmentModule,
  RemindersModule,
  FeedbackModule,
];

/** The whole server. Controllers write their full path, such as `@Controller('api/reports')`. */
@Module({})
export class AppModule {
  /** `additions` are modules of this installation alone, such as the demo. */
  static with(platform: DynamicModule, additions: readonly DynamicModule[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [platform, OutboxModule, WechatModule, NotificationsModule, HeartbeatModule, ...FEATURES, ...additions],
    };
  }
}
