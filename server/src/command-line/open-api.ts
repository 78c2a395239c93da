import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../app.module';
import { MIGRATIONS } from '../migrations';
import { Configuration } from '../platform/configuration';
import { describeApi } from '../platform/http';
import { buildServer } from '../platform/server';
import type { AddCommands } from './terminal';

/** `openapi`: the description of every route, as JSON. It touches no data. */
export const addOpenApiCommand: AddCommands = (program, terminal) => {
  program
    .command('openapi')
    .description('接口说明，OpenAPI JSON')
    .action(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'jiannuo-openapi-'));
      try {
        terminal.print(JSON.stringify(await description(folder), null, 2));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
};

async function description(folder: string): Promise<object> {
  const configuration = new Configuration({ DEMO: '1', LOG_LEVEL: 'silent', DATA_DIR: folder });
  const options = { configuration, logDestination: { write: () => undefined } };
  const app = await buildServer(options, {
    migrations: MIGRATIONS,
    root: (platform) => AppModule.with(platform),
  });
  try {
    return describeApi(app);
  } finally {
    await app.close();
  }
}
