import { act, screen } from '@testing-library/react';
import { drawn, inBrowser } from '../../../test/drawn';
import { settle } from '../../../test/render';
import { watchNetwork } from '../../platform/network';
import { LoadingView } from '../state/state-view';
import { Screen } from './screen';

function networkIs(isThere: boolean): void {
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(isThere);
  act(() => {
    window.dispatchEvent(new Event(isThere ? 'online' : 'offline'));
  });
}

describe('a screen without network', () => {
  it('says so at once and once, also before anything was fetched, and no more when it is back', async () => {
    inBrowser();
    watchNetwork();
    drawn(
      <Screen title="看板">
        <LoadingView />
      </Screen>,
    );
    expect(screen.queryByText('没有网络')).toBeNull();
    networkIs(false);
    expect(screen.getAllByText(/没有网络/)).toHaveLength(1);
    await settle(3_100);
    expect(screen.getAllByText(/没有网络/)).toHaveLength(1);
    expect(screen.queryByText(/网络有点慢/)).toBeNull();
    networkIs(true);
    expect(screen.queryByText('没有网络')).toBeNull();
  });
});
