import type { EntityManager } from 'typeorm';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { DomainError } from '../http/domain-error';
import { runInRequest, type RequestContext } from '../http/request-context';
import type { Actor } from '../identity/actor';
import { insertRows } from './rows';

const ACTOR: Actor = {
  personId: 'p1',
  personName: '王样',
  appointmentId: 'a1',
  role: 'liaison',
  unitId: 'u1',
  unitKind: 'county',
  unitName: '逊克县',
  groupId: 'g1',
  sessionId: 's1',
};

function aRequest(key: string, requestHash = 'same'): RequestContext {
  const idempotency = { key, requestHash };
  return { requestId: 'r', ip: '127.0.0.1', arrivedAt: null, actor: ACTOR, idempotency, step: 0 };
}

describeOnEachDatabase('A write with a key', (open) => {
  let test: TestDatabase;
  let runs = 0;

  beforeEach(async () => {
    test = await open();
    runs = 0;
  });

  afterEach(() => test.close());

  const handIn = async (tx: EntityManager): Promise<{ number: number }> => {
    runs += 1;
    const number = runs;
    await insertRows(tx, 'stored_value', [{ name: `n${String(number)}`, value: '1', updated_at: '' }]);
    return { number };
  };

  const ask = (request: RequestContext, work = handIn): Promise<unknown> =>
    runInRequest(request, () => test.transactions.run(work));

  async function written(): Promise<number> {
    return (await test.database.rows('SELECT name FROM stored_value')).length;
  }

  it('asked again answers the same and writes nothing', async () => {
    expect(await ask(aRequest('key-1'))).toEqual({ number: 1 });
    expect(await ask(aRequest('key-1'))).toEqual({ number: 1 });
    expect(await written()).toBe(1);
  });

  it('asked twice at once is done once, and both hear the same', async () => {
    const answers = await Promise.all([ask(aRequest('key-1')), ask(aRequest('key-1')), ask(aRequest('key-1'))]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await written()).toBe(1);
  });

  it('is refused when the key was used for something else', async () => {
    await ask(aRequest('key-1', 'first'));
    await expect(ask(aRequest('key-1', 'second'))).rejects.toThrow('request.key-reused');
    expect(await written()).toBe(1);
  });

  it('is not remembered when it was refused, so it may be put right and sent again', async () => {
    const refused = (): Promise<never> => Promise.reject(DomainError.conflict('report.closed'));
    await expect(ask(aRequest('key-1'), refused)).rejects.toThrow('report.closed');
    expect(await ask(aRequest('key-1'))).toEqual({ number: 1 });
  });

  it('hears its first answer even when doing it again would now be refused', async () => {
    await ask(aRequest('key-1'));
    const refused = (): Promise<never> => Promise.reject(DomainError.conflict('report.already-submitted'));
    expect(await ask(aRequest('key-1'), refused)).toEqual({ number: 1 });
  });

  it('remembers each transaction of a request for itself', async () => {
    const both = (request: RequestContext): Promise<unknown[]> =>
      runInRequest(request, async () => [await test.transactions.run(handIn), await test.transactions.run(handIn)]);
    expect(await both(aRequest('key-1'))).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await both(aRequest('key-1'))).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await written()).toBe(2);
  });

  it('whose transaction failed and was tried again within the request is remembered as one', async () => {
    const insisting = (request: RequestContext): Promise<unknown> =>
      runInRequest(request, async () => {
        const refused = (): Promise<never> => Promise.reject(DomainError.conflict('report.busy'));
        await test.transactions.run(refused).catch(() => undefined);
        return test.transactions.run(handIn);
      });
    await insisting(aRequest('key-1'));
    expect(await ask(aRequest('key-1'))).toEqual({ number: 1 });
    expect(await written()).toBe(1);
  });

  it('belongs to one appointment: another person’s equal key is another write', async () => {
    await ask(aRequest('key-1'));
    const other = { ...aRequest('key-1'), actor: { ...ACTOR, appointmentId: 'a2' } };
    expect(await ask(other)).toEqual({ number: 2 });
  });
});
