import { Controller, Get } from '@nestjs/common';
import { Configuration } from '../configuration';
import { Public } from '../identity/decorators';

/** What a page may show before anybody has signed in. */
export interface SiteView {
  readonly isDemo: boolean;
  readonly groupName: string;
  readonly filingNumber: string | null;
}

/** GET /api/site. */
@Controller('api/site')
export class SiteController {
  constructor(private readonly configuration: Configuration) {}

  /** What this installation is called, and whether it is a demo. */
  @Public()
  @Get()
  show(): SiteView {
    const { isDemo, siteName, filingNumber } = this.configuration;
    return { isDemo, groupName: siteName, filingNumber };
  }
}
