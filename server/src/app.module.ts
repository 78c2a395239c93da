import { Module, type DynamicModule, type Type } from '@nestjs/common';

/** The feature modules, in the order in which subjects may know each other; each feature adds its line. */
const FEATURES: Type[] = [];

/** The whole server. Controllers write their full path, such as `@Controller('api/reports')`. */
@Module({})
export class AppModule {
  static with(platform: DynamicModule): DynamicModule {
    return { module: AppModule, imports: [platform, ...FEATURES] };
  }
}
