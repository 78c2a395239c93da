import { act, fireEvent, screen } from '@testing-library/react';
import { drawn, inBrowser } from '../../../test/drawn';
import { settle } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { openPage, openSlot } from '../../platform/navigation';
import { watchPages } from '../../platform/page-failure';
import { PageFailed } from './page-failed';

const REPORT = '/pages/report/index?id=r1';

function chunkMissing(): void {
  act(() => {
    window.dispatchEvent(
      Object.assign(new Event('unhandledrejection'), {
        reason: Object.assign(new Error(), { name: 'ChunkLoadError' }),
      }),
    );
  });
}

describe('a page that does not open', () => {
  it('is said, and is tried again as often as one asks', async () => {
    drawn(<PageFailed />);
    fakeTaro.state.isStranded = true;
    openPage('report', { id: 'r1' });
    await settle();
    expect(screen.getByText('这一页没打开')).toBeTruthy();
    fireEvent.click(screen.getByText('再试'));
    await settle();
    expect(screen.getByText('这一页没打开')).toBeTruthy();
    fakeTaro.state.isStranded = false;
    fireEvent.click(screen.getByText('再试'));
    await settle();
    expect(screen.queryByText('这一页没打开')).toBeNull();
    // On top, and when that cannot be, in this one's place.
    expect(fakeTaro.state.visited).toEqual([REPORT, REPORT, REPORT, REPORT, REPORT]);
  });

  it('leaves a browser on the page that stands when the program of the next one did not come', () => {
    inBrowser();
    watchPages();
    const back = jest.spyOn(window.history, 'back').mockImplementation(() => undefined);
    drawn(<PageFailed />);
    openPage('report', { id: 'r1' });
    chunkMissing();
    expect(back).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByText('先不去'));
    expect(screen.queryByText('这一页没打开')).toBeNull();
    openSlot('work');
    chunkMissing();
    expect(back).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByText('再试'));
    expect(fakeTaro.state.visited).toEqual([REPORT, '/pages/work/index', '/pages/work/index']);
  });
});
