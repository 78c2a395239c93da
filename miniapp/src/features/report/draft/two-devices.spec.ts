import fc from 'fast-check';
import { Phone, phoneWith, settle, WORK, workIn, workOnServer } from '../../../../test/draft-phone';

describe('the draft on two devices', () => {
  it('takes in what the other device wrote elsewhere, and keeps what is typed here', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    phone.server.writeElsewhere('headings/h1/items/i1/result', '', '公示27项');
    keeper.change(WORK, '公示到期合同和承诺');
    await phone.pass(3000);
    expect(keeper.content.headings[0]!.items[0]).toMatchObject({ work: '公示到期合同和承诺', result: '公示27项' });
    expect(keeper.conflicts).toEqual([]);
  });

  it('keeps both texts when both devices wrote the same field, until a person chooses', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    phone.server.writeElsewhere(WORK, '公示到期合同', '电脑写的');
    keeper.change(WORK, '手机写的');
    await phone.pass(3000);
    expect(keeper.conflicts).toEqual([
      expect.objectContaining({ path: WORK, mine: '手机写的', theirs: '电脑写的', theirDevice: '电脑 ab12' }),
    ]);
    phone.kill();
    const again = phone.open();
    expect(again.conflicts).toHaveLength(1);
    again.resolve(WORK, '手机写的');
    await phone.pass(3000);
    expect(again.conflicts).toEqual([]);
    expect(phone.server.content.headings[0]!.items[0]!.work).toBe('手机写的');
  });

  it('leaves the own words in the field until a person chooses, and sends nothing over the other text before', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    phone.server.writeElsewhere(WORK, '公示到期合同', '电脑写的');
    keeper.change(WORK, '手机写的');
    await phone.pass(3000);
    expect(workIn(keeper)).toBe('手机写的');
    expect(keeper.epochOf(WORK)).toBe(0);
    keeper.change(WORK, '手机写的，接着写');
    keeper.change('headings/h1/items/i1/result', '公示27项');
    await phone.pass(20_000);
    expect(phone.server.content.headings[0]!.items[0]).toMatchObject({ work: '电脑写的', result: '公示27项' });
    phone.kill();
    const again = phone.open();
    expect(workIn(again)).toBe('手机写的，接着写');
    expect(again.conflicts).toEqual([expect.objectContaining({ mine: '手机写的，接着写', theirs: '电脑写的' })]);
    again.resolve(WORK, '手机写的，接着写');
    await phone.pass(3000);
    expect(workOnServer(phone)).toBe('手机写的，接着写');
  });

  it('is no difference any more once the same is typed here', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    phone.server.writeElsewhere(WORK, '公示到期合同', '电脑写的');
    keeper.change(WORK, '手机写的');
    await phone.pass(3000);
    keeper.change(WORK, '电脑写的');
    expect(keeper.conflicts).toEqual([]);
  });

  it('offers the newest text when the other device goes on writing', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    phone.server.writeElsewhere(WORK, '公示到期合同', '电脑写的');
    keeper.change(WORK, '手机写的');
    await phone.pass(3000);
    phone.server.writeElsewhere(WORK, '电脑写的', '电脑又写的');
    keeper.meet(phone.server.view);
    await phone.pass(3000);
    expect(keeper.conflicts).toEqual([expect.objectContaining({ mine: '手机写的', theirs: '电脑又写的' })]);
    expect(workIn(keeper)).toBe('手机写的');
  });

  it('leaves the own words standing on both devices, whichever way they write in turn', async () => {
    const steps = fc.array(
      fc.record({ device: fc.integer({ min: 0, max: 1 }), rest: fc.integer({ min: 0, max: 4000 }) }),
      { minLength: 2, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (turns) => {
        const phone = phoneWith('');
        const devices = [phone, new Phone(phone.server)].map((each) => ({ each, keeper: each.open(), typed: '' }));
        for (const [index, { device, rest }] of turns.entries()) {
          const here = devices[device]!;
          here.typed = `${String(device)}写${String(index)}`;
          here.keeper.change(WORK, here.typed);
          for (const { each } of devices) await each.pass(rest);
        }
        for (const { each } of devices) await each.pass(20_000);
        for (const { keeper, typed } of devices.filter(({ keeper }) => keeper.conflicts.length > 0)) {
          expect(workIn(keeper)).toBe(typed);
          expect(workOnServer(phone)).not.toBe(typed);
        }
      }),
    );
  });

  it('never drops a text that was being typed while another device’s change came in', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    phone.server.writeElsewhere(WORK, '公示到期合同', '电脑写的');
    keeper.change(WORK, '手机写的');
    const sending = keeper.send();
    keeper.change(WORK, '手机写的，又写了些');
    await sending;
    await settle();
    const [conflict] = keeper.conflicts;
    expect(conflict).toMatchObject({ mine: '手机写的，又写了些', theirs: '电脑写的' });
    expect(workIn(keeper)).toBe('手机写的，又写了些');
  });

  it('takes the other device’s text when that is chosen, also after typing went on here', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    phone.server.writeElsewhere(WORK, '公示到期合同', '电脑写的');
    keeper.change(WORK, '手机写的');
    const sending = keeper.send();
    keeper.change(WORK, '手机写的，又写了些');
    await sending;
    await phone.pass(3000);
    keeper.resolve(WORK, '电脑写的');
    expect(workIn(keeper)).toBe('电脑写的');
    await phone.pass(3000);
    expect(workOnServer(phone)).toBe('电脑写的');
    expect(keeper.conflicts).toEqual([]);
  });

  it('brings a piece of work back when the other device took it away while it was written in', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    const item = phone.server.content.headings[0]!.items[0]!;
    phone.server.writeElsewhere('headings/h1/items/i1', item, null);
    keeper.change(WORK, '还在写');
    await phone.pass(3000);
    const [conflict] = keeper.conflicts;
    expect(conflict).toMatchObject({ path: WORK, mine: '还在写', theirs: null });
    expect(keeper.content.headings[0]!.items[0]).toEqual({ ...item, work: '还在写' });
    expect(phone.server.content.headings[0]!.items).toEqual([]);
    keeper.resolve(WORK, '还在写');
    expect(workIn(keeper)).toBe('还在写');
    await phone.pass(3000);
    expect(phone.server.content.headings[0]!.items[0]).toEqual({ ...item, work: '还在写' });
  });

  it('lets a piece of work go that the other device took away, once that is chosen', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    phone.server.writeElsewhere('headings/h1/items/i1', phone.server.content.headings[0]!.items[0]!, null);
    keeper.change(WORK, '还在写');
    await phone.pass(3000);
    keeper.resolve(WORK, null);
    await phone.pass(3000);
    expect(keeper.content.headings[0]!.items).toEqual([]);
    expect(keeper.conflicts).toEqual([]);
    expect(phone.server.content.headings[0]!.items).toEqual([]);
  });

  it('adopts the server’s draft when nothing is pending, and starts the changed fields again', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    phone.server.writeElsewhere(WORK, '公示到期合同', '电脑写的');
    keeper.meet(phone.server.view);
    await settle();
    expect(workIn(keeper)).toBe('电脑写的');
    expect(keeper.epochOf(WORK)).toBe(1);
  });

  it('leaves nothing on the device after the report was handed in', async () => {
    const phone = phoneWith();
    const keeper = phone.open();
    keeper.change(WORK, '交了');
    await phone.pass(3000);
    keeper.finish();
    expect(phone.kept).toBeNull();
    keeper.leave();
    await phone.pass(20_000);
    expect(phone.kept).toBeNull();
  });
});
