import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { ReminderStage } from '../../../test/reminder-stage';
import { Log } from '../logging';
import { LogOnlySms, SmsPort, type SmsOrder, type SmsOutcome } from './sms-port';
import { cutToBytes, WecomRobot } from './wecom-robot';

const KEY = '11112222-3333-4444-5555-666677778888';
const RUNG = '2022-05-17T00:30:00.000Z';

/** A WeCom that keeps what its robots say, takes 20 sentences a minute, and knows one key. */
class FakeWecom {
  readonly said: { at: number; content: string }[] = [];
  isDown = false;
  private server: Server | null = null;

  constructor(private readonly now: () => number) {}

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (data: Buffer) => (body += data.toString()));
      request.on('end', () => response.end(JSON.stringify(this.answer(request.url ?? '', body))));
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private answer(url: string, body: string): object {
    if (url !== `/cgi-bin/webhook/send?key=${KEY}`) return { errcode: 93000, errmsg: 'invalid webhook url' };
    const { content } = (JSON.parse(body) as { text: { content: string } }).text;
    if (Buffer.byteLength(content) > 2048) return { errcode: 40058, errmsg: 'text exceeds limit' };
    const recent = this.said.filter((each) => each.at > this.now() - 60_000);
    if (this.isDown || recent.length >= 20) return { errcode: 45009, errmsg: 'api freq out of limit' };
    this.said.push({ at: this.now(), content });
    return { errcode: 0, errmsg: 'ok' };
  }
}

class CountingSms extends SmsPort {
  readonly isConfigured = true;
  readonly sent: SmsOrder[] = [];

  constructor(private readonly outcome: SmsOutcome | Error) {
    super();
  }

  send(order: SmsOrder): Promise<SmsOutcome> {
    this.sent.push(order);
    return this.outcome instanceof Error ? Promise.reject(this.outcome) : Promise.resolve(this.outcome);
  }
}

describe('A robot’s sentence', () => {
  it('is cut to 2048 bytes without breaking a character', () => {
    const cut = cutToBytes('好😀'.repeat(400), 2048);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2048);
    expect(Buffer.byteLength(cut)).toBeGreaterThan(2040);
    expect(cut).not.toMatch(/[\uD800-\uDBFF]$/);
  });

  it('tells a wrong key, a busy robot and a dead line apart, and never quotes its address', async () => {
    const wecom = new FakeWecom(() => 0);
    const baseUrl = await wecom.start();
    const robot = (key: string | null, url = baseUrl): WecomRobot =>
      new WecomRobot({ baseUrl: url, key, fetch, timeoutMs: 1_000 });
    expect(await robot(KEY).say('好')).toBe('told');
    expect(await robot('wrong').say('好')).toBe('refused');
    expect(await robot(null).say('好')).toBe('refused');
    wecom.isDown = true;
    expect(await robot(KEY).say('好')).toBe('busy');
    wecom.stop();
    expect(await robot(KEY).say('好')).toBe('unreachable');
  });
});

describeOnEachDatabase('When WeChat does not reach somebody', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;
  let wecom: FakeWecom;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
  });
  beforeEach(async () => {
    await stage.reset();
    useSms(new LogOnlySms(stage.server.app.get(Log)));
    wecom = new FakeWecom(() => Date.parse(stage.clock.now()));
    const baseUrl = await wecom.start();
    Object.assign(stage.server.app.get(WecomRobot), { parts: { baseUrl, key: KEY, fetch, timeoutMs: 1_000 } });
  });
  afterEach(() => wecom.stop());
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  const channels = async (): Promise<Record<string, string[]>> => {
    const rows = await stage.rows<{ delivery: string; channel: string; outcome: string }>(
      'SELECT delivery_id AS delivery, channel, outcome FROM delivery_attempt ORDER BY delivery_id, number',
    );
    const found: Record<string, string[]> = {};
    for (const row of rows) (found[row.delivery] ??= []).push(`${row.channel} ${row.outcome}`);
    return found;
  };
  const useSms = (sms: SmsPort): void => {
    const world = stage.server.app.get(SmsPort);
    Object.assign(world, { send: (order: SmsOrder) => sms.send(order) });
  };

  it('the group hears one neutral sentence, everybody is tried by text message, and still has to be called', async () => {
    await stage.at(RUNG);
    expect(wecom.said).toHaveLength(1);
    expect(wecom.said[0]!.content).not.toMatch(/县|局|\d{3}|联络员[^：]/);
    expect(Object.values(await channels()).every((tries) => tries.join() === 'wecom told,sms told')).toBe(true);
    expect((await stage.deliveries()).every((each) => each.state === 'call-list')).toBe(true);
  });

  it('the group is not told again the same day, and is the next time', async () => {
    await stage.at(RUNG);
    await stage.at('2022-05-17T06:00:00.000Z');
    await stage.at('2022-05-19T00:30:00.000Z');
    expect(wecom.said).toHaveLength(2);
  });

  it('a busy robot is asked again after a minute, and never holds up the call list', async () => {
    wecom.isDown = true;
    await stage.at(RUNG);
    expect((await stage.deliveries()).every((each) => each.state === 'call-list')).toBe(true);
    wecom.isDown = false;
    await stage.pass(61);
    expect(wecom.said).toHaveLength(1);
  });

  it('no key of a robot and no telephone number reaches the log', async () => {
    await stage.at(RUNG);
    const log = stage.server.logLines.join('\n');
    expect(log).not.toContain(KEY);
    expect(log).not.toMatch(/1380000\d{4}/);
    expect(log).toMatch(/138\*{4}\d{4}/);
  });

  it('a text message that the operator took counts as reaching the person', async () => {
    const sms = new CountingSms('accepted');
    useSms(sms);
    await stage.at(RUNG);
    expect(sms.sent).toHaveLength(20);
    expect((await stage.deliveries()).every((each) => each.state === 'delivered')).toBe(true);
    expect((await stage.callList()).rows).toEqual([]);
  });

  it.each([['refused' as const], [new Error('operator down')]])(
    'a text message that ends with %p does not',
    async (outcome) => {
      useSms(new CountingSms(outcome));
      await stage.at(RUNG);
      expect((await stage.deliveries()).every((each) => each.state === 'call-list')).toBe(true);
    },
  );

  it('whoever WeChat reaches gets neither', async () => {
    const sms = new CountingSms('accepted');
    useSms(sms);
    await stage.grantAll();
    await stage.at(RUNG);
    expect(sms.sent.map((order) => order.phone)).toEqual(['13800000108', '13800000122']);
  });
});
