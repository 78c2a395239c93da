import type { MeView, Role } from '@jiannuo/shared/people';
import { shellOf } from './shell';

function shellFor(role: Role) {
  const current = { role, unit: { name: '市专班牵头单位' }, section: '综合科' };
  return shellOf({ current, isDemo: false } as MeView, { toDo: 2, toSupervise: 1, toAssess: 4, toReview: 3 });
}

it('counts what waits for review beside 审核, below on a phone and at the side on a desk', () => {
  const { tabs, side } = shellFor('lead-officer');
  expect(tabs.map(({ label, badge }) => `${label} ${String(badge)}`)).toEqual(['看板 0', '审核 3', '收件 2', '我的 0']);
  expect(side.find(({ label }) => label === '审核')?.badge).toBe(3);
  expect(side.find(({ label }) => label === '督导')?.badge).toBe(1);
  expect(side.find(({ label }) => label === '考评')?.badge).toBe(4);
});

it('counts no reviews for who writes reports', () => {
  expect(shellFor('liaison').tabs.find(({ slot }) => slot === 'work')?.badge).toBe(0);
});
