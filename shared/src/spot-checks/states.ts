import type { Role } from '../people';

/** The life of a month's draw: nothing yet, 已公布承诺, 已摇号. */
export const SPOT_CHECK_STATES = ['unannounced', 'announced', 'drawn'] as const;
export type SpotCheckState = (typeof SPOT_CHECK_STATES)[number];

/** What is done to it: 公布承诺, 摇号 (which reveals the seed), 记结果, 撤销结果. */
export const SPOT_CHECK_ACTIONS = ['announce', 'draw', 'record-finding', 'withdraw-finding'] as const;
export type SpotCheckAction = (typeof SPOT_CHECK_ACTIONS)[number];

/** One step. */
export interface SpotCheckTransition {
  readonly action: SpotCheckAction;
  readonly from: readonly SpotCheckState[];
  readonly to: SpotCheckState;
  readonly by: readonly Role[];
  readonly article: string;
}

const ARTICLE = '附件2第三条第三项';
const BY: readonly Role[] = ['lead-officer'];

/** What may follow what (annex 2, three (3)). The promise is also announced by itself when its time has come. */
export const SPOT_CHECK_TRANSITIONS: readonly SpotCheckTransition[] = [
  { action: 'announce', from: ['unannounced'], to: 'announced', by: BY, article: ARTICLE },
  { action: 'draw', from: ['announced'], to: 'drawn', by: BY, article: ARTICLE },
  { action: 'record-finding', from: ['drawn'], to: 'drawn', by: BY, article: ARTICLE },
  { action: 'withdraw-finding', from: ['drawn'], to: 'drawn', by: BY, article: ARTICLE },
];
