import { sampleGroups } from '@jiannuo/shared/samples';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { demoAccounts, DEMO_PHONES, seedSamples } from '.';

describeOnEachDatabase('the sample groups', (open) => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await open();
    const { transactions, clock, ids } = test;
    // Twice: a demo that is started again finds its data.
    for (let time = 0; time < 2; time += 1) await seedSamples({ transactions, clock, ids, appId: 'wx-sample' });
  });
  afterAll(() => test.close());

  const count = async (sql: string): Promise<number> => (await test.database.rows(sql)).length;

  it('stand there once, marked as samples', async () => {
    const groups = await test.database.rows<{ code: string; is_sample: number }>(
      'SELECT code, is_sample FROM working_group ORDER BY code',
    );
    expect(groups.map(({ code, is_sample }) => [code, Number(is_sample)])).toEqual([
      ['heihe-2022', 1],
      ['investment-2022', 1],
    ]);
    expect(await count('SELECT id FROM unit')).toBe(sampleGroups.flatMap(({ units }) => units).length);
  });

  it('have one liaison and one leader in every unit that reports (art. 3)', async () => {
    const lacking = await test.database.rows(
      `SELECT u.name FROM unit u WHERE u.kind <> 'lead' AND 2 <>
        (SELECT COUNT(*) FROM appointment a WHERE a.unit_id = u.id AND a.role IN ('liaison', 'leader'))`,
    );
    expect(lacking).toEqual([]);
  });

  it('name nobody and use no number that could be somebody’s', () => {
    for (const { phone, personName } of demoAccounts()) {
      expect(phone).toMatch(/^138000001\d\d$/);
      expect(personName).toMatch(/联络员|分管领导|经办人|管理员/);
    }
  });

  it('give every person one account, some of them not bound yet', async () => {
    const accounts = demoAccounts();
    expect(new Set(accounts.map(({ key }) => key)).size).toBe(accounts.length);
    expect(new Set(accounts.map(({ phone }) => phone)).size).toBe(accounts.length);
    expect(await count('SELECT id FROM person')).toBe(accounts.length);
    expect(await count('SELECT id FROM wechat_account')).toBe(accounts.filter(({ isBound }) => isBound).length);
    const unbound = accounts.filter(({ isBound, role }) => !isBound && role === 'liaison');
    expect(unbound.map(({ unitName }) => unitName)).toEqual(['孙吴县', '市税务局', '市商务局']);
    for (const key of Object.values(DEMO_PHONES))
      expect(accounts).toContainEqual(expect.objectContaining({ key, isBound: true }));
  });
});
