import type { CallRow } from '@jiannuo/shared/notifications';
import { screen } from '@testing-library/react';
import { answerWith } from '../../../test/answers';
import { inBrowser } from '../../../test/drawn';
import { draw, settle } from '../../../test/render';
import { CallListBrief } from './call-list-brief';

const CALL: CallRow = {
  reminderId: 'm1',
  unitId: 'u1',
  unitName: '孙吴县',
  personName: '孙吴县联络员',
  post: '负责人',
  phone: '13800000108',
  about: '5月月报',
  dueAt: '2022-05-20T16:00:00.000Z',
  reason: '还没绑定微信',
  at: '2022-05-19T01:00:00.000Z',
  result: null,
};

describe('要打电话的, beside the board', () => {
  it('reads out all that the eye sees of a call, and what it is about where the calls differ', async () => {
    inBrowser();
    const rows = [CALL, { ...CALL, reminderId: 'm2', unitId: 'u2', unitName: '北安市', about: '5月自查评分' }];
    answerWith(() => ({ body: { rows } }));
    draw(<CallListBrief />);
    await settle();
    const link = screen.getAllByRole('link')[0];
    expect(link?.getAttribute('aria-label')).toBe('打电话给孙吴县　5月月报　孙吴县联络员（负责人）　138 0000 0108');
  });
});
