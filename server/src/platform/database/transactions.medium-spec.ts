import { setTimeout as pause } from 'node:timers/promises';
import { describeOnEachDatabase, openTestDatabase, type TestDatabase } from '../../../test/databases';
import { isDuplicate } from './errors';
import { execute, insertRows, lockRow, rowsIn } from './rows';
import { LeaseTimeoutError } from './sqlite-lease';
import { TransactionMisuseError } from './transaction-scope';

const AT = '2022-05-17T01:00:00.000Z';

function value(name: string, text = '0'): { name: string; value: string; updated_at: string } {
  return { name, value: text, updated_at: AT };
}

async function valueOf(test: TestDatabase, name: string): Promise<string | null> {
  const row = await test.database.row<{ value: string }>('SELECT value FROM stored_value WHERE name = ?', [name]);
  return row?.value ?? null;
}

describeOnEachDatabase('A transaction', (open) => {
  let test: TestDatabase;

  beforeEach(async () => {
    test = await open();
  });

  afterEach(() => test.close());

  it('keeps nothing when it fails, and says why', async () => {
    const failing = test.transactions.run(async (tx) => {
      await insertRows(tx, 'stored_value', [value('lost')]);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await valueOf(test, 'lost')).toBeNull();
  });

  it('binds a lone null like any other value, when reading and when writing', async () => {
    await test.transactions.run((tx) => insertRows(tx, 'stored_value', [value('kept', '1')]));
    const sql = 'SELECT name FROM stored_value WHERE ? IS NULL';
    expect(await test.database.rows(sql, [null])).toEqual([{ name: 'kept' }]);
    await test.transactions.run(async (tx) => {
      expect(await rowsIn(tx, sql, [null])).toEqual([{ name: 'kept' }]);
      expect(await execute(tx, "UPDATE stored_value SET value = COALESCE(?, '2')", [null])).toBe(1);
    });
    expect(await valueOf(test, 'kept')).toBe('2');
  });

  it('leaves an insert beside it alone when it rolls back', async () => {
    const failing = test.transactions.run(async (tx) => {
      await insertRows(tx, 'stored_value', [value('lost')]);
      await pause(50);
      throw new Error('refused');
    });
    await pause(10);
    const beside = test.database.rows("INSERT INTO stored_value (name, value, updated_at) VALUES ('kept', '1', ?)", [
      AT,
    ]);
    await expect(failing).rejects.toThrow('refused');
    await beside;
    expect(await valueOf(test, 'kept')).toBe('1');
    expect(await valueOf(test, 'lost')).toBeNull();
  });

  it('commits fifty times over when fifty come at once', async () => {
    const names = Array.from({ length: 50 }, (_each, index) => `n${String(index)}`);
    await Promise.all(
      names.map((name) =>
        test.transactions.run(async (tx) => {
          await insertRows(tx, 'stored_value', [value(name)]);
          await pause(1);
          await execute(tx, 'UPDATE stored_value SET value = ? WHERE name = ?', ['1', name]);
        }),
      ),
    );
    const rows = await test.database.rows<{ value: string }>('SELECT value FROM stored_value');
    expect(rows.map((row) => row.value)).toEqual(Array.from({ length: 50 }, () => '1'));
  });

  it('adds up when fifty change one row at once', async () => {
    await test.transactions.run((tx) => insertRows(tx, 'outage', [outage('00000000000000000000000001')]));
    await Promise.all(
      Array.from({ length: 50 }, () =>
        test.transactions.run(async (tx) => {
          await lockRow(tx, 'outage', '00000000000000000000000001');
          const [row] = await rowsIn<{ cause: string }>(tx, 'SELECT cause FROM outage');
          await execute(tx, 'UPDATE outage SET cause = ?', [String(Number(row?.cause) + 1)]);
        }),
      ),
    );
    expect(await test.database.row('SELECT cause FROM outage')).toEqual({ cause: '50' });
  });

  it('stops a callback that asks the data source instead of its own manager, at once', async () => {
    const asked = test.transactions.run(() => test.database.rows('SELECT 1 AS one'));
    await expect(asked).rejects.toThrow(TransactionMisuseError);
    const nested = test.transactions.run(() => test.transactions.run(() => Promise.resolve(1)));
    await expect(nested).rejects.toThrow(TransactionMisuseError);
    const repository = test.transactions.run(() => test.dataSource.manager.query('SELECT 1 AS one'));
    await expect(repository).rejects.toThrow(TransactionMisuseError);
    expect(await test.database.rows('SELECT 1 AS one')).toHaveLength(1);
  });

  it('goes on after a statement that a unique index refused', async () => {
    await test.transactions.run((tx) => insertRows(tx, 'stored_value', [value('a')]));
    await test.transactions.run(async (tx) => {
      const again = insertRows(tx, 'stored_value', [value('a', '2')]);
      await expect(again.catch((error: unknown) => isDuplicate(error))).resolves.toBe(true);
      await insertRows(tx, 'stored_value', [value('b')]);
    });
    expect(await valueOf(test, 'a')).toBe('0');
    expect(await valueOf(test, 'b')).toBe('0');
  });

  it('is run again whole when two meet in a deadlock, so that both end committed', async () => {
    await test.transactions.run((tx) => insertRows(tx, 'stored_value', [value('left'), value('right')]));
    let runs = 0;
    const change = (names: readonly string[]): Promise<void> =>
      test.transactions.run(async (tx) => {
        runs += 1;
        for (const name of names) {
          await execute(tx, 'UPDATE stored_value SET value = value + 1 WHERE name = ?', [name]);
          await pause(100);
        }
      });
    await Promise.all([change(['left', 'right']), change(['right', 'left'])]);
    expect(await valueOf(test, 'left')).toBe('2');
    expect(await valueOf(test, 'right')).toBe('2');
    // SQLite lets one wait for the other; MariaDB turns one of them away.
    expect(runs).toBe(test.kind === 'sqlite' ? 2 : 3);
  });

  it('is run again whole when its commit is turned away, as a cluster of servers may do', async () => {
    const create = test.dataSource.createQueryRunner.bind(test.dataSource);
    let commits = 0;
    test.dataSource.createQueryRunner = (mode) => {
      const runner = create(mode);
      const commit = runner.commitTransaction.bind(runner);
      runner.commitTransaction = async () => {
        commits += 1;
        if (commits > 1) return commit();
        throw Object.assign(new Error('Deadlock found when trying to get lock'), { errno: 1213 });
      };
      return runner;
    };
    await test.transactions.run((tx) => insertRows(tx, 'stored_value', [value('once')]));
    expect([commits, await valueOf(test, 'once')]).toEqual([2, '0']);
  });

  it('keeps its moment when it is run again: another try makes nobody late', async () => {
    const moments: string[] = [];
    await test.transactions.run((_tx, now) => {
      moments.push(now);
      test.clock.advance(1000);
      if (moments.length > 1) return Promise.resolve(null);
      return Promise.reject(Object.assign(new Error('Deadlock found'), { errno: 1213 }));
    });
    expect(moments).toEqual([AT, AT]);
  });

  it('gives up after five tries', async () => {
    let runs = 0;
    const failing = test.transactions.run(() => {
      runs += 1;
      return Promise.reject(Object.assign(new Error('Deadlock found'), { errno: 1213 }));
    });
    await expect(failing).rejects.toThrow('Deadlock found');
    expect(runs).toBe(5);
  });

  it('keeps texts as they are: emoji, quotes, question marks, and letters by case', async () => {
    const text = "“专班”😀 ?\\' 0;--";
    await test.transactions.run((tx) => insertRows(tx, 'stored_value', [value('Text', text), value('text', 'other')]));
    expect(await valueOf(test, 'Text')).toBe(text);
  });
});

function outage(id: string): { id: string; began_at: string; ended_at: string; cause: string } {
  return { id, began_at: AT, ended_at: AT, cause: '0' };
}

describe('The one SQLite connection', () => {
  it('is not waited for longer than its time, and is free again afterwards', async () => {
    const test = await openTestDatabase('sqlite', { leaseTimeout: 50 });
    const holding = test.transactions.run(() => pause(150));
    await pause(5);
    await expect(test.database.rows('SELECT 1 AS one')).rejects.toThrow(LeaseTimeoutError);
    await holding;
    expect(await test.database.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await test.close();
  });

  it('serves those who wait in the order in which they came', async () => {
    const test = await openTestDatabase('sqlite');
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map((each) =>
        test.transactions.run(async () => {
          await pause(10 - each);
          order.push(each);
        }),
      ),
    );
    expect(order).toEqual([1, 2, 3, 4]);
    await test.close();
  });

  it('is handed on when the disk is full in the middle of a transaction', async () => {
    const test = await openTestDatabase('sqlite');
    await test.database.rows('PRAGMA max_page_count = 200');
    const filling = test.transactions.run(async (tx) => {
      for (let index = 0; index < 200; index += 1) {
        await insertRows(tx, 'stored_value', [value(`n${String(index)}`, 'x'.repeat(60_000))]);
      }
    });
    await expect(filling).rejects.toThrow('full');
    expect(await test.database.rows('SELECT name FROM stored_value')).toEqual([]);
    await test.transactions.run((tx) => insertRows(tx, 'stored_value', [value('small')]));
    expect(await valueOf(test, 'small')).toBe('0');
    await test.close();
  });
});

describe('A MariaDB connection', () => {
  it('refuses text that does not fit instead of cutting it', async () => {
    const test = await openTestDatabase('mariadb');
    const long = test.transactions.run((tx) => insertRows(tx, 'stored_value', [value('n'.repeat(65))]));
    await expect(long).rejects.toThrow('Data too long');
    await test.close();
  });
});
