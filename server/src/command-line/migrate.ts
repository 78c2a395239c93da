import { installationOf, withDatabase } from './installation';
import type { AddCommands } from './terminal';

/** `migrate`: brings the tables up to date. */
export const addMigrateCommand: AddCommands = (program, terminal) => {
  program
    .command('migrate')
    .description('把数据库的表更新到最新')
    .action(async () => {
      const done = await withDatabase(installationOf(terminal), (dataSource) => dataSource.runMigrations());
      for (const { name } of done) terminal.print(name);
      terminal.tell(done.length === 0 ? '表已经是最新的。' : `更新了${String(done.length)}步，表是最新的。`);
    });
};
