import { fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls } from '../../../test/answers';
import { inBrowser } from '../../../test/drawn';
import { draw, settle } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { callServer } from '../../platform/http/call-server';
import { keepSession } from '../../platform/session/token';
import { BindScreen } from './bind-screen';
import { DesktopSignInScreen } from './desktop-sign-in-screen';
import { SignInScreen } from './sign-in-screen';

jest.mock('../../platform/account', () => ({
  demoAccount: () => 'heihe-2022/7/liaison',
  accountKey: (name: string) => name,
}));

const CANDIDATE = {
  id: 'a7',
  unit: { id: 'u7', name: '样例县', kind: 'county' },
  role: 'liaison',
  section: '',
  post: '联络员',
  phone: '',
  listedBy: '市专班',
  listedOn: '2022-04-01',
  validFrom: '2022-04-01',
};

function serve(candidates: readonly unknown[]) {
  answerWith(({ path }) => {
    if (path.endsWith('-code')) return { body: { code: path.includes('phone') ? 'phone-1' : 'login-1' } };
    if (path.endsWith('/sign-in/wechat')) return { body: { kind: 'unbound', ticket: 't1' } };
    if (path.endsWith('/sign-in/phone')) {
      return { body: { phone: '138 **** 0107', candidates, leadPhone: '0456-555 0100', leadHours: '8:30—17:00' } };
    }
    return { body: { isDemo: true, groupName: '样例市专班' } };
  });
}

describe('a session that the server ended, as at a handover', () => {
  const sentence = '登录已经失效，请重新登录。您填的都在。';

  beforeEach(async () => {
    inBrowser();
    answerWith(({ path }) =>
      path.endsWith('/api/me')
        ? { status: 401, body: { code: 'session.ended', sentence, requestId: 'x' } }
        : { body: { isDemo: false, groupName: '' } },
    );
    keepSession('t1', '2022-06-01T00:00:00.000Z');
    await callServer({ path: '/api/me' }).catch(() => undefined);
  });

  it.each([
    ['phone', <SignInScreen key="phone" />],
    ['desktop', <DesktopSignInScreen key="desktop" />],
  ])('is told on the %s’s sign-in page, with what became of the text', async (_where, page) => {
    draw(page);
    await settle();
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it('is not told any more once somebody has signed in', async () => {
    keepSession('t2', '2022-06-01T00:00:00.000Z');
    draw(<SignInScreen />);
    await settle();
    expect(screen.queryByText(sentence)).toBeNull();
  });
});

describe('signing in within the demo', () => {
  beforeEach(inBrowser);

  it.each([
    ['asks a listed person whether it is the unit', [CANDIDATE], '您是样例县的联络员？'],
    ['tells somebody on no list so, and the ways on', [], '这个手机号不在名单里'],
  ])('%s', async (_what, candidates, words) => {
    serve(candidates);
    draw(<SignInScreen />);
    fireEvent.click(screen.getByText('用微信手机号登录'));
    expect(screen.getByText('请先看两份说明，看过了在左边打勾。')).toBeTruthy();
    fireEvent.click(screen.getByText('我看过了'));
    expect(screen.queryByText('请先看两份说明，看过了在左边打勾。')).toBeNull();
    fireEvent.click(screen.getByText('用微信手机号登录'));
    await settle();
    expect(sentCalls().find(({ path }) => path.endsWith('/sign-in/phone'))?.body).toEqual({
      ticket: 't1',
      phoneCode: 'phone-1',
    });
    expect(fakeTaro.state.visited).toEqual(['/pages/bind/index']);
    draw(<BindScreen />);
    expect(screen.getByText(words)).toBeTruthy();
  });
});
