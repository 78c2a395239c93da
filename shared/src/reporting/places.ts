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
