import { LEDGER_SHEET, ledgerSheet, type ImportPreview } from '@jiannuo/shared/ledger';
import type { Sheet } from '@jiannuo/shared/sheets';
import { LedgerYears, PlanCommands, PlanQueries } from '../features/ledger';
import { importRefusal, readExcel, writeExcel } from './excel-file';
import { groupNamed } from './group-choice';
import { withServices } from './installation';
import { pathOf, type AddCommands } from './terminal';
import { yearNumber } from './year-settings';

interface LedgerOptions {
  readonly group?: string;
  readonly year: string;
  readonly reason: string;
  readonly dryRun?: boolean;
}

const GROUP = ['--group <code>', '专班编号；只有一个时不用写'] as const;
const YEAR = ['--year <year>', '台账的年份'] as const;

/** `import-ledger` and `export-ledger`: a year's plan as an Excel file. */
export const addLedgerCommands: AddCommands = (program, terminal) => {
  program
    .command('import-ledger <file>')
    .description('从Excel导入一年的台账；有一处不对就都不导入')
    .option(...GROUP)
    .requiredOption(...YEAR)
    .option('--reason <words>', '为什么改台账', '命令行导入')
    .option('--dry-run', '只看会改什么，不导入')
    .action(async (file: string, options: LedgerOptions) => {
      const year = yearNumber(options.year);
      const workbook = await readExcel(pathOf(terminal, file), [LEDGER_SHEET]);
      await withServices(terminal, { mustExist: true }, async (services) => {
        const { id: groupId, name } = await groupNamed(services, options.group);
        const of = await services.get(LedgerYears).of(groupId, year);
        const preview = await services.get(PlanQueries).compare(of, workbook.sheets, workbook.faults);
        if (preview.faults.length > 0) throw importRefusal(preview.faults);
        const isSame = preview.changes.length === 0;
        if (options.dryRun !== true && !isSame) {
          const { planRevision } = preview;
          const order = { actor: 'command-line', groupId, year, sheets: workbook.sheets, attachmentId: null } as const;
          await services.get(PlanCommands).import({ ...order, planRevision, reason: options.reason });
        }
        terminal.print(
          isSame ? `${name}：和现在的台账一样，没有要改的。` : wordsOf(name, preview, options.dryRun === true),
        );
      });
    });
  program
    .command('export-ledger <file>')
    .description('把一年的台账导出成Excel，可以改好再导入')
    .option(...GROUP)
    .requiredOption(...YEAR)
    .action(async (file: string, options: LedgerOptions) => {
      await withServices(terminal, { mustExist: true }, async (services) => {
        const group = await groupNamed(services, options.group);
        const sheets = await services.get(PlanQueries).sheets(group.id, yearNumber(options.year));
        await writeExcel(pathOf(terminal, file), sheets);
        terminal.tell(`${group.name}${options.year}年的台账导出好了。`);
      });
    });
};

function wordsOf(name: string, preview: ImportPreview, isDryRun: boolean): string {
  const { added, changed, removed, unchanged, changes } = preview;
  const sums = `新增措施${String(added)}项、修改${String(changed)}项、去掉${String(removed)}项，没变${String(unchanged)}项。`;
  if (!isDryRun) return `${name}：${sums}`;
  const marks = { added: '新增', changed: '修改', removed: '去掉' } as const;
  const lines = changes.map(
    (change) => `${marks[change.kind]} ${change.unitName} ${change.title}：${change.words.join('；')}`,
  );
  return [`${name}：将${sums}没有导入。`, ...lines].join('\n');
}

/** The sheets of `template ledger`: the headings of the list, and how it is filled in. */
export function ledgerTemplate(): readonly Sheet[] {
  const notes = [
    ['填写说明'],
    ['一项措施一个月填一行；同一项措施各行的前几列要一样。'],
    ['编号：新的措施空着，导入后自动给；改已有的措施，编号照导出的填。'],
    ['任务标题填年度表样里的一项，例如“（五）失信主体修复”，只填“五”也行。'],
    ['责任单位填单位简称、全称或别名，一项措施一个单位。'],
    ['分管领导、责任科室、工作方案、工作联系人可以先空着，单位在小程序里补。'],
    ['有量化目标的填目标数和计量单位，例如12和户。'],
    ['月份填4月或2022-04；完成时限填那个月里的一天，例如2022-04-20，空着就是月底。'],
    ['表里没有的措施会从台账里去掉；已经完成的月份不能去掉，已经评分的月份不能改。'],
    ['不要用公式，不要合并单元格。有一处不对就都不导入，会告诉您是哪一行。'],
  ];
  return [ledgerSheet({ headings: [], units: [], plan: [] }), { name: '填写说明', rows: notes }];
}
