/** Kinds of evidence (annex 3, 填报说明2): 文件, 简报, 照片, 其他. */
export const EVIDENCE_KINDS = ['document', 'bulletin', 'photo', 'other'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A list entry is complete without a file (R55). */
export interface Evidence {
  readonly id: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly attachmentId: string | null;
  /** A file was chosen for it and has not arrived. Only drafts that several devices write say so; what is handed in does not. */
  readonly isAwaited?: true;
}

/** 文件, 简报, 照片, 其他 (annex 3, 填报说明2). */
export const EVIDENCE_LABELS: Readonly<Record<EvidenceKind, string>> = {
  document: '文件',
  bulletin: '简报',
  photo: '照片',
  other: '其他',
};

/** The entry without a file that is still awaited. */
export function withNameOnly({ id, title, kind, attachmentId }: Evidence): Evidence {
  return { id, title, kind, attachmentId };
}
