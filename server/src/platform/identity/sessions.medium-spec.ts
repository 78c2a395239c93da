import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { DAY, HOUR, SeededRandomness } from '../clock';
import { Sessions, type OpenedSession, type SessionDevice } from './sessions';

describeOnEachDatabase('A session', (open) => {
  let test: TestDatabase;
  let sessions: Sessions;

  beforeEach(async () => {
    test = await open();
    const chance = { ids: test.ids, randomness: new SeededRandomness('sessions') };
    sessions = new Sessions(test.database, test.transactions, test.clock, chance);
  });

  afterEach(() => test.close());

  const signIn = (device: SessionDevice, personId = 'p1', appointmentId = 'a1'): Promise<OpenedSession> =>
    test.transactions.run((tx) => sessions.open(tx, { personId, appointmentId, device }));

  it('stands for the person who opened it, and its token is stored nowhere', async () => {
    const { token, sessionId } = await signIn('phone');
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await sessions.resolve(token)).toEqual({ sessionId, personId: 'p1', appointmentId: 'a1' });
    expect(JSON.stringify(await test.database.rows('SELECT * FROM session'))).not.toContain(token);
  });

  it('of nobody is nobody', async () => {
    await signIn('phone');
    for (const token of ['', 'x', "' OR 1=1 --", 'x'.repeat(43)]) expect(await sessions.resolve(token)).toBeNull();
  });

  it('on a phone lives on while it is used, and ends after 30 days without', async () => {
    const { token } = await signIn('phone');
    for (let month = 0; month < 5; month += 1) {
      test.clock.advance(30 * DAY - 1);
      expect(await sessions.resolve(token)).not.toBeNull();
    }
    test.clock.advance(30 * DAY);
    expect(await sessions.resolve(token)).toBeNull();
  });

  it('on a phone ends after 180 days however much it is used', async () => {
    const { token } = await signIn('phone');
    for (let day = 0; day < 179; day += 1) {
      test.clock.advance(DAY);
      expect(await sessions.resolve(token)).not.toBeNull();
    }
    test.clock.advance(DAY);
    expect(await sessions.resolve(token)).toBeNull();
  });

  it('on a desktop ends after 12 hours, used or not', async () => {
    const { token, expiresAt } = await signIn('desktop');
    expect(expiresAt).toBe('2022-05-17T13:00:00.000Z');
    test.clock.advance(12 * HOUR - 1);
    expect(await sessions.resolve(token)).not.toBeNull();
    test.clock.advance(1);
    expect(await sessions.resolve(token)).toBeNull();
  });

  it('ends at once when it is revoked, and the others of its owner at a handover', async () => {
    const first = await signIn('phone');
    const second = await signIn('desktop');
    const other = await signIn('phone', 'p2', 'a2');
    await test.transactions.run((tx) => sessions.revoke(tx, first.sessionId));
    expect(await sessions.resolve(first.token)).toBeNull();
    expect(await sessions.resolve(second.token)).not.toBeNull();
    expect(await test.transactions.run((tx) => sessions.revokeAllOf(tx, { appointmentId: 'a1' }))).toBe(1);
    expect(await sessions.resolve(second.token)).toBeNull();
    expect(await test.transactions.run((tx) => sessions.revokeAllOf(tx, { personId: 'p2' }))).toBe(1);
    expect(await sessions.resolve(other.token)).toBeNull();
  });

  it('goes over to another appointment and keeps its token', async () => {
    const { token, sessionId } = await signIn('phone');
    await test.transactions.run((tx) => sessions.switchAppointment(tx, sessionId, 'a9'));
    expect(await sessions.resolve(token)).toMatchObject({ appointmentId: 'a9' });
  });

  it('that ended long ago is forgotten, and no other', async () => {
    await signIn('desktop');
    const { token } = await signIn('phone');
    expect(await sessions.forgetEnded('2022-05-18T00:00:00.000Z')).toBe(1);
    expect(await sessions.resolve(token)).not.toBeNull();
  });
});
