import type { EvidenceKind, Heading } from './content';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A number from 1 to 99 in Chinese, as headings count: 一, 十, 十二, 二十. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = DIGITS[value % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones}`;
}

/** `（八）`. */
export function headingMark(heading: Pick<Heading, 'ordinal'>): string {
  return `（${chineseNumber(heading.ordinal)}）`;
}

/** `（八）“码上诚信”`. */
export function headingLabel(heading: Pick<Heading, 'ordinal' | 'shortTitle'>): string {
  return `${headingMark(heading)}${heading.shortTitle}`;
}

/** `第1条`, counting from an index of 0. */
export function lineLabel(index: number): string {
  return `第${String(index + 1)}条`;
}

/** What the parts of a report are called on screens and in documents (annex 1). */
export const PART_LABELS = {
  headings: '工作完成情况',
  problems: '存在的问题',
  plans: '下月工作计划',
  signOff: '落款',
} as const;

/** What the fields are called. */
export const FIELD_LABELS = {
  title: '标题',
  work: '具体工作内容',
  result: '工作成果',
  evidence: '佐证材料',
  noneReason: '本月无此项任务的原因',
  asOf: '数据截至日期',
  signer: '落款人',
  date: '落款日期',
  sealAttachmentId: '盖章页',
} as const;

/** 文件, 简报, 照片, 其他 (annex 3, 填报说明2). */
export const EVIDENCE_LABELS: Readonly<Record<EvidenceKind, string>> = {
  document: '文件',
  bulletin: '简报',
  photo: '照片',
  other: '其他',
};
