import type { QuestionView, Replay } from '@jiannuo/shared/rulings';
import { cleanup, screen } from '@testing-library/react';
import { answerWith } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { SandboxPart } from './sandbox-part';

const READING = { sentence: '', most: '64.30' };
const REPLAY: Replay = {
  months: ['2022-04'],
  readings: [
    { ...READING, value: '0.7', name: '乘70%', isNow: true },
    { ...READING, value: '0.8', name: '乘80%', isNow: false },
  ],
  rows: [
    {
      unitId: 'u6',
      unitName: '逊克县',
      average: '50.00',
      innovation: '0.00',
      totals: ['24.50', '28.00'],
      isMoved: false,
    },
  ],
  left: [],
  moves: [],
  stays: [],
};

afterEach(cleanup);

it('replays a ruling that waits to be checked beside what holds, for whoever checks it (M4)', async () => {
  const asked: string[] = [];
  answerWith(({ path }) => {
    asked.push(path);
    return { body: REPLAY };
  });
  const rulings = [{ state: 'draft', value: '0.8' }];
  const question = { name: 'monthlyFactor', value: '0.7', rulings } as unknown as QuestionView;
  draw(<SandboxPart year={2022} question={question} chosen="0.7" />);
  await settle();
  expect(asked[0]).toContain('name=monthlyFactor&value=0.8');
  expect(screen.getByText('28.00')).toBeTruthy();
  expect(screen.getByText('排列按公文顺序，不按分数。')).toBeTruthy();
  expect(screen.getByText('最多能得')).toBeTruthy();
  expect(screen.getAllByText('64.30')).toHaveLength(2);
});
