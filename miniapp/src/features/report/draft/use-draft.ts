import type { DraftChange, DraftView, ReportView } from '@jiannuo/shared/reporting';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { now } from '../../../platform/clock';
import { deviceName } from '../../../platform/device/device-name';
import { isOnline, onNetworkChange } from '../../../platform/network';
import { usePageHidden } from '../../../platform/page-events';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { saveDraft } from '../api/save-draft.api';
import { DraftKeeper } from './draft-keeper';
import { isNoDraftAnyMore } from './gone';
import { sendable } from './sendable';
import { forgetKeptDraft, readKeptDraft, writeKeptDraft } from './unsent';

function keeperFor(report: ReportView, onGone: () => void): DraftKeeper {
  return new DraftKeeper(report.draft, {
    read: () => readKeptDraft(report.id),
    write: (draft) => writeKeptDraft(report.id, draft),
    forget: () => {
      forgetKeptDraft(report.id);
    },
    sendable: (base, typed) => sendable(base, typed, report.form),
    save: async (revision: number, changes: readonly DraftChange[]): Promise<DraftView> => {
      try {
        return await saveDraft(report.id, { revision, device: deviceName(), changes });
      } catch (error) {
        if (isNoDraftAnyMore(error)) onGone();
        throw error;
      }
    },
    now,
    later: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });
}

interface Held {
  readonly keeper: DraftKeeper;
  holders: number;
}

/** Pages that lie on each other (form, preview, differences) share one keeper a report. */
const held = new Map<string, Held>();

function hold(report: ReportView, onGone: () => void): DraftKeeper {
  const known = held.get(report.id) ?? { keeper: keeperFor(report, onGone), holders: 0 };
  known.holders += 1;
  held.set(report.id, known);
  return known.keeper;
}

function letGo(reportId: string): void {
  const known = held.get(reportId);
  if (known === undefined) return;
  known.keeper.leave();
  known.holders -= 1;
  if (known.holders === 0) held.delete(reportId);
}

/** The keeper of this report's draft; it sends when the network comes back, and keeps when the page is hidden or goes. */
export function useDraftKeeper(report: ReportView): DraftKeeper {
  const store = useQueryClient();
  const [keeper] = useState(() =>
    hold(report, () => void store.invalidateQueries({ queryKey: QUERY_KEYS.report(report.id) })),
  );
  useEffect(() => {
    keeper.meet(report.draft);
  }, [keeper, report.draft]);
  useEffect(() => {
    const stop = onNetworkChange(() => {
      if (isOnline()) void keeper.send();
    });
    return () => {
      stop();
      letGo(report.id);
    };
  }, [keeper, report.id]);
  usePageHidden(() => {
    keeper.leave();
  });
  return keeper;
}

const KeeperContext = createContext<DraftKeeper | null>(null);
export const DraftProvider = KeeperContext.Provider;

/** The draft being written, inside the form. */
export function useKeeper(): DraftKeeper {
  const keeper = useContext(KeeperContext);
  if (keeper === null) throw new Error('no draft around this component');
  return keeper;
}

/** Something read off the draft; the component is drawn anew only when it is different. Read texts, numbers or kept objects. */
export function useDraftValue<T>(read: (keeper: DraftKeeper) => T): T {
  const keeper = useKeeper();
  return useSyncExternalStore(
    (listener) => keeper.subscribe(listener),
    () => read(keeper),
    () => read(keeper),
  );
}

/** Draws the component anew when entries came or went, or another device's text came in. */
export function useDraftShape(): number {
  return useDraftValue((keeper) => keeper.shapeNumber);
}
