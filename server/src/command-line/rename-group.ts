import { cleanLine } from '@jiannuo/shared/kernel';
import { GroupCommands, type GroupNames } from '../features/people';
import { CommandFailure } from './command-failure';
import { groupNamed } from './group-choice';
import { checkGroupTexts } from './group-texts';
import { withServices } from './installation';
import type { AddCommands } from './terminal';

interface RenameOptions {
  readonly group?: string;
  readonly name?: string;
  readonly city?: string;
  readonly leadUnit?: string;
  readonly phone?: string;
  readonly hours?: string;
}

/** `rename-group`: what a working group is called, and where its lead unit is reached. Its code stays. */
export const addRenameGroupCommand: AddCommands = (program, terminal) => {
  program
    .command('rename-group')
    .description('改专班的名称、城市、牵头单位名称、电话和有人接的时间，写哪样改哪样')
    .option('--group <code>', '专班编号；只有一个时不用写')
    .option('--name <name>', '专班名称')
    .option('--city <city>', '城市')
    .option('--lead-unit <name>', '牵头单位简称')
    .option('--phone <phone>', '牵头单位电话')
    .option('--hours <hours>', '电话有人接的时间')
    .action(async ({ group: code, ...options }: RenameOptions) => {
      const names = namesIn(options);
      await withServices(terminal, { mustExist: true }, async (services) => {
        const group = await groupNamed(services, code);
        const changed = await services.get(GroupCommands).rename(group.id, names);
        const called = names.name ?? group.name;
        terminal.tell(changed ? `${called}改好了，编号还是${group.code}。` : `${called}本来就是这样，没有改。`);
      });
    });
};

function namesIn(options: Omit<RenameOptions, 'group'>): Partial<GroupNames> {
  const given = Object.entries(options).map(([option, text]) => [option, cleanLine(String(text))] as const);
  if (given.length === 0)
    throw new CommandFailure('没写要改什么，请写 --name、--city、--lead-unit、--phone 或 --hours。');
  const texts = Object.fromEntries(given) as Omit<RenameOptions, 'group'>;
  checkGroupTexts(texts);
  const { name, city, leadUnit, phone, hours } = texts;
  const names = { name, city, leadUnitName: leadUnit, leadPhone: phone, leadHours: hours };
  return Object.fromEntries(Object.entries(names).filter(([, text]) => text !== undefined));
}
