import { OrphanedInspections } from '../features/inspections';
import { OrphanedNotices } from '../features/supervision';
import { CommandFailure } from './command-failure';
import { groupNamed } from './group-choice';
import { withServices } from './installation';
import type { AddCommands } from './terminal';

interface Options {
  readonly group?: string;
  readonly number?: string;
  readonly person?: string;
  readonly reason?: string;
}

/** `name-reader`: who reads a confidential notice or goes on with an unannounced inspection, once nobody left in the lead unit may know of it. */
export const addNameReaderCommand: AddCommands = (program, terminal) => {
  program
    .command('name-reader')
    .description('限知悉的件在牵头单位没有知悉人了，按分管领导的指定换一位；不写文号就列出有哪些')
    .option('--group <code>', '专班编号；只有一个时不用写')
    .option('--number <number>', '文号，如“问题线索〔2022〕1号”；没有文号的，写列出的那串编号')
    .option('--person <name>', '接替的经办人姓名')
    .option('--reason <reason>', '谁指定的，为什么')
    .action(async ({ group: code, number, person, reason }: Options) => {
      if (number !== undefined && (person === undefined || reason === undefined)) {
        throw new CommandFailure('还没写由谁接替和理由，请写 --person 和 --reason。');
      }
      await withServices(terminal, { mustExist: true }, async (services) => {
        const group = await groupNamed(services, code);
        const notices = services.get(OrphanedNotices);
        const inspections = services.get(OrphanedInspections);
        const unread = await inspections.of(group.id);
        if (number === undefined) {
          const all = [...(await notices.of(group.id)), ...unread];
          terminal.tell(all.length === 0 ? '没有这样的件。' : '牵头单位没有知悉人的件：');
          // What has no number yet is named by its id.
          for (const { isIssued, id, number: cited } of all) terminal.print(isIssued ? cited : `${id}　${cited}`);
          return;
        }
        const orphans = unread.some(({ id }) => id === number) ? inspections : notices;
        const named = await orphans.name(group.id, { number, personName: person ?? '', reason: reason ?? '' });
        terminal.tell(`${named.number}改由${person ?? ''}知悉，已经记下，只告诉了本人。`);
      });
    });
};
