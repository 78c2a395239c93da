import { createHash } from 'node:crypto';
import { canonicalJson } from '@jiannuo/shared/kernel';
import type { ReportContent } from '@jiannuo/shared/reporting';

/** A content as it is stored and hashed. */
export interface ContentText {
  /** Canonical JSON: the same content gives the same text, so anyone can recompute the hash. */
  readonly text: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** The canonical text of a content with its hash (M11). */
export function textOf(content: ReportContent): ContentText {
  const text = canonicalJson(content);
  return { text, hash: digest(text) };
}

/** SHA-256, hexadecimal, of the canonical JSON of a value. */
export function hashOf(value: unknown): string {
  return digest(canonicalJson(value));
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
