import type { CallResultView, CallRow } from '@jiannuo/shared/notifications';
import { screen } from '@testing-library/react';
import { answerWith } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { CallListScreen } from './call-list-screen';

const AT = '2022-05-19T01:00:00.000Z';

function row(unitName: string, result: Partial<CallResultView> | null): CallRow {
  return {
    reminderId: unitName,
    unitId: unitName,
    unitName,
    personName: '',
    post: '',
    phone: '',
    about: '5月月报',
    dueAt: '2022-05-20T16:00:00.000Z',
    reason: '还没绑定微信',
    at: AT,
    result: result === null ? null : { text: '', isReached: null, at: AT, by: '经办人甲', ...result },
  };
}

describe('电话名单', () => {
  it('keeps whom a call did not reach among those to be called, without the mark of done', async () => {
    const rows = [
      row('孙吴县', null),
      row('逊克县', { text: '没人接', isReached: false }),
      row('北安市', { text: '今天报', isReached: true }),
      row('嫩江市', { text: '说过了' }),
    ];
    answerWith(({ path }) => ({ body: { rows: path.endsWith('/call-list') ? rows : [] } }));
    draw(<CallListScreen />);
    await settle();
    expect(screen.getByText('要打电话的 2家')).toBeTruthy();
    expect(screen.getByText('打过的 2家')).toBeTruthy();
    const looks = ['没人接', '今天报', '说过了'].map((text) => screen.getByText(text).closest('.status')?.className);
    expect(looks).toEqual(['status c-soon', 'status c-done', 'status c-done']);
  });
});
