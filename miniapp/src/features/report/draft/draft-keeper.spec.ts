import fc from 'fast-check';
import { FIGURE, phoneWith, WORK, workIn, workOnServer } from '../../../../test/draft-phone';

describe('the draft while it is being typed', () => {
  it('loses at most the last second when the phone dies at any moment, two hundred times over', async () => {
    const runs = fc.record({
      gaps: fc.array(fc.integer({ min: 20, max: 900 }), { minLength: 1, maxLength: 30 }),
      isReachable: fc.boolean(),
      rest: fc.integer({ min: 0, max: 4000 }),
    });
    await fc.assert(
      fc.asyncProperty(runs, async ({ gaps, isReachable, rest }) => {
        const phone = phoneWith('');
        phone.server.isReachable = isReachable;
        const keeper = phone.open();
        let typed = '';
        let now = 0;
        const history: { at: number; text: string }[] = [{ at: 0, text: '' }];
        for (const gap of gaps) {
          await phone.pass(gap);
          now += gap;
          typed += '字';
          keeper.change(WORK, typed);
          history.push({ at: now, text: typed });
        }
        await phone.pass(rest);
        now += rest;
        phone.kill();
        const safe = history.filter(({ at }) => at <= now - 1000).pop()?.text ?? '';
        expect(workIn(phone.open()).startsWith(safe)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('reaches the server within three seconds after typing stops', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    keeper.change(WORK, '公示到期合同27项');
    await phone.pass(3000);
    expect(phone.server.content.headings[0]!.items[0]!.work).toBe('公示到期合同27项');
    expect(keeper.saveState).toEqual({ kind: 'saved', at: '2022-05-17T04:31:00.000Z' });
  });

  it('is saved again when what was typed was taken back before it went up', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    keeper.change(WORK, '公示到期合同x');
    keeper.change(WORK, '公示到期合同');
    expect(keeper.saveState.kind).toBe('saving');
    await phone.pass(3000);
    expect(keeper.saveState).toEqual({ kind: 'saved', at: '2022-05-17T04:20:00.000Z' });
    expect(phone.server.saves).toBe(0);
  });

  it('is on the device and says so while there is no network, and goes up when it comes back', async () => {
    const phone = phoneWith();
    phone.server.isReachable = false;
    const keeper = phone.open();
    keeper.change(WORK, '没有网络时写的');
    await phone.pass(5000);
    expect(keeper.saveState.kind).toBe('on-device');
    expect(phone.kept).toContain('没有网络时写的');
    phone.server.isReachable = true;
    await phone.pass(15_000);
    expect(phone.server.content.headings[0]!.items[0]!.work).toBe('没有网络时写的');
  });

  it('is not doubled or undone when the answer of a save was lost', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    phone.server.losesAnswer = true;
    keeper.change(WORK, '第一次');
    await phone.pass(3000);
    phone.server.losesAnswer = false;
    keeper.change(WORK, '第一次之后');
    await phone.pass(3000);
    expect(keeper.conflicts).toEqual([]);
    expect(phone.server.content.headings[0]!.items[0]!.work).toBe('第一次之后');
  });

  it('stays on the device with the reason when the server cannot take it as it stands', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    keeper.change(FIGURE, '三千多');
    await phone.pass(3000);
    expect(keeper.saveState).toEqual({
      kind: 'refused',
      sentence: '“（八）已赋码市场主体”要填整数，例如3412。',
    });
    expect(phone.kept).toContain('三千多');
    keeper.change(FIGURE, '3412');
    await phone.pass(3000);
    expect(phone.server.content.headings[1]!.target?.numerator).toBe('3412');
  });

  it('holds nothing else up while one field cannot be taken', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    keeper.change(FIGURE, '三千多');
    keeper.change(WORK, '公示到期合同27项');
    keeper.change('headings/h1/items/i2', {
      id: 'i2',
      title: '长'.repeat(1000),
      work: '新的',
      result: '',
      evidence: [],
    });
    await phone.pass(3000);
    expect(workOnServer(phone)).toBe('公示到期合同27项');
    expect(phone.server.content.headings[0]!.items[1]).toMatchObject({ title: '', work: '新的' });
    keeper.change(WORK, '公示到期合同28项');
    await phone.pass(3000);
    expect(workOnServer(phone)).toBe('公示到期合同28项');
    expect(keeper.saveState.kind).toBe('refused');
    expect(phone.server.saves).toBe(2);
    phone.kill();
    const again = phone.open();
    expect(again.content.headings[1]!.target?.numerator).toBe('三千多');
    expect(again.content.headings[0]!.items[1]!.title).toHaveLength(1000);
    phone.server.writeElsewhere('headings/h1/items/i1/result', '', '公示27项');
    again.meet(phone.server.view);
    await phone.pass(3000);
    expect(again.content.headings[0]!.items[0]!.result).toBe('公示27项');
    expect(again.content.headings[1]!.target?.numerator).toBe('三千多');
    expect(again.conflicts).toEqual([]);
  });

  it('says when the device has no room, and still goes to the server', async () => {
    const phone = phoneWith();
    phone.isFull = true;
    const keeper = phone.open();
    keeper.change(WORK, '存不下');
    await phone.pass(600);
    expect(keeper.saveState.kind).toBe('no-room');
    await phone.pass(3000);
    expect(phone.server.content.headings[0]!.items[0]!.work).toBe('存不下');
  });

  it('draws nothing anew for a keystroke except the save line', () => {
    const phone = phoneWith();
    const keeper = phone.open();
    keeper.change(WORK, '一');
    const listener = jest.fn();
    keeper.subscribe(listener);
    keeper.change(WORK, '一二');
    keeper.change(WORK, '一二三');
    expect(listener).not.toHaveBeenCalled();
    expect(keeper.shapeNumber).toBe(0);
  });

  it('says after a restart, too, what the server does not have and why', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    keeper.change(FIGURE, '三千多');
    await phone.pass(3000);
    phone.kill();
    expect(phone.open().saveState).toEqual({
      kind: 'refused',
      sentence: '“（八）已赋码市场主体”要填整数，例如3412。',
    });
  });
});
