import type { Delivery } from '../supervision';

/** How an order stands that 逊克县 has not answered. */
export const SAMPLE_DELIVERY: Delivery = {
  unitId: 'u1',
  unitName: '逊克县',
  state: 'working',
  answer: 'feedback',
  openedAt: null,
  deeds: [],
  answerDueAt: '2022-05-25T10:00:00.000Z',
  grantedUntil: null,
  shelteredUntil: null,
  answerId: null,
};
