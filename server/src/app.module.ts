import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Configuration } from './platform/configuration';

/** The feature modules, in the order in which subjects may know each other; each feature adds its line. */
const FEATURES: Type[] = [];

/** What only the demo has. */
const DEMO: Type[] = [];

/** The whole server. Controllers write their full path, such as `@Controller('api/reports')`. */
@Module({})
export class AppModule {
  static with(platform: DynamicModule, configuration: Configuration): DynamicModule {
    return { module: AppModule, imports: [platform, ...FEATURES, ...(configuration.isDemo ? DEMO : [])] };
  }
}
