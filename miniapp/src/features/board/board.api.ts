import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { RemindResultView } from '@jiannuo/shared/notifications';
import { boardOfAnswer, type BoardAnswer, type BoardView } from '@jiannuo/shared/obligations';
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { correctClock } from '../../platform/clock';
import { callServer } from '../../platform/http/call-server';
import { useWish } from '../../platform/http/wish-key';

const BOARD_KEY = 'board';

/** The month's board; `null` asks for the month that runs now. It is asked again each minute, so that nine in the evening is nine in the evening. */
export function useBoard(period: Period | null): UseQueryResult<BoardView> {
  return useQuery({
    queryKey: [BOARD_KEY, period],
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
  | { readonly kind: 'extend'; readonly obligationId: string; readonly dueAt: Instant; readonly reason: string }
  | { readonly kind: 'waive'; readonly obligationId: string; readonly reason: string }
  | { readonly kind: 'unwaive'; readonly obligationId: string };

function decide(decision: BoardDecision, idempotencyKey: string): Promise<unknown> {
  const { kind, obligationId, ...body } = decision;
  return callServer({ method: 'POST', path: `/api/obligations/${obligationId}/${kind}`, body, idempotencyKey });
}

/** Extends, waives or takes a waiver back, and shows the board as it then is. */
export function useBoardDecision() {
  const client = useQueryClient();
  const send = useWish();
  return useMutation({
    mutationFn: (decision: BoardDecision) => send(decision, (key) => decide(decision, key)),
    onSuccess: () => client.invalidateQueries({ queryKey: [BOARD_KEY] }),
  });
}

/** Reminds the units behind these obligations, each at most once an evening. */
export function useRemind() {
  const client = useQueryClient();
  const send = useWish();
  return useMutation({
    mutationFn: (obligationIds: readonly string[]) =>
      send(obligationIds, (idempotencyKey) =>
        callServer<RemindResultView>({
          method: 'POST',
          path: '/api/reminders',
          body: { obligationIds },
          idempotencyKey,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [BOARD_KEY] }),
  });
}
