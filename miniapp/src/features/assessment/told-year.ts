import { ASSESSMENT_MESSAGES, type AnnualRow, type AnnualView } from '@jiannuo/shared/assessment';
import { formatPeriod, parseFraction, roundHalfUp, sumOf, type Period, type Refusal } from '@jiannuo/shared/kernel';
import { scoreYear, type Names, type TraceNode, type YearCase } from '@jiannuo/shared/scoring';

/** A county's year in numbers, each with why. */
export interface ToldYear {
  /** What would come out now, or what was fixed. */
  readonly label: string;
  readonly taskPart: string;
  readonly innovation: string;
  readonly total: string;
  readonly outOf: string;
  readonly trace: readonly TraceNode[];
}

/** A county's year as it holds, or as it would come out now; null where its reader is told nothing yet. */
export function toldYear({ results, preview }: AnnualRow): ToldYear | null {
  const fixed = results.at(-1);
  if (fixed !== undefined)
    return { ...told(fixed.year), label: fixed.kind === 'final' ? '年度成绩' : '更正后的年度成绩' };
  return preview === null ? null : { ...told(preview), label: '按现在的记录算' };
}

function told(year: YearCase): Omit<ToldYear, 'label'> {
  const { taskPart, innovation, total, trace } = scoreYear(year);
  const most = sumOf(trace.flatMap(({ outOf }) => parseFraction(outOf) ?? []));
  return { taskPart, innovation, total, trace, outOf: roundHalfUp(most) };
}

/** What the ids of a year are called. */
export function yearNames({ innovations }: AnnualRow): Names {
  return Object.fromEntries(innovations.map(({ id, title }) => [id, title]));
}

/** `已通报2个月，没完4个月，没有得分3个月`. */
export function monthSums({ months }: AnnualRow): string {
  const count = (standing: AnnualRow['months'][number]['standing']): number =>
    months.filter((month) => month.standing === standing).length;
  const parts = [
    ['已通报', count('scored')],
    ['没办完', count('unfinished')],
    ['没有得分', count('missing')],
  ] as const;
  return parts
    .filter(([, many]) => many > 0)
    .map(([words, many]) => `${words}${String(many)}个月`)
    .join('，');
}

/** Something that stands against 定稿, with the page where it is put right. */
export interface Hindrance {
  readonly sentence: string;
  /** null where there is no page for it. */
  readonly way: Way | null;
}

interface Way {
  readonly verb: string;
  readonly page: string;
}

const WAYS: Readonly<Record<string, Way>> = {
  'assessment.annual-unruled': { verb: '去定口径', page: 'rulings/register' },
  'assessment.annual-month-unfinished': { verb: '去复核', page: 'assessment/review' },
  'assessment.annual-undecided': { verb: '去认定', page: 'applications' },
};

/** What stands against 定稿, months together in one sentence. */
export function hindrancesOf({ hindrances }: AnnualView): readonly Hindrance[] {
  const months = hindrances.filter(({ code }) => code === 'assessment.annual-month-unfinished');
  const others = hindrances.filter((each) => !months.includes(each));
  const first = months[0];
  const joined = months.map(({ facts }) => String(facts['month'])).join('、');
  return [...others, ...(first === undefined ? [] : [{ ...first, facts: { month: joined } }])].map(wayOf);
}

function wayOf({ code, facts }: Refusal): Hindrance {
  const say = ASSESSMENT_MESSAGES[code as keyof typeof ASSESSMENT_MESSAGES];
  return { sentence: say(facts), way: WAYS[code] ?? null };
}

/** A month that counts 0 unless it is scored after all. */
export interface OwnedMonth {
  readonly unitId: string;
  readonly unitName: string;
  readonly month: Period;
}

/** All missing months, county by county in the official order. */
export function missingOf({ rows }: AnnualView): readonly OwnedMonth[] {
  return rows.flatMap(({ unitId, unitName, months }) =>
    months.flatMap(({ month, standing }) => (standing === 'missing' ? [{ unitId, unitName, month }] : [])),
  );
}

/** `孙吴县4月`. */
export function ownedWords({ unitName, month }: OwnedMonth): string {
  return `${unitName}${formatPeriod(month)}`;
}
