import { gapsOf, type Gap, type ReceiptView, type ReportView, type ReturnAnswer } from '@jiannuo/shared/reporting';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { beijingToday } from '../../../platform/clock';
import { deviceName } from '../../../platform/device/device-name';
import { asApiError, type ApiError } from '../../../platform/http/api-error';
import { landOn, openPage } from '../../../platform/navigation';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWish } from '../../../platform/query/use-write';
import { loadReceipt } from '../api/load-receipt.api';
import { submitReport } from '../api/submit-report.api';
import type { DraftKeeper } from '../draft/draft-keeper';
import { isNoDraftAnyMore } from '../draft/gone';

/** How the hand-in stands. `failed` keeps everything on the device, and may be tried again. */
export type HandInPhase =
  | { readonly kind: 'writing' }
  | { readonly kind: 'sending' }
  /** `isNotIn`: no answer came, and the server has said since that nothing had arrived. */
  | { readonly kind: 'failed'; readonly error: ApiError; readonly isNotIn: boolean };

/** The way from the form to the receipt. */
export interface HandIn {
  readonly phase: HandInPhase;
  /** Checks first: answers the first missing thing and sends nothing, or sends and answers null. */
  readonly checkAndSend: () => Gap | null;
  readonly sendAgain: () => void;
  readonly goOnWriting: () => void;
}

const LOOK_EVERY = 5_000;
const NOT_THERE = 404;

/** What the server says about a hand-in whose answer was lost. */
interface Looking {
  readonly found: (receipt: ReceiptView) => void;
  readonly notIn: () => void;
}

/** While an answer is missing nobody knows whether the report is in: asks the server, until the receipt is there. */
function useLookForReceipt(report: ReportView, isUnknown: boolean, looking: Looking): void {
  const tell = useRef(looking);
  tell.current = looking;
  const known = Math.max(0, ...report.versions.map(({ number }) => number));
  useEffect(() => {
    if (!isUnknown) return undefined;
    let isOver = false;
    const look = async () => {
      const receipt = await loadReceipt(report.id).catch((error: unknown) => asApiError(error));
      if (isOver) return;
      if ('kind' in receipt) {
        if (receipt.status === NOT_THERE) tell.current.notIn();
      } else if (receipt.version > known) tell.current.found(receipt);
      else tell.current.notIn();
    };
    const timer = setInterval(() => void look(), LOOK_EVERY);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [report.id, known, isUnknown]);
}

/**
 * Hands the report in: checks, sends what is not on the server yet, sends the report, goes to the receipt.
 * After a return, `answersNow` says why nothing was changed where it was not.
 */
export function useHandIn(
  report: ReportView,
  keeper: DraftKeeper,
  answersNow: () => readonly ReturnAnswer[] = () => [],
): HandIn {
  const store = useQueryClient();
  const sendWish = useWish();
  const [phase, setPhase] = useState<HandInPhase>({ kind: 'writing' });
  const isSending = useRef(false);

  const done = (receipt: ReceiptView) => {
    keeper.finish();
    store.setQueryData(QUERY_KEYS.receipt(report.id), receipt);
    void store.invalidateQueries({ queryKey: QUERY_KEYS.obligations });
    void store.invalidateQueries({ queryKey: QUERY_KEYS.inbox });
    void store.invalidateQueries({ queryKey: QUERY_KEYS.report(report.id) });
    landOn('receipt', { id: report.id, fresh: 1 });
  };
  useLookForReceipt(report, phase.kind === 'failed' && phase.error.kind !== 'refused', {
    found: done,
    notIn: () => {
      setPhase((last) => (last.kind === 'failed' && !last.isNotIn ? { ...last, isNotIn: true } : last));
    },
  });
  const failed = (error: ApiError) => {
    if (error.code === 'reporting.draft-behind' || isNoDraftAnyMore(error))
      void store.invalidateQueries({ queryKey: QUERY_KEYS.report(report.id) });
    setPhase({ kind: 'failed', error, isNotIn: false });
  };
  const send = async () => {
    if (isSending.current) return;
    isSending.current = true;
    setPhase({ kind: 'sending' });
    try {
      keeper.keep();
      await keeper.send();
      if (keeper.conflicts.length > 0) {
        setPhase({ kind: 'writing' });
        openPage('report-conflict', { id: report.id });
        return;
      }
      const { content, revision } = keeper;
      const answers = answersNow();
      const request = { revision, device: deviceName(), content, ...(answers.length === 0 ? {} : { answers }) };
      done(await sendWish({ content, answers }, (key) => submitReport(report.id, request, key)));
    } catch (error) {
      failed(asApiError(error));
    } finally {
      isSending.current = false;
    }
  };
  return {
    phase,
    checkAndSend: () => {
      const [gap] = gapsOf(keeper.content, report.form, beijingToday());
      if (gap === undefined) void send();
      return gap ?? null;
    },
    sendAgain: () => void send(),
    goOnWriting: () => {
      void store.invalidateQueries({ queryKey: QUERY_KEYS.report(report.id) });
      setPhase({ kind: 'writing' });
    },
  };
}
