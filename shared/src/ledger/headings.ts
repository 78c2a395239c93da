/** One of the year's task headings, as the ledger refers to it: the report's own list, data of the year. */
export interface LedgerHeading {
  readonly id: string;
  readonly ordinal: number;
  readonly title: string;
  /** What narrow places show: “码上诚信”. */
  readonly shortTitle: string;
}

/** A ratio that a heading asks for (annex 1, heading eight: at least 25 %). */
export interface NumericTarget {
  readonly numeratorLabel: string;
  readonly denominatorLabel: string;
  readonly unit: string;
  /** Percent as a decimal text, inclusive: "25". */
  readonly minimumPercent: string;
}

/** A heading as a month of the ledger shows it: with the ratio that it asks for, where it asks for one. */
export interface AskingHeading extends LedgerHeading {
  readonly target?: NumericTarget | null;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A number from 1 to 99 in Chinese, as headings count: 一, 十, 十二, 二十. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = DIGITS[value % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones}`;
}

/** `（八）`. */
export function headingMark(heading: Pick<LedgerHeading, 'ordinal'>): string {
  return `（${chineseNumber(heading.ordinal)}）`;
}

/** `（八）“码上诚信”`. */
export function headingLabel(heading: Pick<LedgerHeading, 'ordinal' | 'shortTitle'>): string {
  return `${headingMark(heading)}${heading.shortTitle}`;
}

/** The heading that a cell of a list names: by number in any writing, short title, whole title, or number and title. */
export function headingNamed<T extends LedgerHeading>(headings: readonly T[], text: string): T | null {
  const plain = (name: string): string => name.replace(/[（）()“”"、．.\s]/g, '');
  const wanted = plain(text);
  const namesOf = (heading: LedgerHeading): readonly string[] => {
    const number = chineseNumber(heading.ordinal);
    const { shortTitle, title } = heading;
    return [String(heading.ordinal), number, shortTitle, title, `${number}${shortTitle}`, `${number}${title}`];
  };
  return headings.find((heading) => namesOf(heading).some((name) => plain(name) === wanted)) ?? null;
}
