import { valueWords, type DraftConflict } from '@jiannuo/shared/reporting';
import { deviceName } from '../../../platform/device/device-name';
import type { FieldValue } from '../draft/edit-content';
import type { DraftKeeper } from '../draft/draft-keeper';
import { keepUnchosen } from '../versions/unchosen';

/** What is chosen for one difference: this device's text, the other's, or one made of both. */
export type Choice = { readonly side: 0 | 1 } | { readonly side: 'merged'; readonly text: string };

/** One side of a difference as a person reads it, also where there is nothing to read. */
export function sideWords(value: unknown): string {
  const words = valueWords(value);
  if (words === null) return '（这一条删去了）';
  return words === '' ? '（空着）' : words;
}

/** Puts the choice into the draft, and keeps what was not chosen where it can be found again. */
export function choose(keeper: DraftKeeper, reportId: string, conflict: DraftConflict, choice: Choice): void {
  const { path, mine, theirs, theirDevice } = conflict;
  if (choice.side !== 1) keepUnchosen(reportId, { path, words: sideWords(theirs), device: theirDevice });
  if (choice.side !== 0) keepUnchosen(reportId, { path, words: sideWords(mine), device: deviceName() });
  if (choice.side === 'merged') keeper.resolve(path, choice.text);
  else keeper.resolve(path, (choice.side === 0 ? mine : theirs) as FieldValue);
}
