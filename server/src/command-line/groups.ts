import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { GroupCommands, GroupQueries, type NewGroup } from '../features/people';
import { hasReports } from '../features/reporting';
import { CommandFailure } from './command-failure';
import { groupNamed } from './group-choice';
import { checkGroupTexts } from './group-texts';
import { withServices } from './installation';
import { writeNewText } from './text-file';
import { pathOf, type AddCommands } from './terminal';
import { readYearFile } from './year-file';
import { settingsIn, yearNumber } from './year-settings';

/** What the first administrator finds when nobody has set a group up: names to be put right with `rename-group`. */
export const FIRST_GROUP: NewGroup = {
  code: 'main',
  name: '工作专班',
  city: '',
  leadUnitName: '牵头单位',
  leadUnitFullName: '牵头单位',
  leadPhone: '',
  leadHours: '',
};

interface GroupOptions {
  readonly name: string;
  readonly city: string;
  readonly leadUnit: string;
  readonly leadFullName?: string;
  readonly phone: string;
  readonly hours: string;
  readonly year?: string;
}

const CODE = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** `create-group`, `set-year` and `template year`: a working group and what differs between its years. */
export const addGroupCommands: AddCommands = (program, terminal) => {
  program
    .command('create-group <code>')
    .description('建专班，编号用小写字母、数字和短横线')
    .requiredOption('--name <name>', '专班名称')
    .requiredOption('--city <city>', '城市')
    .requiredOption('--lead-unit <name>', '牵头单位简称')
    .option('--lead-full-name <name>', '牵头单位全称')
    .requiredOption('--phone <phone>', '牵头单位电话')
    .requiredOption('--hours <hours>', '电话有人接的时间')
    .option('--year <file>', '年度安排文件，样子见 template year')
    .action(async (code: string, options: GroupOptions) => {
      const group = newGroup(code, options);
      const year = options.year === undefined ? null : await readYearFile(pathOf(terminal, options.year));
      await withServices(terminal, { mustExist: false }, async (services) => {
        const taken = await services.get(GroupQueries).groupWithCode(code);
        if (taken !== null) throw new CommandFailure(`编号“${code}”已经有专班用了，请换一个。`);
        await services.get(GroupCommands).create(group, year);
        terminal.tell(`${group.name}建好了，编号${code}。`);
      });
    });
  program
    .command('set-year <file>')
    .description('写入专班一年的安排：截止日、提醒、节假日、填报项')
    .option('--group <code>', '专班编号；只有一个时不用写')
    .action(async (file: string, options: { readonly group?: string }) => {
      const year = await readYearFile(pathOf(terminal, file));
      await withServices(terminal, { mustExist: true }, async (services) => {
        const group = await groupNamed(services, options.group);
        await services.get(GroupCommands).setYear(group.id, year, hasReports);
        terminal.tell(`${group.name}${String(year.settings.year)}年的安排写好了。`);
      });
    });
};

/** Writes a year file to begin from: the sample group's rules in another year, with that year's holidays. */
export async function writeYearTemplate(path: string, year: string | undefined): Promise<void> {
  const settings = settingsIn(HEIHE_2022.settings, yearNumber(year ?? '2022'));
  const file = { clauseBasis: HEIHE_2022.name, settings: settings.settings, form: HEIHE_2022.form };
  await writeNewText(path, `${JSON.stringify(file, null, 2)}\n`);
}

function newGroup(code: string, options: GroupOptions): NewGroup {
  if (!CODE.test(code)) throw new CommandFailure('编号用小写字母、数字和短横线，最多32个字。');
  checkGroupTexts({ ...options });
  return {
    code,
    name: options.name,
    city: options.city,
    leadUnitName: options.leadUnit,
    leadUnitFullName: options.leadFullName ?? options.leadUnit,
    leadPhone: options.phone,
    leadHours: options.hours,
  };
}
