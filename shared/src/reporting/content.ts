import type { DateText } from '../kernel';
import type { Evidence, LedgerHeading, NumericTarget, RatioFigures } from '../ledger';

export type { NumericTarget } from '../ledger';

/** One of the year's task headings (annex 1, 一): data, not code. */
export interface Heading extends LedgerHeading {
  /** Whether “本月无此项任务” may be declared, with a reason. */
  readonly mayDeclareNone: boolean;
  readonly target: NumericTarget | null;
}
/** The year's form: headings, and the words around them. */
export interface ReportForm {
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly isSealRequired: boolean;
}

/** One piece of work under a heading: 标题, 具体工作内容, 工作成果. */
export interface WorkItem {
  readonly id: string;
  readonly title: string;
  readonly work: string;
  readonly result: string;
  readonly evidence: readonly Evidence[];
}
/** The two figures of a heading's ratio, as the ledger keeps them too. */
export type TargetFigures = RatioFigures;
export interface HeadingContent {
  readonly id: string;
  readonly items: readonly WorkItem[];
  /** Reason for “本月无此项任务”; null when not declared. */
  readonly noneReason: string | null;
  readonly target: TargetFigures | null;
}
export interface TextLine {
  readonly id: string;
  readonly text: string;
}
/** What an officer fills in (annex 1): headings, problems, next month's plan, sign-off. */
export interface ReportContent {
  readonly headings: readonly HeadingContent[];
  readonly problems: readonly TextLine[];
  readonly plans: readonly TextLine[];
  readonly signOff: { readonly signer: string; readonly date: DateText | ''; readonly sealAttachmentId: string | null };
}

/** Limits in code points, inclusive. */
export const REPORT_LIMITS = {
  itemsPerHeading: 20,
  evidencePerItem: 20,
  linesPerList: 30,
  title: 200,
  text: 5000,
  reason: 200,
  evidenceTitle: 200,
  signer: 50,
  figureDigits: 15,
  /** The whole content as JSON, in bytes. */
  bytes: 262_144,
} as const;
