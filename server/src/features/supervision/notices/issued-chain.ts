import type { Instant } from '@jiannuo/shared/kernel';
import type { Delivery, IssuedChain, LadderDeed } from '@jiannuo/shared/supervision';

/** How a delivery was kept before it kept every deed: the last of each. */
interface Earlier extends Omit<Delivery, 'deeds'> {
  readonly signedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly askedAt: Instant | null;
  readonly askedDueAt: Instant | null;
}

/** What a clue was sent with, as it was kept. */
export function readIssuedChain(text: string): IssuedChain {
  const { chain, circulars } = JSON.parse(text) as IssuedChain;
  return {
    chain: chain.map((notice) => ({ ...notice, deliveries: notice.deliveries.map(whole) })),
    circulars,
  };
}

function whole(delivery: Delivery | Earlier): Delivery {
  if ('deeds' in delivery) return delivery;
  const { signedAt, answeredAt, returnedAt, askedAt, askedDueAt, answerDueAt } = delivery;
  const kept: readonly (readonly [LadderDeed['action'], Instant | null, Instant | null])[] = [
    ['sign', signedAt, null],
    ['return', returnedAt, answerDueAt],
    ['answer', answeredAt, null],
    ['ask-extension', askedAt, askedDueAt],
  ];
  const deeds = kept.flatMap(([action, at, dueAt]) => (at === null ? [] : [{ action, at, dueAt }]));
  return { ...delivery, deeds };
}
