import { CallSlots } from './call-slots';

describe('Slots for calls', () => {
  it('let only so many run at once, in the order of their coming, also when some fail', async () => {
    const slots = new CallSlots(3);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const calls = Array.from({ length: 12 }, (_each, number) =>
      slots.run(async () => {
        order.push(number);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running -= 1;
        if (number % 4 === 0) throw new Error('refused');
      }),
    );
    const ended = await Promise.allSettled(calls);
    expect(most).toBe(3);
    expect(order).toEqual(Array.from({ length: 12 }, (_each, number) => number));
    expect(ended.filter((each) => each.status === 'rejected')).toHaveLength(3);
    await expect(slots.run(() => Promise.resolve('free again'))).resolves.toBe('free again');
  });
});
