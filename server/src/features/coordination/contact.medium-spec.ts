import type { LightMyRequestResponse } from 'fastify';
import type { ContactLogView, CoverageRow, CoverageView } from '@jiannuo/shared/coordination';
import type { Role } from '@jiannuo/shared/people';
import { describeOnEachDatabase } from '../../../test/databases';
import { openReportStage, type ReportStage } from '../../../test/report-stage';
import { insertRows } from '../../platform/database';

const LEAD = '市专班牵头单位';
const NOON = '2022-05-20T04:00:00.000Z';

describeOnEachDatabase('The log of contacts (art. 4)', (open) => {
  let stage: ReportStage;
  let lead: string;
  let calls = 0;

  beforeEach(async () => {
    stage = await openReportStage(open);
    stage.at(NOON);
    lead = await stage.as(LEAD, 'lead-officer');
  });
  afterEach(() => stage.close());

  const post = (url: string, body: object, as = lead): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url, as, body });

  async function unitId(name: string): Promise<string> {
    const [unit] = await stage.rows<{ id: string }>('SELECT id FROM unit WHERE name = ?', [name]);
    return unit!.id;
  }

  async function record(names: readonly string[], change: object = {}): Promise<LightMyRequestResponse> {
    const unitIds = await Promise.all(names.map(unitId));
    const facts = { contactedOn: '2022-05-18', channel: 'phone', subject: '催报5月月报', result: '20日前报' };
    return post('/api/contacts', { unitIds, ...facts, ...change });
  }

  async function coverage(): Promise<CoverageView> {
    return (await stage.ask({ url: '/api/contacts/coverage', as: lead })).json();
  }

  async function rowOf(name: string): Promise<CoverageRow> {
    return (await coverage()).rows.find(({ unitName }) => unitName === name)!;
  }

  async function logOf(name: string, as = lead): Promise<ContactLogView> {
    return (await stage.ask({ url: `/api/contacts/units/${await unitId(name)}`, as })).json();
  }

  /** A call of the call list and what it came to. */
  async function call(name: string, results: readonly { at: string; text: string; isReached: boolean | null }[]) {
    calls += 1;
    const id = `D${String(calls)}`.padEnd(26, '0');
    const own = { appointment_id: '', state: 'call-list', updated_at: NOON };
    const delivery = { group_id: stage.groupId, unit_id: await unitId(name), purpose: 'due-soon', about: '5月月报' };
    const rest = { subject_kind: 'obligation', is_personal: false, send_at: NOON, created_at: NOON };
    const subject = { subject_id: id, slot: 'last-day', title: '5月月报', due_at: NOON };
    await stage.server.transactions.run(async (tx) => {
      await insertRows(tx, 'delivery', [{ id, ...own, ...delivery, ...rest }]);
      await insertRows(tx, 'delivery_subject', [{ id, delivery_id: id, ...own, ...subject }]);
      return null;
    });
    for (const { at, text, isReached } of results) {
      stage.at(at);
      const answer = await post(`/api/call-list/${id}/result`, isReached === null ? { text } : { text, isReached });
      expect(answer.statusCode).toBe(200);
    }
    stage.at(NOON);
  }

  it('shows each unit’s months from April to December, in official order, and the gaps', async () => {
    await record(['爱辉区', '市司法局']);
    const view = await coverage();
    expect(view).toMatchObject({ year: 2022, currentPeriod: '2022-05', serverNow: NOON });
    expect(view.periods).toHaveLength(9);
    expect(view.rows).toHaveLength(20);
    expect(view.rows.slice(0, 2).map(({ unitName }) => unitName)).toEqual(['爱辉区', '北安市']);
    expect((await rowOf('爱辉区')).cells.slice(0, 3)).toEqual([
      { standing: 'gap', count: 0, lastOn: null },
      { standing: 'contacted', count: 1, lastOn: '2022-05-18' },
      { standing: 'ahead', count: 0, lastOn: null },
    ]);
    expect((await rowOf('北安市')).cells[1]?.standing).toBe('open');
  });

  it('notes a meeting once for everybody who was there, with an audit entry for each', async () => {
    const answer = await record(['爱辉区', '北安市', '爱辉区'], { channel: 'meeting', subject: '5月调度会商会议' });
    expect(answer.json<{ contactIds: string[] }>().contactIds).toHaveLength(2);
    const audited = await stage.rows("SELECT id FROM audit_entry WHERE action = 'contact.record'");
    expect(audited).toHaveLength(2);
    expect((await logOf('北安市')).contacts).toMatchObject([
      { source: 'entry', channel: 'meeting', subject: '5月调度会商会议', byName: '市专班经办人甲', struck: null },
    ]);
  });

  it('is written once when the phone sends the same wish twice, also at once', async () => {
    const body = {
      unitIds: [await unitId('逊克县')],
      contactedOn: '2022-05-18',
      channel: 'visit',
      subject: '看“码上诚信”',
      result: '',
    };
    const headers = { 'idempotency-key': 'contact-key-of-one-wish' };
    const ask = () => stage.ask({ method: 'POST', url: '/api/contacts', as: lead, body, headers });
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(answers[0].json()).toEqual(answers[1].json());
    expect((await logOf('逊克县')).contacts).toHaveLength(1);
  });

  it('keeps a struck line readable with who and why, and counts it no more', async () => {
    const { contactIds } = (await record(['孙吴县'])).json<{ contactIds: string[] }>();
    const url = `/api/contacts/${contactIds[0]!}/strike`;
    expect((await post(url, { reason: '' })).json()).toMatchObject({ code: 'coordination.strike-reason-missing' });
    expect((await post(url, { reason: '记错了单位' })).statusCode).toBe(200);
    expect((await post(url, { reason: '再划一次' })).json()).toMatchObject({ code: 'coordination.already-struck' });
    const log = await logOf('孙吴县');
    expect(log.contacts).toMatchObject([
      { subject: '催报5月月报', struck: { at: NOON, byName: '市专班经办人甲', reason: '记错了单位' } },
    ]);
    expect(log.cells[1]).toEqual({ standing: 'open', count: 0, lastOn: null });
  });

  it('is struck once when two people do it at once', async () => {
    const { contactIds } = (await record(['孙吴县'])).json<{ contactIds: string[] }>();
    const url = `/api/contacts/${contactIds[0]!}/strike`;
    const answers = await Promise.all(['一', '二'].map((reason) => post(url, { reason })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
    expect(await stage.rows("SELECT id FROM audit_entry WHERE action = 'contact.strike'")).toHaveLength(1);
  });

  it('takes a call of the call list that got through, without anybody typing it again', async () => {
    await call('市财政局', [{ at: '2022-05-19T01:00:00.000Z', text: '打通了，今天报', isReached: true }]);
    await call('市住建局', [{ at: '2022-05-19T01:05:00.000Z', text: '没人接', isReached: false }]);
    await call('市交通局', [{ at: '2022-05-19T01:10:00.000Z', text: '再说', isReached: null }]);
    expect((await logOf('市财政局')).contacts).toMatchObject([
      {
        source: 'call-list',
        contactedOn: '2022-05-19',
        channel: 'phone',
        subject: '5月月报',
        result: '打通了，今天报',
        recordedAt: '2022-05-19T01:00:00.000Z',
      },
    ]);
    expect((await rowOf('市财政局')).cells[1]).toEqual({ standing: 'contacted', count: 1, lastOn: '2022-05-19' });
    for (const name of ['市住建局', '市交通局']) expect((await rowOf(name)).cells[1]?.standing).toBe('open');
    expect(await stage.rows('SELECT id FROM contact_entry')).toEqual([]);
  });

  it('lets the last result of a day stand for a call, and counts another day’s call as another', async () => {
    await call('市财政局', [
      { at: '2022-05-18T01:00:00.000Z', text: '打通了', isReached: true },
      { at: '2022-05-18T02:00:00.000Z', text: '记错了，没人接', isReached: false },
      { at: '2022-05-19T01:00:00.000Z', text: '打通了，明天报', isReached: true },
      { at: '2022-05-20T01:00:00.000Z', text: '没人接', isReached: false },
    ]);
    expect((await logOf('市财政局')).contacts.map(({ contactedOn }) => contactedOn)).toEqual(['2022-05-19']);
  });

  it('counts a call in the Beijing month in which it was', async () => {
    await call('市财政局', [{ at: '2022-04-30T15:59:59.999Z', text: '打通了', isReached: true }]);
    await call('市住建局', [{ at: '2022-04-30T16:00:00.000Z', text: '打通了', isReached: true }]);
    expect((await rowOf('市财政局')).cells.map(({ count }) => count).slice(0, 2)).toEqual([1, 0]);
    expect((await rowOf('市住建局')).cells.map(({ count }) => count).slice(0, 2)).toEqual([0, 1]);
  });

  it.each([
    ['tomorrow', { contactedOn: '2022-05-21' }, 422, 'coordination.date-ahead'],
    ['a day before April', { contactedOn: '2022-03-31' }, 422, 'coordination.date-too-early'],
    ['a year that nobody set up', { contactedOn: '1999-03-31' }, 422, 'coordination.date-too-early'],
    ['no subject', { subject: ' \u200b ' }, 422, 'coordination.subject-missing'],
    ['a subject of 61 characters', { subject: '好'.repeat(61) }, 422, 'coordination.subject-too-long'],
    ['nobody', { unitIds: [] }, 422, 'coordination.units-missing'],
    ['a unit that is none', { unitIds: ['01G00000000000000000000000'] }, 404, 'coordination.unit-not-found'],
  ])('refuses %s and writes nothing', async (_what, change, status, code) => {
    const answer = await record(['爱辉区'], change);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code });
    expect(await stage.rows('SELECT id FROM contact_entry')).toEqual([]);
  });

  it('refuses all when one of the units is of another group, or the lead unit itself', async () => {
    expect((await record(['爱辉区', '东岭区'])).statusCode).toBe(404);
    expect((await record(['爱辉区', LEAD])).json()).toMatchObject({ code: 'coordination.unit-not-listed' });
    expect(await stage.rows('SELECT id FROM contact_entry')).toEqual([]);
  });

  it('asks for whom another group’s year says', async () => {
    const other = await stage.as('市招商办', 'lead-officer');
    const view = (await stage.ask({ url: '/api/contacts/coverage', as: other })).json<CoverageView>();
    expect(view.rows.map(({ unitName }) => unitName)).toEqual(['东岭区', '西河县']);
    expect(view.periods[0]).toBe('2022-03');
    expect((await logOf('市商务局', other)).cells).toEqual([]);
  });

  it.each<Role>(['liaison', 'leader'])('lets a unit’s %s read the unit’s own log and nobody else’s', async (role) => {
    await record(['逊克县', '孙吴县']);
    const own = await stage.as('逊克县', role);
    expect((await logOf('逊克县', own)).contacts).toHaveLength(1);
    for (const name of ['孙吴县', '东岭区']) {
      const answer = await stage.ask({ url: `/api/contacts/units/${await unitId(name)}`, as: own });
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'coordination.unit-not-found' });
    }
    for (const url of ['/api/contacts/coverage', '/api/contacts/export']) {
      expect((await stage.ask({ url, as: own })).statusCode).toBe(403);
    }
    expect((await post('/api/contacts', {}, own)).statusCode).toBe(403);
  });

  it('hides another group’s line from whoever would strike it', async () => {
    const { contactIds } = (await record(['孙吴县'])).json<{ contactIds: string[] }>();
    const other = await stage.as('市招商办', 'lead-officer');
    const answer = await post(`/api/contacts/${contactIds[0]!}/strike`, { reason: '划掉' }, other);
    expect(answer.statusCode).toBe(404);
  });

  it('knows no year that was not set up', async () => {
    const ask = (year: string) => stage.ask({ url: `/api/contacts/coverage?year=${year}`, as: lead });
    expect((await ask('2021')).json()).toMatchObject({ code: 'coordination.year-unknown' });
    expect((await ask('soon')).statusCode).toBe(422);
    expect((await ask('2022')).statusCode).toBe(200);
  });

  it('is exported as 沟通联络记录: the lines unit by unit, struck ones marked, and the months', async () => {
    await record(['北安市'], { contactedOn: '2022-05-19', subject: '=1+1', result: '一\n二' });
    const { contactIds } = (await record(['北安市'])).json<{ contactIds: string[] }>();
    await post(`/api/contacts/${contactIds[0]!}/strike`, { reason: '记错了单位' });
    await call('爱辉区', [{ at: '2022-05-19T01:00:00.000Z', text: '打通了', isReached: true }]);
    const answer = await stage.ask({ url: '/api/contacts/export', as: lead });
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('2022年沟通联络记录.xlsx'));
    const [log, months] = await sheetsOf(answer.rawPayload);
    expect(log?.slice(1)).toEqual([
      ['单位', '类别', '日期', '方式', '谈的事', '结果', '记录人', '登记时间', '备注'],
      [
        '爱辉区',
        '县（市、区）',
        '2022-05-19',
        '电话',
        '5月月报',
        '打通了',
        '市专班经办人甲',
        '2022-05-19 09:00',
        '来自电话名单',
      ],
      [
        ...[
          '北安市',
          '县（市、区）',
          '2022-05-18',
          '电话',
          '催报5月月报',
          '20日前报',
          '市专班经办人甲',
          '2022-05-20 12:00',
        ],
        '已划掉，不计：记错了单位（市专班经办人甲，2022-05-20 12:00）',
      ],
      ['北安市', '县（市、区）', '2022-05-19', '电话', '=1+1', '一\n二', '市专班经办人甲', '2022-05-20 12:00', null],
    ]);
    expect(months).toHaveLength(22);
    expect(months?.[2]?.slice(0, 4)).toEqual(['爱辉区', '县（市、区）', '没联系', '1次，最近2022-05-19']);
  });
});

async function sheetsOf(file: Buffer): Promise<readonly (readonly (readonly unknown[])[])[]> {
  const { default: readXlsxFile } = await import('read-excel-file/node');
  return (await readXlsxFile(file)).map(({ data }) => data);
}
