import type { CallResultView, CallRow } from '@jiannuo/shared/notifications';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { answerWith } from '../../../test/answers';
import { inBrowser } from '../../../test/drawn';
import { draw, settle } from '../../../test/render';
import { watchDisplay } from '../../platform/device/display';
import { CallListScreen } from './call-list-screen';

const AT = '2022-05-19T01:00:00.000Z';

function row(unitName: string, result: Partial<CallResultView> | null, phone = ''): CallRow {
  return {
    reminderId: unitName,
    unitId: unitName,
    unitName,
    personName: phone === '' ? '' : `${unitName}联络员`,
    post: '',
    phone,
    about: '5月月报',
    dueAt: '2022-05-20T16:00:00.000Z',
    reason: '还没绑定微信',
    at: AT,
    result: result === null ? null : { text: '', isReached: null, at: AT, by: '经办人甲', ...result },
  };
}

/** Draws the list in a window of that width. */
async function drawAt(width: number, rows: readonly CallRow[]): Promise<void> {
  inBrowser();
  window.innerWidth = width;
  window.dispatchEvent(new Event('resize'));
  const unreached = [{ unitName: '嫩江市', personName: '嫩江市联络员', phone: '13800000104', isBound: true }];
  answerWith(({ path }) => ({ body: { rows: path.endsWith('/call-list') ? rows : unreached } }));
  draw(<CallListScreen />);
  await settle();
}

describe('电话名单', () => {
  beforeAll(() => {
    inBrowser();
    watchDisplay();
  });
  afterEach(cleanup);

  it.each([375, 1280])(
    'keeps whom a call did not reach among those to be called, without the mark of done (%i wide)',
    async (width) => {
      await drawAt(width, [
        row('孙吴县', null),
        row('逊克县', { text: '没人接', isReached: false }),
        row('北安市', { text: '今天报', isReached: true }),
        row('嫩江市', { text: '说过了' }),
      ]);
      expect(screen.getByText('要打电话的 2家')).toBeTruthy();
      expect(screen.getByText('打过的 2家')).toBeTruthy();
      const looks = ['没人接', '今天报', '说过了'].map((text) => screen.getByText(text).closest('.status')?.className);
      expect(looks).toEqual(['status c-soon', 'status c-done', 'status c-done']);
    },
  );

  it('counts units once, and says when there are more calls than units', async () => {
    const liaison = row('孙吴县', null);
    await drawAt(375, [liaison, { ...liaison, reminderId: '孙吴县领导', post: '分管负责人' }, row('逊克县', null)]);
    expect(screen.getByText('要打电话的 2家，3个电话')).toBeTruthy();
  });

  it('is a table on wide windows: a line a call, with the number to read out and the way to note what came of it', async () => {
    await drawAt(1280, [row('孙吴县', null, '13800000106'), row('逊克县', null)]);
    const lines = within(screen.getByRole('table', { name: '要打电话的' })).getAllByRole('row');
    const cells = lines.map((line) => [...line.children].map((cell) => cell.textContent));
    expect(cells).toEqual([
      ['单位', '打给谁', '电话', '没报的', '为什么打', '操作'],
      ['孙吴县', '孙吴县联络员', '138 0000 0106', '5月月报', expect.stringMatching(/^还没绑定微信，/), '记结果'],
      ['逊克县', '没有登记人', '没有电话', '5月月报', expect.stringMatching(/^还没绑定微信，/), '记结果'],
    ]);
    expect(screen.getByRole('link', { name: '打电话给孙吴县，138 0000 0106' })).toBeTruthy();
    expect(within(screen.getByRole('table', { name: '以后收不到微信提醒的' })).getByText('提醒用完了')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('孙吴县，记结果'));
    expect(screen.getByText('孙吴县，打电话的结果')).toBeTruthy();
  });
});
