import { ASSESSMENT_MESSAGES, type AnnualView } from '@jiannuo/shared/assessment';
import { formatPeriod, type Period, type Refusal } from '@jiannuo/shared/kernel';

/** Something that stands against 定稿, with the page where it is put right. */
export interface Hindrance {
  readonly sentence: string;
  /** null where there is no page for it. */
  readonly way: Way | null;
}

interface Way {
  readonly verb: string;
  readonly page: string;
  /** The month that it opens; left out where it opens at the year. */
  readonly month?: Period;
}

const WAYS: Readonly<Record<string, Way>> = {
  'assessment.annual-unruled': { verb: '去定口径', page: 'rulings/register' },
  'assessment.annual-month-unfinished': { verb: '去复核', page: 'assessment/review' },
  'assessment.annual-corrections-due': { verb: '去更正', page: 'assessment/review' },
  'assessment.annual-undecided-adjustments': { verb: '去审核', page: 'applications' },
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
  const way = WAYS[code] ?? null;
  const month = facts['period'];
  return { sentence: say(facts), way: way !== null && typeof month === 'string' ? { ...way, month } : way };
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
