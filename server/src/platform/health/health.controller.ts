import { Controller, Get } from '@nestjs/common';
import { Database } from '../database';
import { RequestError } from '../http/domain-error';
import { Public } from '../identity/decorators';
import { WriteProbe } from './write-probe';

/** Tells a load balancer whether to send requests here. */
@Controller()
export class HealthController {
  private hasAllMigrations = false;

  constructor(
    private readonly database: Database,
    private readonly probe: WriteProbe,
  ) {}

  /** The process is alive. */
  @Public()
  @Get('healthz')
  alive(): { readonly status: 'alive' } {
    return { status: 'alive' };
  }

  /** The database answers, has every table and keeps what is written; otherwise 503. */
  @Public()
  @Get(['readyz', 'api/ready'])
  async ready(): Promise<{ readonly status: 'ready' }> {
    await this.database.rows('SELECT 1 AS one');
    this.hasAllMigrations ||= !(await this.database.dataSource.showMigrations());
    if (!this.hasAllMigrations) throw RequestError.of(503, 'database.unavailable');
    await this.probe.prove();
    return { status: 'ready' };
  }
}
