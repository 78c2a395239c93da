/**
 * What a month's burden is counted in: everything that a unit had to do by a time in the month, among it reports and
 * self-assessments with their corrections, and answers, rectifications and decided matters; the notices that it received,
 * among them those that ask for material, and among these those that ask again for what was held; and the inspections
 * that it was told of. Copies (抄送) and what is for named persons alone count nowhere.
 */
export const BURDEN_COLUMNS = ['owed', 'reports', 'answers', 'notices', 'materials', 'repeats', 'inspections'] as const;
export type BurdenColumn = (typeof BURDEN_COLUMNS)[number];

/** What screens and files call each column. */
export const BURDEN_COLUMN_TITLES: Readonly<Record<BurdenColumn, string>> = {
  owed: '要办',
  reports: '月报自查',
  answers: '反馈整改',
  notices: '通知',
  materials: '要材料',
  repeats: '重复要',
  inspections: '督导',
};

/** How the numbers are to be read, under every sheet of them. */
export const BURDEN_NOTES: readonly string[] = [
  '“要办”是本月到期的各项，签收不另算。通知、要材料、督导按发出的月份算。',
  '“重复要”是已经有了又写理由再要的。',
  '抄送和限知悉的件不算。不排名次。',
];

/** The numbers of all units together. */
export function burdenSums(
  rows: readonly Readonly<Record<BurdenColumn, number>>[],
): Readonly<Record<BurdenColumn, number>> {
  const sums = BURDEN_COLUMNS.map((column) => {
    return [column, rows.reduce((sum, row) => sum + row[column], 0)] as const;
  });
  return Object.fromEntries(sums) as Record<BurdenColumn, number>;
}
