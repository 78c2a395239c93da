import { addMonths, type Instant, type Period } from '@jiannuo/shared/kernel';
import {
  dueInstant,
  reminderInstants,
  rulesFor,
  type ObligationKind,
  type ObligationSettings,
} from '@jiannuo/shared/obligations';
import { HEIHE_2022, sampleGroups } from '@jiannuo/shared/samples';
import { GroupQueries, type GroupRecord } from '../features/people';
import { CommandFailure } from './command-failure';
import { hasDatabase, installationOf, withServices, type Services } from './installation';
import type { AddCommands, Terminal } from './terminal';
import { settingsIn, yearNumber } from './year-settings';

/** One thing that falls due, as `due` prints it. */
export interface DueRow {
  readonly period: Period;
  readonly kind: ObligationKind;
  readonly title: string;
  /** The first instant that is late. */
  readonly dueAt: Instant;
  readonly reminders: readonly {
    readonly rung: string;
    readonly audience?: string | undefined;
    readonly at: Instant;
  }[];
}

/** `due`: every due time of a year with its reminders, as JSON. */
export const addDueCommand: AddCommands = (program, terminal) => {
  program
    .command('due')
    .description('一年的截止时间和提醒时间，JSON')
    .requiredOption('--year <year>', '年份，四位数')
    .option('--group <code>', '专班编号；不写时用唯一的专班，没有专班时用样例')
    .action(async (options: { readonly year: string; readonly group?: string }) => {
      const year = yearNumber(options.year);
      const kept = await keptSettings(terminal, year, options.group);
      const { settings, isAnnounced } = settingsIn(kept ?? sampleSettings(options.group), year);
      if (!isAnnounced) terminal.tell(`${String(year)}年的节假日还没有公布，只按周末算。`);
      terminal.print(JSON.stringify(dueRows(settings), null, 2));
    });
};

/** Every due time of the settings' year in order, with its reminders. */
export function dueRows(settings: ObligationSettings): readonly DueRow[] {
  const rows: DueRow[] = [];
  for (let period = settings.firstPeriod; period <= settings.lastPeriod; period = addMonths(period, 1)) {
    for (const rule of rulesFor(settings, period)) {
      const reminders = reminderInstants(rule, period, settings);
      rows.push({
        period,
        kind: rule.kind,
        title: rule.title,
        dueAt: dueInstant(rule, period, settings.calendar),
        reminders: reminders.map(({ rungId, audience, at }) => ({ rung: rungId, audience, at })),
      });
    }
  }
  return rows;
}

async function keptSettings(
  terminal: Terminal,
  year: number,
  code: string | undefined,
): Promise<ObligationSettings | null> {
  if (!hasDatabase(installationOf(terminal))) return null;
  return withServices(terminal, { mustExist: true }, async (services) => {
    const group = await chosenGroup(services, code);
    if (group === null) return null;
    const kept = await services.get(GroupQueries).groupYear(group.id, year);
    if (kept === null && !group.isSample) {
      throw new CommandFailure(`${group.name}还没有${String(year)}年的安排，请先用 set-year 写入。`);
    }
    return kept?.settings ?? null;
  });
}

async function chosenGroup(services: Services, code: string | undefined): Promise<GroupRecord | null> {
  const groups = await services.get(GroupQueries).groups();
  if (code !== undefined) return groups.find((group) => group.code === code) ?? null;
  const own = groups.filter((group) => !group.isSample);
  if (own.length > 1) {
    const codes = own.map((group) => group.code).join('、');
    throw new CommandFailure(`有几个专班，请用 --group 写明是哪个：${codes}`);
  }
  return own[0] ?? null;
}

function sampleSettings(code: string | undefined): ObligationSettings {
  const sample = code === undefined ? HEIHE_2022 : sampleGroups.find(({ key }) => key === code);
  if (sample === undefined) throw new CommandFailure(`没有编号是“${code ?? ''}”的专班。`);
  return sample.settings;
}
