import type {
  CircularListView,
  CircularStanding,
  CircularSubjectsView,
  NoticeStanding,
} from '@jiannuo/shared/supervision';
import { FallenGrounds } from '../ladder/fallen.commands';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import {
  codeOf,
  openSupervisionStage,
  OVERSIGHT,
  oversightOf,
  secondOfficerOf,
  type SupervisionStage,
} from '../../../../test/supervision-stage';

/** The Monday after the Friday on which the reports of May were due. */
const NAMED = '2022-05-23T01:00:00.000Z';
const ITEM = { title: '5月工作推进情况通报', issuedOn: '2022-05-23', shortfall: '第三条点到没有交5月月报。' };

describeOnEachDatabase('What a circular named of a unit (通报, art. 12, 16)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let unitId: string;
  let report: { readonly id: string };

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    stage.at(NAMED);
    unitId = await told.unitOf('逊克县');
    report = await stage.obligation('逊克县');
  });
  afterEach(() => stage.close());

  const enter = (change: object = {}, as = told.writer) =>
    told.post(as, 'circulars', { ...ITEM, unitId, obligationId: report.id, evidence: [], ...change });
  const entered = async (change: object = {}): Promise<string> => (await enter(change)).json<CircularStanding>().id;
  const list = async (): Promise<CircularListView> =>
    (await stage.ask({ url: '/api/supervision/circulars', as: told.checker })).json();
  const clueOn = async (id: string): Promise<object> => {
    const { unitId: receiver, liaisonId } = await oversightOf(stage);
    const second = await secondOfficerOf(stage);
    return {
      title: '逊克县经通报仍没有交月报',
      ground: 'after-notices',
      fields: { facts: '到5月23日没有交。', persons: '逊克县' },
      answer: 'receipt',
      dueAt: null,
      addressees: [{ unitId: receiver, part: 'main' }],
      readerIds: [second, liaisonId],
      accusedIds: [unitId],
      link: { kind: 'circular', id },
    };
  };

  it('is entered with what the unit owed, chosen from what it has not done in time', async () => {
    const url = `/api/supervision/circulars/subjects?unitId=${unitId}`;
    const { rows } = (await stage.ask({ url, as: told.writer })).json<CircularSubjectsView>();
    expect(rows[0]).toMatchObject({ id: report.id, title: '5月月报' });
    await entered({ evidence: [{ id: 'e1', title: '通报扫描件', kind: 'document', attachmentId: null }] });
    expect((await list()).rows).toMatchObject([
      { ...ITEM, unitName: '逊克县', subject: '5月月报', evidence: [{ title: '通报扫描件' }], withdrawn: null },
    ]);
    await entered({ obligationId: null });
    expect((await list()).rows[0]).toMatchObject({ subject: null });
    const twice = await Promise.all([enter({ shortfall: '第五条点到。' }), enter({ shortfall: '第五条点到。' })]);
    expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect([codeOf(await enter()), (await list()).rows.length]).toEqual(['supervision.circular-there', 3]);
  });

  it('names only what is lacking, and shakes what rests on it once that came in time after all, or was let off', async () => {
    const follow = (): Promise<unknown> => stage.server.app.get(FallenGrounds).followAll();
    const shakes = async (id: string): Promise<readonly string[]> =>
      (await told.notice(id)).history.filter(({ action }) => action === 'shake').map(({ text }) => text);
    const id = await entered();
    const order = await told.issued('order', ['逊克县'], { link: { kind: 'circular', id } });
    const clue = await told.issued('clue', [], await clueOn(id));
    await follow();
    expect([await shakes(order), await shakes(clue)]).toEqual([[], []]);
    stage.at('2022-05-24T01:00:00.000Z');
    const body = {
      ...{ obligationId: report.id, channel: 'email', receivedAt: '2022-05-19T02:00:00.000Z' },
      ...{ basis: '邮箱截图', content: null, attachmentIds: [] },
    };
    const request = { method: 'POST', url: '/api/reports/enter-for', as: told.writer, body } as const;
    expect((await stage.ask(request)).statusCode).toBe(200);
    await follow();
    await follow();
    const words = `《${ITEM.title}》点名的事项5月19日 周四已经按时收到。`;
    expect([await shakes(order), await shakes(clue)]).toEqual([[words], [words]]);
    expect(codeOf(await enter({ shortfall: '又点到。' }))).toBe('supervision.circular-not-short');
    const late = (await told.draft('order', ['逊克县'], { link: { kind: 'circular', id } })).json<NoticeStanding>();
    expect(codeOf(await told.move(late.id, 'send'))).toBe('supervision.ground-in-time');
    const dossier = { isGathered: false, noticeIds: [], circularIds: [id] };
    const among = await told.draft('clue', [], { ...(await clueOn(id)), link: null, dossier });
    const refused = await told.move(among.json<NoticeStanding>().id, 'send');
    expect(codeOf(refused)).toBe('supervision.dossier-item-gone');
  });

  it('stands in the chain of the clue that rests on it alone (art. 16)', async () => {
    const id = await entered({ obligationId: null });
    const clue = await told.issued('clue', [], await clueOn(id));
    const named = [{ id, ...ITEM, unitName: '逊克县' }];
    expect(await told.notice(clue)).toMatchObject({ number: '问题线索〔2022〕1号', chain: [], circulars: named });
    const receiver = await stage.as(OVERSIGHT, 'liaison');
    const ticket = await told.ticketOf(clue, OVERSIGHT);
    expect(await told.ticket(ticket, receiver)).toMatchObject({ circulars: named });
  });

  it('stands in the chain of a notice about what it named, and of those that follow', async () => {
    const id = await entered();
    const link = { kind: 'obligation', id: report.id };
    const order = await told.issued('order', ['逊克县'], { link });
    const listing = await told.issued('listing', ['逊克县'], {
      earlierId: order,
      fields: { facts: '仍没有交。', delistWhen: '补交。' },
    });
    for (const notice of [order, listing]) expect(await told.notice(notice)).toMatchObject({ circulars: [{ id }] });
    const other = await told.issued('order', ['孙吴县']);
    expect(await told.notice(other)).toMatchObject({ circulars: [] });
  });

  it('that was entered wrongly is taken back with a reason: it counts no more, and an issued dossier stays as it was', async () => {
    const id = await entered({ obligationId: null });
    const content = await clueOn(id);
    const clue = await told.issued('clue', [], content);
    const draft = (await told.draft('clue', [], content)).json<NoticeStanding>();
    stage.at('2022-05-23T02:00:00.000Z');
    const withdraw = (reason: string) => told.post(told.checker, `circulars/${id}/withdraw`, { reason });
    expect(codeOf(await withdraw(''))).toBe('supervision.text-missing');
    expect((await withdraw('是另一个县。')).statusCode).toBe(200);
    expect(codeOf(await withdraw('再来一次。'))).toBe('supervision.circular-withdrawn');
    expect((await list()).rows).toMatchObject([{ id, withdrawn: { reason: '是另一个县。' } }]);
    expect(await told.notice(clue)).toMatchObject({ circulars: [{ id }] });
    expect(codeOf(await told.move(draft.id, 'send'))).toBe('supervision.link-unknown');
    expect(await told.notice(draft.id)).toMatchObject({ circulars: [] });
  });

  it('that is taken back shakes an order about it as well', async () => {
    const id = await entered({ obligationId: null });
    const order = await told.issued('order', ['逊克县'], {
      link: { kind: 'circular', id },
      dueAt: '2022-06-01T10:00:00.000Z',
    });
    const withdrawn = await told.post(told.checker, `circulars/${id}/withdraw`, { reason: '点错了单位。' });
    expect(withdrawn.statusCode).toBe(200);
    const { actions, history } = await told.notice(order);
    expect(actions).toContain('keep');
    expect(history.at(-1)).toMatchObject({ action: 'shake', text: '《5月工作推进情况通报》的点名撤销。点错了单位。' });
  });

  it('is not taken back unseen in the moment in which a clue that rests on it goes out', async () => {
    const id = await entered({ obligationId: null });
    const clue = (await told.draft('clue', [], await clueOn(id))).json<NoticeStanding>().id;
    for (const [action, as] of [['send'], ['check', told.checker]] as const) {
      expect((await told.move(clue, action, as)).statusCode).toBe(200);
    }
    const issue = { action: 'issue', version: (await told.notice(clue)).version, reason: '' };
    const [issued, taken] = await Promise.all([
      told.post(told.writer, `notices/${clue}/steps`, issue),
      told.post(told.checker, `circulars/${id}/withdraw`, { reason: '写错了。' }),
    ]);
    expect([[200, 422].includes(issued.statusCode), taken.statusCode]).toEqual([true, 200]);
    const { actions, circulars } = await told.notice(clue);
    const isTold = actions.includes('keep') && circulars.length === 1;
    expect(issued.statusCode === 200 ? isTold : actions.includes('issue')).toBe(true);
  });

  it('is taken back once when two officers do it at once', async () => {
    const id = await entered();
    const both = [told.writer, told.checker].map((as) =>
      told.post(as, `circulars/${id}/withdraw`, { reason: '写错了。' }),
    );
    expect((await Promise.all(both)).map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it.each([
    ['of tomorrow', { issuedOn: '2022-05-24' }, 'circular-day-ahead'],
    ['that names nothing', { shortfall: '' }, 'text-missing'],
    ['of no unit', { unitId: null }, 'circular-unit-missing'],
    ['of a unit that is not here', { unitId: '01G0000000000000000000NONE' }, 'circular-unit-unfit'],
    ['from before it was due', { issuedOn: '2022-05-20' }, 'circular-before-due'],
    ['about what is not here', { obligationId: '01G0000000000000000000NONE' }, 'circular-subject-unknown'],
  ])('%s is refused', async (_, change, code) => {
    expect(codeOf(await enter(change))).toBe(`supervision.${code}`);
    expect((await list()).rows).toEqual([]);
  });

  it('is no guess: what another unit owed is refused, and so is a file that is not the lead unit’s', async () => {
    const other = await stage.obligation('孙吴县');
    expect(codeOf(await enter({ obligationId: other.id }))).toBe('supervision.circular-subject-unknown');
    const evidence = [{ id: 'e1', title: '通报', kind: 'document', attachmentId: '01G0000000000000000000NONE' }];
    expect((await enter({ evidence })).statusCode).toBe(404);
    expect((await enter({}, told.officer)).statusCode).toBe(403);
  });

  it('is nothing that another group finds', async () => {
    const id = await entered();
    const elsewhere = await stage.as('市招商办', 'lead-officer');
    const answer = await told.post(elsewhere, `circulars/${id}/withdraw`, { reason: '试试。' });
    expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'supervision.circular-not-found']);
    const seen = (await stage.ask({ url: '/api/supervision/circulars', as: elsewhere })).json<CircularListView>();
    expect(seen.rows).toEqual([]);
  });
});
