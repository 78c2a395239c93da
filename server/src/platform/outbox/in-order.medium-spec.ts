import { setTimeout as pause } from 'node:timers/promises';
import { describeOnEachDatabase } from '../../../test/databases';
import { Log } from '../logging';
import { Outbox, OutboxDispatcher } from '.';
import { OutboxStore } from './outbox.store';

const EVENTS = [1, 2, 3, 4, 5, 6];

describeOnEachDatabase('News of one topic', (open) => {
  it('is told in the order in which it happened, however long each takes to tell', async () => {
    const { database, transactions, clock, ids, close } = await open();
    const outbox = new Outbox(clock, ids);
    const store = new OutboxStore(database, transactions, clock, ids);
    const dispatcher = new OutboxDispatcher(outbox, store, clock, new Log('fatal'));
    const told: number[] = [];
    outbox.hear<number>('told', async (number) => {
      await pause(20 / number);
      told.push(number);
    });
    for (const payload of EVENTS) await transactions.run((tx) => outbox.add(tx, { topic: 'told', payload }));
    await dispatcher.drain();
    expect(told).toEqual(EVENTS);
    await close();
  });
});
