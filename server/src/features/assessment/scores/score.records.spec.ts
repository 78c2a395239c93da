import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { aMonth } from '@jiannuo/shared/samples';
import { SeededRandomness, SettableClock, UlidIds } from '../../../platform/clock';
import type { Actor } from '../../../platform/identity';
import { ScoreRecords, type FixedScore } from './score.records';

const ACTOR = { appointmentId: 'a', personName: '张三', unitName: '牵头单位' } as Actor;
const ASSESSMENT = { id: 'a', groupId: 'g', unitId: 'u', period: '2022-05' } as const;
const FIXING = { actor: ACTOR, now: '2022-06-02T01:00:00.000Z' } as const;

function scoreBy(regulation: string): FixedScore {
  return {
    assessment: ASSESSMENT,
    month: aMonth({ regulation }).built,
    number: 1,
    kind: 'final',
    review: null,
    reason: '',
  };
}

describe('Scores of more counties than one statement takes', () => {
  it('leave no statement running when a later one cannot be reckoned, so that nothing is undone under its feet', async () => {
    let running = 0;
    const query = async (): Promise<{ affected: number }> => {
      running += 1;
      await pause(20);
      running -= 1;
      return { affected: 1 };
    };
    const records = new ScoreRecords(new UlidIds(new SettableClock(FIXING.now), new SeededRandomness('scores')));
    const tx = { queryRunner: { query } } as unknown as EntityManager;
    const scores = [...Array.from({ length: 200 }, () => scoreBy('heihe-2022')), scoreBy('no-such-regulation')];
    await expect(records.add(tx, FIXING, scores)).rejects.toThrow();
    expect(running).toBe(0);
  });
});
