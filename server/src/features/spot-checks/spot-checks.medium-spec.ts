import { createHash } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import type { InboxView } from '@jiannuo/shared/notifications';
import { drawScript, type FindingListView, type SpotCheckView } from '@jiannuo/shared/spot-checks';
import { describeOnEachDatabase } from '../../../test/databases';
import { LEAD, openLedgerStage, type LedgerStage } from '../../../test/ledger-stage';
import { OutboxDispatcher } from '../../platform/outbox';
import { PublishedMonths } from '../information';
import { SpotCheckQueries } from '.';

const MAY = '2022-05';
const COUNTIES = ['爱辉区', '北安市', '五大连池市', '嫩江市', '逊克县', '孙吴县'];

describeOnEachDatabase('The monthly spot check (annex 2, three (3))', (open) => {
  let stage: LedgerStage;
  let lead: string;

  beforeEach(async () => {
    stage = await openLedgerStage(open);
    await at('2022-04-29T02:00:00.000Z');
  });
  afterEach(() => stage.close());

  /** Sets the clock and signs the lead unit's officer in again: sessions end. */
  const at = async (now: string): Promise<void> => {
    stage.server.clock.set(now);
    lead = await stage.server.signInAs(LEAD, 'lead-officer');
  };
  const post = (url: string, body: object, as = lead): Promise<LightMyRequestResponse> =>
    stage.server.ask({ method: 'POST', url: `/api/spot-checks/${url}`, as, body });
  const view = async (period = MAY, as = lead): Promise<SpotCheckView> =>
    (await stage.server.ask({ url: `/api/spot-checks?period=${period}`, as })).json();
  const list = async (as = lead): Promise<FindingListView> =>
    (await stage.server.ask({ url: `/api/spot-checks/findings?period=${MAY}`, as })).json();
  const secretOf = async (period = MAY): Promise<string> => {
    const sql = 'SELECT secret FROM spot_check WHERE period = ?';
    return (await stage.server.database.row<{ secret: string }>(sql, [period]))!.secret;
  };
  const drawMay = async (): Promise<FindingListView> => {
    await post('announce', { period: MAY });
    await at('2022-05-25T02:00:00.000Z');
    expect((await post('draw', { period: MAY })).statusCode).toBe(200);
    return list();
  };
  const finding = (units: FindingListView['units'], more: object = {}): object => ({
    period: MAY,
    unitId: units[0]!.unitId,
    measureId: units[0]!.measures[0]!.measureId,
    verdict: 'undone',
    text: '现场没有看到公示栏。',
    attachmentIds: [],
    ...more,
  });

  it('is promised before the month, and drawn by the seed that was promised', async () => {
    const { commitment } = (await post('announce', { period: MAY })).json<{ commitment: string }>();
    const seed = await secretOf();
    expect(seed).toMatch(/^heihe-2022-05-[0-9a-f]{32}$/);
    expect(commitment).toBe(createHash('sha256').update(seed).digest('hex'));
    expect(await view()).toMatchObject({ state: 'announced', commitment, draw: null, units: 2 });
    await at('2022-05-25T02:00:00.000Z');
    const { drawn } = (await post('draw', { period: MAY })).json<{ drawn: { unitName: string }[] }>();
    expect(drawn).toHaveLength(2);
    const county = await stage.server.signInAs('逊克县', 'liaison');
    const shown = await view(MAY, county);
    expect(shown).toMatchObject({ state: 'drawn', commitment, actions: [], draw: { seed, drawn } });
    expect(shown.draw!.candidates.map(({ unitName, weight }) => [unitName, weight])).toEqual(
      COUNTIES.map((name) => [name, 2]),
    );
    expect(drawScript({ mostMonths: shown.mostMonths, ...shown.draw! })).toContain(`seed = "${seed}"`);
  });

  it('counts the months since the last draw', async () => {
    const first = (await drawMay()).units.map(({ unitName }) => unitName);
    await at('2022-05-31T09:00:00.000Z');
    await stage.server.ticker.tick();
    await at('2022-06-25T02:00:00.000Z');
    await post('draw', { period: '2022-06' });
    const { candidates, drawn } = (await view('2022-06')).draw!;
    for (const { unitName, weight } of candidates) expect(weight).toBe(first.includes(unitName) ? 1 : 3);
    expect(drawn.map(({ unitName }) => unitName)).toEqual(COUNTIES.filter((name) => !first.includes(name)));
  });

  it('announces itself at the hour of the year’s data, once, however many servers look', async () => {
    await stage.server.ticker.tick();
    expect((await view()).state).toBe('unannounced');
    await at('2022-04-29T08:00:00.000Z');
    await Promise.all([stage.server.ticker.tick(), stage.server.ticker.tick(), post('announce', { period: MAY })]);
    const { commitment } = await view();
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    await stage.server.ticker.tick();
    expect((await view()).commitment).toBe(commitment);
    expect(await stage.server.database.rows('SELECT id FROM spot_check')).toHaveLength(1);
  });

  it('shows its seed to nobody before it is drawn: no answer, no log, no audit entry, no record of a request', async () => {
    await post('announce', { period: MAY });
    const secret = (await secretOf()).slice(-32);
    await at('2022-05-10T02:00:00.000Z');
    const county = await stage.server.signInAs('逊克县', 'liaison');
    const answers = [
      await view(),
      await view(MAY, county),
      await list(),
      (await post('draw', { period: MAY })).json<object>(),
    ];
    const kept = [
      await stage.server.database.rows('SELECT * FROM audit_entry'),
      await stage.server.database.rows('SELECT * FROM idempotency_record'),
      await stage.server.database.rows('SELECT * FROM outbox_message'),
    ];
    expect(JSON.stringify([answers, kept])).not.toContain(secret);
    expect(stage.server.logLines.join('')).not.toContain(secret);
  });

  it('is not drawn with another seed than the promised one, nor without a promise, nor early, nor twice', async () => {
    await post('announce', { period: MAY });
    await at('2022-05-23T15:59:00.000Z');
    expect((await post('draw', { period: MAY })).json()).toMatchObject({ code: 'spot-checks.too-early' });
    await at('2022-05-25T02:00:00.000Z');
    const seed = await secretOf();
    const keep = (secret: string): Promise<unknown> =>
      stage.server.database.rows('UPDATE spot_check SET secret = ? WHERE period = ?', [secret, MAY]);
    await keep(seed.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    expect((await post('draw', { period: MAY })).json()).toMatchObject({ code: 'spot-checks.seed-changed' });
    await keep(seed);
    const both = await Promise.all([post('draw', { period: MAY }), post('draw', { period: MAY })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    await at('2022-06-25T02:00:00.000Z');
    expect((await post('draw', { period: '2022-06' })).json()).toMatchObject({ code: 'spot-checks.never-announced' });
    expect((await post('announce', { period: '2022-06' })).json()).toMatchObject({
      code: 'spot-checks.never-announced',
    });
    expect((await post('announce', { period: '2023-01' })).json()).toMatchObject({ code: 'spot-checks.no-draw' });
  });

  it('finds measures undone, which then fail in the score, until the finding is withdrawn', async () => {
    const { units } = await drawMay();
    const { id } = (await post('findings', finding(units))).json<{ id: string }>();
    const scope = { groupId: stage.groupId, unitId: null };
    const failed = (): Promise<unknown> => stage.server.app.get(SpotCheckQueries).failedMeasures(scope, MAY);
    const { unitId, measures } = units[0]!;
    expect(await failed()).toEqual(new Map([[unitId, [measures[0]!.measureId]]]));
    expect((await post('findings', finding(units))).json()).toMatchObject({ code: 'spot-checks.already-found' });
    await post('findings', finding(units, { measureId: measures[1]!.measureId, verdict: 'done', text: '看到了。' }));
    expect(await failed()).toEqual(new Map([[unitId, [measures[0]!.measureId]]]));
    const withdraw = (): Promise<LightMyRequestResponse> => post(`findings/${id}/withdraw`, { reason: '看错了地方。' });
    const twice = await Promise.all([withdraw(), withdraw()]);
    expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
    expect(await failed()).toEqual(new Map());
    const [shown] = (await list()).units[0]!.measures;
    expect(shown).toMatchObject({
      finding: null,
      withdrawn: [{ verdict: 'undone', withdrawal: { reason: '看错了地方。' } }],
    });
    expect((await post('findings', finding(units))).statusCode).toBe(200);
  });

  it('is read by a county as far as it is about itself', async () => {
    const { units } = await drawMay();
    await post('findings', finding(units));
    const own = await stage.server.signInAs(units[0]!.unitName, 'liaison');
    const [shown, ...more] = (await list(own)).units;
    expect([shown?.unitId, more]).toEqual([units[0]!.unitId, []]);
    expect(shown?.measures[0]?.finding).toMatchObject({ verdict: 'undone', withdrawal: null });
    const other = await stage.server.signInAs(units[1]!.unitName, 'leader');
    expect(JSON.stringify(await list(other))).not.toContain('公示栏');
    const scope = { groupId: stage.groupId, unitId: units[1]!.unitId };
    expect(await stage.server.app.get(SpotCheckQueries).failedMeasures(scope, MAY)).toEqual(new Map());
    expect((await post('findings', finding(units), own)).statusCode).toBe(403);
  });

  it('tells a county that it was drawn, what was found undone and that this was withdrawn, and no other county', async () => {
    const { units } = await drawMay();
    const [drawn, other] = [units[0]!, units[1]!];
    const { id } = (await post('findings', finding(units))).json<{ id: string }>();
    const [first, second, third] = drawn.measures;
    await post('findings', finding(units, { measureId: second!.measureId }));
    await post('findings', finding(units, { measureId: third!.measureId, verdict: 'done' }));
    await post(`findings/${id}/withdraw`, { reason: '看错了地方。' });
    await stage.server.app.get(OutboxDispatcher).drain();
    const told = async (name: string): Promise<readonly (readonly [string, string, string])[]> => {
      const as = await stage.server.signInAs(name, 'liaison');
      const { toKnow } = (await stage.server.ask({ url: '/api/inbox', as })).json<InboxView>();
      const about = toKnow.filter(({ target }) => target.kind === 'spot-check');
      return about.map(({ title, body, target }) => [title, body, target.id] as const).sort();
    };
    const draw = ['5月抽查抽中您单位', expect.stringContaining('自己算一遍'), MAY];
    expect(await told(drawn.unitName)).toEqual([
      draw,
      [`5月抽查查到没完成：${second!.title}`, '现场没有看到公示栏。', `${MAY}/${String(second!.number)}`],
      [`5月抽查结果撤销了：${first!.title}`, '理由：看错了地方。', `${MAY}/${String(first!.number)}`],
    ]);
    expect(await told(other.unitName)).toEqual([draw]);
    const spared = COUNTIES.find((name) => units.every(({ unitName }) => unitName !== name))!;
    expect(await told(spared)).toEqual([]);
  });

  it('takes no finding about who was not drawn, about no measure of the month, or two at once', async () => {
    const { units } = await drawMay();
    const names = units.map(({ unitName }) => unitName);
    const missing = COUNTIES.find((name) => !names.includes(name))!;
    const unit = await stage.server.database.row<{ id: string }>('SELECT id FROM unit WHERE name = ?', [missing]);
    expect((await post('findings', finding(units, { unitId: unit!.id }))).json()).toMatchObject({
      code: 'spot-checks.not-drawn-unit',
    });
    const measureId = units[1]!.measures[0]!.measureId;
    expect((await post('findings', finding(units, { measureId }))).json()).toMatchObject({
      code: 'spot-checks.measure-unknown',
    });
    const both = await Promise.all([post('findings', finding(units)), post('findings', finding(units))]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('leaves a published month alone', async () => {
    const { units } = await drawMay();
    const { id } = (await post('findings', finding(units))).json<{ id: string }>();
    stage.server.app.get(PublishedMonths).register((_, __, period) => Promise.resolve(period === MAY));
    const measureId = units[0]!.measures[1]!.measureId;
    const refused = { code: 'information.month-published' };
    expect((await post('findings', finding(units, { measureId }))).json()).toMatchObject(refused);
    expect((await post(`findings/${id}/withdraw`, { reason: '看错了。' })).json()).toMatchObject(refused);
    const list = await stage.server.ask({ url: `/api/spot-checks/findings?period=${MAY}`, as: stage.lead });
    expect(list.json()).toMatchObject({ isPublished: true });
  });

  it('is opened at the running month, and in January at the last one that may still be drawn', async () => {
    const opened = async () => (await stage.server.ask({ url: '/api/spot-checks', as: lead })).json<SpotCheckView>();
    expect((await opened()).period).toBe('2022-04');
    await at('2023-01-19T02:00:00.000Z');
    expect((await opened()).period).toBe('2022-12');
  });

  it('shows what was found there without a month named, before the first month and after the last one too', async () => {
    const opened = async () =>
      (await stage.server.ask({ url: '/api/spot-checks/findings', as: lead })).json<FindingListView>();
    await drawMay();
    expect(await opened()).toMatchObject({ period: MAY, state: 'drawn', units: [{}, {}] });
    await at('2023-01-19T02:00:00.000Z');
    expect(await opened()).toMatchObject({ period: '2022-12', state: 'unannounced', units: [] });
    stage.server.clock.set('2022-03-19T02:00:00.000Z');
    expect(await opened()).toMatchObject({ period: '2022-04', state: 'unannounced', units: [] });
  });

  it('is no matter of another group', async () => {
    await post('announce', { period: MAY });
    const other = await stage.server.signInAs('市招商办', 'lead-officer');
    const answer = await stage.server.ask({ url: `/api/spot-checks?period=${MAY}`, as: other });
    expect(answer.json()).toMatchObject({ code: 'spot-checks.no-draw' });
  });
});
