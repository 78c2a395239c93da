import type { Instant } from '@jiannuo/shared/kernel';
import type { Completion, LedgerRowView, RowAction } from '@jiannuo/shared/ledger';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { now } from '../../platform/clock';
import type { ApiError } from '../../platform/http/api-error';
import { usePageHidden } from '../../platform/page-events';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { actOnRow } from './api/act-on-row.api';

/** Where what was typed is. */
export type LedgerSaveState =
  | { readonly kind: 'saved'; readonly at: Instant | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'on-device'; readonly at: Instant; readonly error: ApiError };

/** What the unit types into the rows of a month, kept on the device at every stroke and sent a moment later. */
export interface RowDrafts {
  readonly saveState: LedgerSaveState;
  readonly completionOf: (row: LedgerRowView) => Completion;
  readonly change: (row: LedgerRowView, part: Partial<Completion>) => void;
  /** Does one act with what is typed; null when it was refused. */
  readonly act: (row: LedgerRowView, action: RowAction) => Promise<LedgerRowView | null>;
}

const SEND_AFTER = 1_200;
const nameOf = (row: LedgerRowView): string => `ledger-row:${row.id}`;

/**
 * What stands in the fields at first: what was said, else the planned work, so that nothing is typed twice. What came of
 * it is never taken from the plan: a goal is no result. Who may only look sees what was said.
 */
function firstCompletion({ work, result, figure, evidence, ratio, detail, actions }: LedgerRowView): Completion {
  const isFirst = work === '' && actions.includes('record');
  const asked = ratio === undefined ? {} : { ratio };
  return { work: isFirst ? detail : work, result, figure, evidence, ...asked };
}

interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly sendNow: () => void;
}

/** What was typed and waits a moment before it is sent; all of it goes at once when the page is hidden or left. */
function useWaiting() {
  const waiting = useRef(new Map<string, Waiting>());
  const stop = useCallback((rowId: string) => {
    clearTimeout(waiting.current.get(rowId)?.timer);
    waiting.current.delete(rowId);
  }, []);
  const flush = useCallback(() => {
    waiting.current.forEach(({ sendNow }) => {
      sendNow();
    });
  }, []);
  useEffect(() => flush, [flush]);
  usePageHidden(flush);
  return {
    stop,
    start: (rowId: string, sendNow: () => void) => {
      stop(rowId);
      waiting.current.set(rowId, { sendNow, timer: setTimeout(sendNow, SEND_AFTER) });
    },
  };
}

interface Deed {
  readonly action: RowAction;
  readonly completion: Completion;
}

/** Sends one deed after the other, each with the revision that the one before it left. */
function useDeeds(onRow: (row: LedgerRowView) => void) {
  const store = useQueryClient();
  const write = useWrite();
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const revisions = useRef(new Map<string, number>());
  const [at, setAt] = useState<Instant | null>(null);
  const sendNow = async (row: LedgerRowView, { action, ...said }: Deed): Promise<LedgerRowView | null> => {
    const body = { ...said, revision: Math.max(row.revision, revisions.current.get(row.id) ?? 0) };
    const next = await write.run([row.id, action, body], (key) => actOnRow(row.id, action, body, key));
    setAt(next?.changedAt ?? now());
    if (next === null) {
      // Somebody else may have changed the row: the next try sees it as it stands.
      void store.invalidateQueries({ queryKey: QUERY_KEYS.ledger });
      return null;
    }
    revisions.current.set(row.id, next.revision);
    if (JSON.stringify(readStored(nameOf(row))) === JSON.stringify(said.completion)) removeStored(nameOf(row));
    onRow(next);
    return next;
  };
  return {
    saveState: stateOf(write.isSending, write.error, at),
    send: (row: LedgerRowView, deed: Deed): Promise<LedgerRowView | null> => {
      const sent = line.current.then(() => sendNow(row, deed));
      line.current = sent;
      return sent;
    },
  };
}

function stateOf(isSending: boolean, error: ApiError | null, at: Instant | null): LedgerSaveState {
  if (isSending) return { kind: 'saving' };
  return error === null ? { kind: 'saved', at } : { kind: 'on-device', at: at ?? now(), error };
}

/** Keeps drafts of a month's rows. `onRow` gets each row as the server has it after a write. */
export function useRowDrafts(onRow: (row: LedgerRowView) => void): RowDrafts {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Completion | undefined>>>({});
  const { saveState, send } = useDeeds(onRow);
  const waiting = useWaiting();
  const isActing = useRef(false);
  const completionOf = (row: LedgerRowView): Completion =>
    drafts[row.id] ?? readStored<Completion>(nameOf(row)) ?? firstCompletion(row);
  return {
    saveState,
    completionOf,
    change: (row, part) => {
      const completion = { ...completionOf(row), ...part };
      setDrafts((all) => ({ ...all, [row.id]: completion }));
      writeStored(nameOf(row), completion);
      waiting.start(row.id, () => {
        waiting.stop(row.id);
        void send(row, { action: 'record', completion });
      });
    },
    act: async (row, action) => {
      if (isActing.current) return null;
      isActing.current = true;
      waiting.stop(row.id);
      const next = await send(row, { action, completion: completionOf(row) });
      isActing.current = false;
      return next;
    },
  };
}
