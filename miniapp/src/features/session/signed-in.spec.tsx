import { draw, settle } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { SignedIn } from './signed-in';

jest.mock('../../platform/account', () => ({
  demoAccount: () => 'heihe-2022/7/liaison',
  accountKey: (name: string) => name,
}));

describe('the demo’s frame', () => {
  it('leads somebody who is bound to no post to the sign-in page', async () => {
    fakeTaro.state.server = () => ({ status: 200, body: { kind: 'unbound', ticket: 't1' } });
    draw(<SignedIn>{() => <>inside</>}</SignedIn>);
    await settle();
    expect(fakeTaro.state.visited).toEqual(['/pages/sign-in/index']);
  });
});
