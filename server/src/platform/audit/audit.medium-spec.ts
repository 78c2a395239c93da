import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { StoredValues, type Transactions } from '../database';
import { Log } from '../logging';
import { Audit } from './audit';
import { AuditChain } from './audit.chain';

describeOnEachDatabase('The audit log', (open) => {
  let test: TestDatabase;
  let audit: Audit;
  let chain: AuditChain;

  beforeEach(async () => {
    test = await open();
    audit = new Audit(test.clock, test.ids);
    chain = aChain();
  });

  afterEach(() => test.close());

  function aChain(): AuditChain {
    const silent = new Log('fatal', { write: () => undefined });
    return new AuditChain(test.database, test.transactions, new StoredValues(test.database, test.clock), silent);
  }

  /** A chain whose first sealing stops, when it has read what there is to seal, until it may go on. */
  function anEarlySealer(): { chain: AuditChain; hasRead: Promise<void>; goOn: () => void } {
    let read = (): void => undefined;
    let goOn = (): void => undefined;
    const hasRead = new Promise<void>((resolve) => (read = resolve));
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
    const transactions: Transactions = Object.create(test.transactions) as Transactions;
    transactions.run = (work) =>
      test.transactions.run((tx, now) => {
        const runner = tx.queryRunner!;
        const query = runner.query.bind(runner) as (...statement: unknown[]) => Promise<unknown>;
        const slowly = async (sql: string, ...rest: unknown[]): Promise<unknown> => {
          const answer = await query(sql, ...rest);
          if (sql.includes('FROM audit_entry WHERE sequence IS NULL')) {
            read();
            await mayGoOn;
          }
          return answer;
        };
        Object.assign(runner, { query: slowly });
        return work(tx, now);
      });
    const silent = new Log('fatal', { write: () => undefined });
    const values = new StoredValues(test.database, test.clock);
    return { chain: new AuditChain(test.database, transactions, values, silent), hasRead, goOn };
  }

  async function write(count: number): Promise<void> {
    for (let number = 0; number < count; number += 1) {
      await test.transactions.run((tx) =>
        audit.record(tx, {
          actor: 'system',
          groupId: 'g1',
          action: 'report.submit',
          subject: { kind: 'report', id: `r${String(number)}` },
          detail: { text: '已报“5月”😀', number },
        }),
      );
    }
  }

  const change = (sql: string): Promise<object[]> => test.database.rows(sql);

  it('is whole when nobody touched it, and tells what is not yet sealed', async () => {
    expect(await chain.verify()).toEqual({
      isWhole: true,
      sealed: 0,
      unsealed: 0,
      unsealedSince: null,
      headHash: null,
      faults: [],
    });
    await write(3);
    expect(await chain.seal()).toBe(3);
    await write(1);
    const found = await chain.verify();
    expect(found).toMatchObject({ isWhole: true, sealed: 3, unsealed: 1, unsealedSince: test.clock.now(), faults: [] });
    expect(found.headHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is written with the command or not at all', async () => {
    const failing = test.transactions.run(async (tx) => {
      const subject = { kind: 'report', id: 'r1' };
      await audit.record(tx, { actor: 'system', groupId: null, action: 'report.submit', subject, detail: {} });
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await chain.verify()).toMatchObject({ sealed: 0, unsealed: 0 });
  });

  it.each([
    ['a changed detail', "UPDATE audit_entry SET detail = '{}' WHERE sequence = 2", 2],
    ['a changed time', "UPDATE audit_entry SET at = '2022-05-17T01:00:00.001Z' WHERE sequence = 3", 3],
    ['another person', "UPDATE audit_entry SET person_id = 'p9' WHERE sequence = 1", 1],
    ['another address', "UPDATE audit_entry SET ip = '10.0.0.1' WHERE sequence = 4", 4],
    ['a removed entry', 'DELETE FROM audit_entry WHERE sequence = 2', 3],
    ['a removed first entry', 'DELETE FROM audit_entry WHERE sequence = 1', 2],
    ['a removed last entry', 'DELETE FROM audit_entry WHERE sequence = 5', 5],
    ['an entry taken out of the chain', 'UPDATE audit_entry SET sequence = NULL, hash = NULL WHERE sequence = 5', 5],
  ])('betrays %s', async (_what, sql, sequence) => {
    await write(5);
    await chain.seal();
    await change(sql);
    const found = await chain.verify();
    expect(found.isWhole).toBe(false);
    expect(found.faults[0]?.sequence).toBe(sequence);
  });

  it('betrays two entries that changed places', async () => {
    await write(5);
    await chain.seal();
    await change('UPDATE audit_entry SET sequence = 99 WHERE sequence = 2');
    await change('UPDATE audit_entry SET sequence = 2 WHERE sequence = 3');
    await change('UPDATE audit_entry SET sequence = 3 WHERE sequence = 99');
    expect((await chain.verify()).faults.map((fault) => fault.sequence)).toEqual([2, 3, 4]);
  });

  it('betrays an inserted entry, even one with a hash of its own', async () => {
    await write(5);
    await chain.seal();
    await change('UPDATE audit_entry SET sequence = 6 WHERE sequence = 5');
    await change(
      `INSERT INTO audit_entry (id, at, actor_kind, action, subject_kind, subject_id, detail, sequence, previous_hash, hash)
       SELECT 'inserted', at, actor_kind, action, subject_kind, 'forged', detail, 5, hash, '${'a'.repeat(64)}' FROM audit_entry WHERE sequence = 4`,
    );
    const found = await chain.verify();
    expect(found.faults.map((fault) => fault.sequence)).toEqual([5, 6]);
  });

  it('is sealed on when a sealer that read too early comes after one that read more', async () => {
    await write(2);
    const early = anEarlySealer();
    const sealing = early.chain.seal();
    await early.hasRead;
    // SQLite keeps writers apart, so there is nobody to be late for.
    if (test.kind === 'mariadb') {
      await write(1);
      await aChain().seal();
    }
    early.goOn();
    await sealing;
    await write(1);
    await chain.seal();
    expect(await chain.verify()).toMatchObject({ isWhole: true, sealed: test.kind === 'sqlite' ? 3 : 4, unsealed: 0 });
  });

  it('betrays a noted end that lies before the chain’s', async () => {
    await write(1);
    await chain.seal();
    const [before] = await test.database.rows<{ value: string }>(
      "SELECT value FROM stored_value WHERE name = 'audit.head'",
    );
    await write(2);
    await chain.seal();
    await change(`UPDATE stored_value SET value = '${before!.value}' WHERE name = 'audit.head'`);
    expect((await chain.verify()).faults).toMatchObject([{ sequence: 2 }]);
  });

  it('is sealed once by many sealers at once, without a gap', async () => {
    await write(20);
    await Promise.all([aChain().seal(), aChain().seal(), write(5), aChain().seal()]);
    await chain.seal();
    expect(await chain.verify()).toMatchObject({ isWhole: true, sealed: 25, unsealed: 0 });
  });
});
