import { draw, settle } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { goWhereWanted } from '../../platform/wanted-page';
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

  it('comes back to the page that a reminder led to, and only once', async () => {
    fakeTaro.state.path = '/pages/report/index';
    fakeTaro.state.parameters = { id: 'r1', stamp: 'AA' };
    fakeTaro.state.server = () => ({ status: 200, body: { kind: 'unbound', ticket: 't1' } });
    draw(<SignedIn>{() => <>inside</>}</SignedIn>);
    await settle();
    goWhereWanted();
    goWhereWanted();
    expect(fakeTaro.state.visited).toEqual(['/pages/sign-in/index', '/pages/report/index?id=r1', '/pages/home/index']);
  });
});
