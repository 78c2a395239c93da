import type { MessageRegistry } from '../kernel';

/** What people read when something about the burden of units is refused. */
export const BURDEN_MESSAGES = {
  'burden.held-already': ({ title, count }) =>
    `已经有或者本来就要报：${String(title)}${count === 1 ? '' : `等${String(count)}份`}。还要的，请写理由。`,
  'burden.unit-not-found': () => '没有这家单位，请返回再看。',
} satisfies MessageRegistry;
