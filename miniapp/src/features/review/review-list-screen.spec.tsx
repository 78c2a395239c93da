import { fireEvent, screen } from '@testing-library/react';
import { correctClock } from '../../platform/clock';
import { answerWith, sentCalls } from '../../../test/answers';
import { inBrowser } from '../../../test/drawn';
import { draw, settle } from '../../../test/render';
import { ReviewListScreen } from './review-list-screen';

describe('审核', () => {
  it('leads to the reports of a month that is over and that nobody has looked at', async () => {
    inBrowser();
    correctClock('2022-06-10T01:00:00.000Z');
    answerWith(({ path }) => ({
      body: {
        ...{ period: path.slice(-7), reportTitle: '招商月报' },
        ...{ rows: [], waiting: [{ period: '2022-05', count: 17 }] },
      },
    }));
    draw(<ReviewListScreen />);
    await settle();
    expect(screen.getByText('审核6月招商月报')).toBeTruthy();
    expect(screen.getByText('6月还没有交来的')).toBeTruthy();
    fireEvent.click(screen.getByText('5月还有17份没看'));
    await settle();
    expect(sentCalls().map(({ path }) => path)).toContain('/api/reports?period=2022-05');
    expect(screen.queryByText('5月还有17份没看')).toBeNull();
  });
});
