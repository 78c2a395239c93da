import type { DateText } from '../kernel';

/** One of the year's task headings (annex 1, 一): data, not code. */
export interface Heading {
  readonly id: string;
  readonly ordinal: number;
  readonly title: string;
  /** What narrow places show: “码上诚信”. */
  readonly shortTitle: string;
  /** Whether “本月无此项任务” may be declared, with a reason. */
  readonly mayDeclareNone: boolean;
  readonly target: NumericTarget | null;
}
/** A ratio that a heading asks for (annex 1, heading eight: at least 25 %). */
export interface NumericTarget {
  readonly numeratorLabel: string;
  readonly denominatorLabel: string;
  readonly unit: string;
  /** Percent as a decimal text, inclusive: "25". */
  readonly minimumPercent: string;
}
/** The year's form: headings, and the words around them. */
export interface ReportForm {
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly isSealRequired: boolean;
}

/** Kinds of evidence (annex 3, 填报说明2): 文件, 简报, 照片, 其他. */
export const EVIDENCE_KINDS = ['document', 'bulletin', 'photo', 'other'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A list entry is complete without a file (R55). */
export interface Evidence {
  readonly id: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly attachmentId: string | null;
}
/** One piece of work under a heading: 标题, 具体工作内容, 工作成果. */
export interface WorkItem {
  readonly id: string;
  readonly title: string;
  readonly work: string;
  readonly result: string;
  readonly evidence: readonly Evidence[];
}
export interface TargetFigures {
  /** Whole numbers as typed text without separators; empty while not filled. */
  readonly numerator: string;
  readonly denominator: string;
  readonly asOf: DateText | '';
}
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
