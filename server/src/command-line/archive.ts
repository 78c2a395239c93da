import { backUp } from './archive/backup';
import { restore } from './archive/restore';
import { CommandFailure } from './command-failure';
import { hasDatabase, installationOf } from './installation';
import { pathOf, type AddCommands } from './terminal';

/** `backup` and `restore`: everything in one file that fits either database. */
export const addArchiveCommands: AddCommands = (program, terminal) => {
  program
    .command('backup <file>')
    .description('备份全部数据和附件到一个文件，不用停服务')
    .action(async (file: string) => {
      const configuration = installationOf(terminal);
      if (!hasDatabase(configuration)) throw new CommandFailure('这里还没有数据，没有可备份的。请核对DATA_DIR。');
      const { rows, files } = await backUp(configuration, pathOf(terminal, file));
      terminal.print(`备份好了：记录${String(rows)}条，附件${String(files)}个。`);
    });
  program
    .command('restore <file>')
    .description('从备份恢复，只能恢复到空的数据库')
    .action(async (file: string) => {
      const { rows, files } = await restore(installationOf(terminal), pathOf(terminal, file));
      terminal.print(`恢复好了：记录${String(rows)}条，附件${String(files)}个。`);
    });
};
