import { readRoster, ROLE_NAMES, ROSTER_SHEETS, UNIT_KIND_NAMES } from '@jiannuo/shared/people';
import { RosterCommands, RosterQueries, rosterSheets, type RosterResult } from '../features/people';
import { CommandFailure } from './command-failure';
import { importRefusal, readExcel, writeExcel } from './excel-file';
import { groupNamed } from './group-choice';
import { writeYearTemplate } from './groups';
import { withServices } from './installation';
import { ledgerTemplate } from './ledger';
import { pathOf, type AddCommands } from './terminal';

interface GroupOption {
  readonly group?: string;
}

const SHEETS = [ROSTER_SHEETS.units, ROSTER_SHEETS.people];

/** `import`, `export` and `template`: units and persons as an Excel file. */
export const addRosterCommands: AddCommands = (program, terminal) => {
  program
    .command('import <file>')
    .description('从Excel导入单位和人员；有一处不对就都不导入')
    .option('--group <code>', '专班编号；只有一个时不用写')
    .action(async (file: string, { group: code }: GroupOption) => {
      const workbook = await readExcel(pathOf(terminal, file), SHEETS);
      if (workbook.faults.length > 0) throw importRefusal(workbook.faults);
      await withServices(terminal, { mustExist: true }, async (services) => {
        const group = await groupNamed(services, code);
        const reading = readRoster(workbook.sheets, await services.get(RosterQueries).context(group.id));
        if (!reading.ok) throw importRefusal(reading.faults);
        const result = await services.get(RosterCommands).import(group.id, reading.roster);
        terminal.print(wordsOf(group.name, result));
      });
    });
  program
    .command('export <file>')
    .description('把单位和人员导出成Excel，可以改好再导入')
    .option('--group <code>', '专班编号；只有一个时不用写')
    .action(async (file: string, { group: code }: GroupOption) => {
      await withServices(terminal, { mustExist: true }, async (services) => {
        const group = await groupNamed(services, code);
        await writeExcel(pathOf(terminal, file), await services.get(RosterQueries).sheets(group.id));
        terminal.tell(`${group.name}的单位和人员导出好了。`);
      });
    });
  program
    .command('template <what> <file>')
    .description('导出模板：units 是单位和人员的Excel，ledger 是台账的Excel，year 是年度安排的JSON')
    .option('--year <year>', '年度安排的年份')
    .action(async (what: string, file: string, options: { readonly year?: string }) => {
      if (what === 'units') await writeExcel(pathOf(terminal, file), templateSheets());
      else if (what === 'ledger') await writeExcel(pathOf(terminal, file), ledgerTemplate());
      else if (what === 'year') await writeYearTemplate(pathOf(terminal, file), options.year);
      else throw new CommandFailure('模板有三种：template units 文件，template ledger 文件，template year 文件。');
      terminal.tell('模板导出好了。');
    });
};

function wordsOf(name: string, result: RosterResult): string {
  const { newUnits, changedUnits, newAppointments, changedAppointments } = result;
  if (newUnits + changedUnits + newAppointments + changedAppointments === 0) return `${name}：和名单一样，没有要改的。`;
  const units = `新增单位${String(newUnits)}个、更新${String(changedUnits)}个`;
  return `${name}：${units}，新增人员${String(newAppointments)}人、更新${String(changedAppointments)}人。`;
}

function templateSheets() {
  const kinds = Object.values(UNIT_KIND_NAMES).join('、');
  const roles = Object.values(ROLE_NAMES).join('、');
  const notes = [
    ['填写说明'],
    ['“单位”表：序号可以不填；单位简称是平时叫的短名，不能重复；别名用顿号分开。'],
    [`类型从这些里选：${kinds}。要有一个牵头单位。`],
    ['“人员”表：单位填“单位”表里的简称、全称或别名；手机号要填11位，绑定微信要用。'],
    [`岗位从这些里选：${roles}。每个单位一名联络员；经办人和管理员设在牵头单位。`],
    ['联络员原则上是科（股）室负责人；“是否负责人”填“否”的，要写原因。'],
    ['不要用公式，不要合并单元格。有一处不对就都不导入，会告诉您是哪一行。'],
    ['例：单位表 1 / 牵头办 / 样例市牵头办公室 / 牵头单位；人员表 牵头办 / 经办人 / 经办人甲 / 13800000180'],
  ];
  return [...rosterSheets([], []), { name: '填写说明', rows: notes }];
}
