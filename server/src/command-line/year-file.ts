import { isDateText, isPeriod, isTimeText } from '@jiannuo/shared/kernel';
import { RECURRING_KINDS } from '@jiannuo/shared/obligations';
import { UNIT_KINDS } from '@jiannuo/shared/people';
import { ADJUSTMENT_TYPES, regulationOf, REGULATIONS } from '@jiannuo/shared/scoring';
import type { NewGroupYear } from '../features/people';
import { CommandFailure } from './command-failure';
import { textIn } from './text-file';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const isWhole: Check = (value) => Number.isInteger(value);
const isClaim: Check = (value) => typeof value === 'boolean';
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const orLeftOut =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const some =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(check);
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const isDay: Check = (value) => isCount(value) && Number(value) >= 1 && Number(value) <= 31;

const RUNG: Readonly<Record<string, Check>> = { id: isText, title: isText, workingDays: isWhole, at: isTimeText };

/** Every part of a year file by its path, with what must hold of it. */
const PARTS: readonly (readonly [path: string, check: Check])[] = [
  ['clauseBasis', isText],
  ['settings.year', (value) => isCount(value) && Number(value) >= 2000 && Number(value) <= 2100],
  ['settings.firstPeriod', isPeriod],
  ['settings.lastPeriod', isPeriod],
  [
    'settings.dueRules',
    some(
      shape({
        kind: oneOf(RECURRING_KINDS),
        title: isText,
        article: isText,
        day: isDay,
        isDayInclusive: isClaim,
        cutOff: isTimeText,
        graceMinutes: isCount,
        nonWorkingDay: oneOf(['keep', 'next-working-day', 'previous-working-day']),
        unitKinds: some(oneOf(UNIT_KINDS)),
        closesAfterDays: orNull(isCount),
      }),
    ),
  ],
  ['settings.reminderPlan', listOf(shape({ ...RUNG, audience: oneOf(['liaison', 'leader']) }))],
  ['settings.workingHours', shape({ from: isTimeText, to: isTimeText })],
  ['settings.calendar', shape({ holidays: listOf(isDateText), makeUpDays: listOf(isDateText) })],
  ['settings.correctionWorkingDays', isCount],
  ['settings.entryCheckWorkingDays', (value) => value === undefined || isCount(value)],
  [
    'settings.outage',
    shape({ windowHours: isCount, minimumMinutes: isCount, extendWorkingDays: isCount, article: isText }),
  ],
  ['settings.regulation', orLeftOut(oneOf(REGULATIONS.map(({ id }) => id)))],
  ...ADJUSTMENT_TYPES.map((type): readonly [string, Check] => {
    return [`settings.adjustmentCredits.${type}`, orLeftOut(oneOf(['each-month', 'once']))];
  }),
  ['settings.contactUnitKinds', orLeftOut(some(oneOf(UNIT_KINDS)))],
  ['settings.spotCheck', orLeftOut(shape({ units: isCount, mostMonths: isCount, announceAt: isTimeText }))],
  ['settings.objectionWorkingDays', orLeftOut(isCount)],
  ['settings.firstPeriodLenient', orLeftOut(isClaim)],
  [
    'settings.supervision',
    orLeftOut(
      shape({
        signWorkingDays: isCount,
        reviewWorkingDays: isCount,
        leastNoticeWorkingDays: isCount,
        reviewReminders: orLeftOut(listOf(shape(RUNG))),
      }),
    ),
  ],
  ['form.title', isText],
  ['form.isSealRequired', isClaim],
  [
    'form.headings',
    some(
      shape({
        id: isText,
        ordinal: isCount,
        title: isText,
        shortTitle: isText,
        mayDeclareNone: isClaim,
        target: orNull(isTarget),
      }),
    ),
  ],
];

/** Reads a year of a group from a JSON file. Throws a CommandFailure that names the first part that is wrong. */
export async function readYearFile(path: string): Promise<NewGroupYear> {
  const file = parsed(await textIn(path));
  const wrong = PARTS.find(([part, check]) => !check(valueAt(file, part)));
  if (wrong !== undefined) throw new CommandFailure(`年度安排文件里“${wrong[0]}”填得不对，样子见 template year。`);
  const year = file as NewGroupYear;
  const ids = year.form.headings.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new CommandFailure('年度安排文件里有两个填报项的id一样，请改成不同的。');
  const { settings } = year;
  if (!settings.firstPeriod.startsWith(String(settings.year)) || settings.lastPeriod < settings.firstPeriod) {
    throw new CommandFailure('年度安排文件里起止月份不在这一年，或者前后颠倒，请改正。');
  }
  const cycle = regulationOf(settings.regulation ?? '')?.cycle;
  if (cycle !== undefined && !cycle.first.startsWith(String(settings.year))) {
    throw new CommandFailure('年度安排文件里的考评办法（settings.regulation）是别的年份的，请改正。');
  }
  return { clauseBasis: year.clauseBasis.slice(0, 200), settings, form: year.form };
}

function isTarget(value: unknown): boolean {
  const fields = { numeratorLabel: isText, denominatorLabel: isText, unit: isText, minimumPercent: isPercent };
  return shape(fields)(value);
}

function isPercent(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,3}(?:\.\d{1,2})?$/.test(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandFailure('年度安排文件不是JSON，样子见 template year。');
  }
}

function valueAt(file: unknown, path: string): unknown {
  let value = file;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
