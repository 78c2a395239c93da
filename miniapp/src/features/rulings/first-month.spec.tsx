import { cleanup, screen } from '@testing-library/react';
import { inBrowser } from '../../../test/drawn';
import { draw } from '../../../test/render';
import { FirstMonth } from './first-month';

beforeAll(inBrowser);
afterEach(cleanup);

describe('the question of the first month (Q7), which is a setting of the year', () => {
  it.each([
    [false, '照扣', /^4月和别的月一样扣。在2022年的年度安排文件里定/],
    [true, '不扣', /^4月迟报、漏报不扣分。在2022年的年度安排文件里定/],
  ] as const)(
    'stands in the register with what it does and where it is set (lenient: %s)',
    (isLenient, word, effect) => {
      draw(<FirstMonth year={2022} firstMonth={{ period: '2022-04', isLenient }} />);
      expect(screen.getByText('首月（4月）迟报、漏报扣不扣分')).toBeTruthy();
      expect(screen.getByText(word)).toBeTruthy();
      expect(screen.getByText(effect)).toBeTruthy();
    },
  );
});
