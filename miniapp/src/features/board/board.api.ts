import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { RemindResultView } from '@jiannuo/shared/notifications';
import { boardOfAnswer, type BoardAnswer, type BoardView } from '@jiannuo/shared/obligations';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { correctClock } from '../../platform/clock';
import { callServer } from '../../platform/http/call-server';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite, type Write } from '../../platform/query/use-write';

/** The month's board; `null` asks for the month that runs now. It is asked again each minute, so that nine in the evening is nine in the evening. */
export function useBoard(period: Period | null): UseQueryResult<BoardView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.board, period],
    queryFn: async () => {
      const answer = await callServer<BoardAnswer>({ path: `/api/board${period === null ? '' : `?period=${period}`}` });
      correctClock(answer.serverNow);
      return boardOfAnswer(answer);
    },
    refetchInterval: 60_000,
    placeholderData: (previous) => previous,
  });
}

/** What the lead unit decides about one obligation. */
export type BoardDecision =
  | {
      readonly kind: 'extend' | 'shorten';
      readonly obligationId: string;
      readonly dueAt: Instant;
      readonly reason: string;
    }
  | { readonly kind: 'waive'; readonly obligationId: string; readonly reason: string }
  | { readonly kind: 'unwaive'; readonly obligationId: string };

function decide(decision: BoardDecision, idempotencyKey: string): Promise<unknown> {
  const { kind, obligationId, ...body } = decision;
  return callServer({ method: 'POST', path: `/api/obligations/${obligationId}/${kind}`, body, idempotencyKey });
}

function remind(obligationIds: readonly string[], idempotencyKey: string): Promise<RemindResultView> {
  return callServer<RemindResultView>({
    method: 'POST',
    path: '/api/reminders',
    body: { obligationIds },
    idempotencyKey,
  });
}

/** Extends, waives or takes either back; answers whether it is done. */
export interface BoardDeciding extends Pick<Write, 'isSending' | 'error'> {
  readonly decide: (decision: BoardDecision) => Promise<boolean>;
}

/** Extends, waives or takes either back, and shows the board as it then is. */
export function useBoardDecision(): BoardDeciding {
  const { isSending, error, run } = useWrite(QUERY_KEYS.board);
  return {
    isSending,
    error,
    decide: async (decision) => (await run(decision, (key) => decide(decision, key))) !== null,
  };
}

/** Reminding, and what became of it. */
export interface Reminding extends Pick<Write, 'isSending' | 'error'> {
  readonly result: RemindResultView | null;
  readonly remind: (obligationIds: readonly string[]) => void;
}

/** Reminds the units behind these obligations, each at most once an evening. */
export function useRemind(): Reminding {
  const { isSending, error, run } = useWrite(QUERY_KEYS.board);
  const [result, setResult] = useState<RemindResultView | null>(null);
  return {
    isSending,
    error,
    result,
    remind: (obligationIds) => void run(obligationIds, (key) => remind(obligationIds, key)).then(setResult),
  };
}
