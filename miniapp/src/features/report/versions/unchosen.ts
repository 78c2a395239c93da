import { addWholeDays, type Instant } from '@jiannuo/shared/kernel';
import { now } from '../../../platform/clock';
import { readStored, writeStored } from '../../../platform/storage';

/** A text that was not chosen, kept on this device beside what the server keeps. */
export interface Unchosen {
  readonly path: string;
  readonly words: string;
  readonly device: string;
  readonly at: Instant;
}

const DAYS = 30;

function nameOf(reportId: string): string {
  return `unchosen/${reportId}`;
}

/** The texts of one report that were not chosen on this device in the last 30 days, latest first. */
export function unchosenOf(reportId: string): readonly Unchosen[] {
  const since = addWholeDays(now(), -DAYS);
  return (readStored<readonly Unchosen[]>(nameOf(reportId)) ?? []).filter(({ at }) => at >= since);
}

/** Keeps a text that was not chosen. */
export function keepUnchosen(reportId: string, text: Omit<Unchosen, 'at'>): void {
  writeStored(nameOf(reportId), [{ ...text, at: now() }, ...unchosenOf(reportId)]);
}
