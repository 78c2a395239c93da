import type { LightMyRequestResponse } from 'fastify';
import type { WorkUpdateListView } from '@jiannuo/shared/information';
import type { InboxView } from '@jiannuo/shared/notifications';
import type { QuestionView, RegisterView, RulingOutcome } from '@jiannuo/shared/rulings';
import { aMonth } from '@jiannuo/shared/samples';
import { RulingQueries, ScoredMonths } from '.';
import { describeOnEachDatabase } from '../../../test/databases';
import { openReportStage, type ReportStage } from '../../../test/report-stage';
import { OutboxDispatcher } from '../../platform/outbox';
import { PublishedMonths } from '../information';

const LEAD = '市专班牵头单位';
const SINGLE = {
  year: 2022,
  name: 'annualReading',
  value: 'single',
  text: '月度已折算70%，年度取9个月平均，不再乘70%。',
  basis: '附则，牵头单位负责解释',
  fromPeriod: '2022-04',
};
const ANNEX_3 = { ...SINGLE, name: 'materials', value: 'annex-3', text: '材料按附件3的表。' };
const CLOSED_AT = '2023-01-31T02:00:00.000Z';

describeOnEachDatabase('A ruling (解释口径, 附则)', (open) => {
  let stage: ReportStage;
  let drafter: string;
  let checker: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    stage.at('2022-06-28T01:00:00.000Z');
    drafter = await stage.server.signInNamed('市专班经办人甲');
    checker = await stage.server.signInNamed('市专班经办人乙');
  });
  afterEach(() => stage.close());

  const post = (as: string, path: string, body: object = {}): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url: `/api/rulings${path}`, as, body });
  const propose = async (body: object = SINGLE, as = drafter): Promise<string> => {
    const answer = await post(as, '', body);
    expect(answer.statusCode).toBe(200);
    return answer.json<RulingOutcome>().id;
  };
  const check = (id: string, as = checker): Promise<LightMyRequestResponse> => post(as, `/${id}/check`);
  const register = async (as = drafter): Promise<RegisterView> =>
    (await stage.ask({ url: '/api/rulings?year=2022', as })).json();
  const question = async (name: string, as = drafter): Promise<QuestionView> =>
    (await register(as)).questions.find((each) => each.name === name)!;
  const scope = (): { groupId: string; unitId: null } => ({ groupId: stage.groupId, unitId: null });
  const queries = (): RulingQueries => stage.server.app.get(RulingQueries);
  const codeOf = (answer: LightMyRequestResponse): string => answer.json<{ code: string }>().code;
  const publish = (...months: readonly string[]): void => {
    stage.server.app.get(PublishedMonths).register((_, groupId, period) => {
      return Promise.resolve(groupId === stage.groupId && months.includes(period));
    });
  };

  it('has effect when a second person of the lead unit has checked it, and not before', async () => {
    const id = await propose();
    expect(await question('annualReading')).toMatchObject({ standing: 'open', value: 'literal', standingId: null });
    expect(await queries().unsettled(scope(), 2022)).toEqual(['Q1']);
    expect((await check(id)).json()).toEqual({ id, number: 1, state: 'checked', keptPeriods: [] });
    expect(await question('annualReading')).toMatchObject({ standing: 'ruled', value: 'single', standingId: id });
    expect(await queries().unsettled(scope(), 2022)).toEqual([]);
    expect(await queries().inForce(scope(), '2022-05')).toMatchObject({
      regulation: { id: 'heihe-2022' },
      overrides: { annualReading: 'single' },
      register: [{ number: 1, text: SINGLE.text, fromPeriod: '2022-04', byUnit: LEAD }],
    });
  });

  it('is not checked by its drafter', async () => {
    const id = await propose();
    const answer = await check(id, drafter);
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'rulings.own-draft']);
    expect((await question('annualReading')).rulings).toMatchObject([{ state: 'draft', actions: ['void'] }]);
    expect((await question('annualReading', checker)).rulings).toMatchObject([{ actions: ['check', 'void'] }]);
  });

  it('is read by every unit once it is in force; drafts and void ones are the lead unit’s own', async () => {
    const gone = await propose({ ...ANNEX_3, text: '写错了。' });
    expect((await post(drafter, `/${gone}/void`, { reason: '写错了。' })).json()).toMatchObject({ state: 'void' });
    const id = await propose();
    const county = await stage.as('逊克县', 'liaison');
    expect((await register(county)).questions.flatMap(({ rulings }) => rulings)).toEqual([]);
    await check(id);
    const seen = (await register(county)).questions.flatMap(({ rulings }) => rulings);
    expect(seen).toMatchObject([{ id, text: SINGLE.text, checkedBy: '市专班经办人乙', actions: [] }]);
    expect((await register(county)).mayPropose).toBe(false);
    expect((await post(county, '', ANNEX_3)).statusCode).toBe(403);
    expect((await check(id, county)).statusCode).toBe(403);
  });

  it('is followed, not edited: the earlier one keeps the months before the later', async () => {
    const first = await propose(ANNEX_3);
    await check(first);
    const second = await propose({ ...ANNEX_3, value: 'annex-2', fromPeriod: '2022-08', supersedes: first });
    await check(second);
    const materials = async (period: string): Promise<unknown> =>
      (await queries().inForce(scope(), period))?.overrides.materials;
    expect(await Promise.all(['2022-07', '2022-08'].map(materials))).toEqual(['annex-3', 'annex-2']);
    expect((await question('materials')).rulings).toMatchObject([
      { id: second, state: 'checked', supersedes: first },
      { id: first, state: 'superseded', text: ANNEX_3.text },
    ]);
    const circle = await post(drafter, '', { ...ANNEX_3, supersedes: first });
    expect([circle.statusCode, codeOf(circle)]).toEqual([409, 'rulings.circular']);
    expect(codeOf(await post(drafter, '', ANNEX_3))).toBe('rulings.overtaken');
    expect(codeOf(await check(first))).toBe('rulings.not-possible-superseded');
  });

  it('leaves a published month its number, and says so', async () => {
    publish('2022-04', '2022-05');
    const id = await propose({ ...ANNEX_3, fromPeriod: '2022-05' });
    expect((await check(id)).json()).toMatchObject({ keptPeriods: ['2022-05'] });
    expect((await queries().inForce(scope(), '2022-05'))?.overrides).toEqual({});
    expect((await queries().inForce(scope(), '2022-06'))?.overrides).toEqual({ materials: 'annex-3' });
    publish('2022-06');
    expect((await queries().inForce(scope(), '2022-06'))?.overrides).toEqual({ materials: 'annex-3' });
    expect((await question('materials')).rulings).toMatchObject([{ keptPeriods: ['2022-05'] }]);
  });

  it('says to a county what its work updates of that month are worth (Q2)', async () => {
    publish('2022-05');
    await check(await propose(ANNEX_3));
    const county = await stage.as('逊克县', 'liaison');
    const gainIn = async (period: string): Promise<unknown> => {
      const list = await stage.ask({ url: `/api/work-updates?period=${period}`, as: county });
      return list.json<WorkUpdateListView>().points?.highQuality.gain;
    };
    expect(await Promise.all(['2022-05', '2022-06'].map(gainIn))).toEqual([3, 2.5]);
  });

  it('decides the year though all its months are published', async () => {
    publish('2022-04', '2022-05', '2022-12');
    await check(await propose());
    expect((await queries().inForceOfYear(scope(), 2022))?.overrides).toEqual({ annualReading: 'single' });
    expect(await queries().unsettled(scope(), 2022)).toEqual([]);
  });

  it('stands beside the word whether the year’s result is final, and keeps what it was made by (Q1)', async () => {
    expect((await register()).yearClosedAt).toBeNull();
    const { app } = stage.server;
    const nothing = { units: [], published: [] };
    app.get(ScoredMonths).register(
      () => Promise.resolve(nothing),
      (groupId, year) => Promise.resolve(groupId === stage.groupId && year === 2022 ? CLOSED_AT : null),
    );
    expect((await register()).yearClosedAt).toBe(CLOSED_AT);
  });

  it('waits alone on its question, whoever drafts at the same time', async () => {
    const answers = await Promise.all([post(drafter, '', SINGLE), post(checker, '', { ...SINGLE, value: 'headings' })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('rulings.draft-waiting');
  });

  it('is checked once, and not after it was declared void at the same moment', async () => {
    const id = await propose();
    const answers = await Promise.all([check(id), post(drafter, `/${id}/void`, { reason: '再想想。' })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const states = (await stage.rows<{ state: string }>('SELECT state FROM ruling')).map(({ state }) => state);
    expect(states).toEqual([answers[0].statusCode === 200 ? 'checked' : 'void']);
    expect((await check(id)).statusCode).toBe(409);
  });

  it.each([
    ['a reading that is none', { value: 'twice' }, 'scoring.choice-unknown'],
    ['a month outside the cycle', { fromPeriod: '2022-03' }, 'rulings.month-outside'],
    ['no words', { text: ' \u200b' }, 'rulings.text-missing'],
    ['a year that nobody is scored in', { year: 2021 }, 'rulings.year-unscored'],
    ['a name of every object', { name: '__proto__' }, 'rulings.question-unknown'],
  ])('is refused with %s, and nothing is written', async (_, more, code) => {
    const answer = await post(drafter, '', { ...SINGLE, ...more });
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, code]);
    expect(await stage.rows('SELECT id FROM ruling')).toEqual([]);
  });

  it('belongs to its group and its regulation', async () => {
    const id = await propose();
    const other = await stage.server.signInAs('市招商办', 'lead-officer');
    expect((await check(id, other)).statusCode).toBe(404);
    const theirs = (await stage.ask({ url: '/api/rulings?year=2022', as: other })).json<RegisterView>();
    expect(theirs).toMatchObject({ regulation: 'investment-2022' });
    expect(theirs.questions.flatMap(({ rulings }) => rulings)).toEqual([]);
    expect((await stage.ask({ url: '/api/rulings?year=2021', as: drafter })).statusCode).toBe(404);
  });

  it('is found in January in the year that has ended, whose result waits for it (Q1)', async () => {
    stage.at('2023-01-19T01:00:00.000Z');
    const beside = { previousYear: null, nextYear: null };
    const as = await stage.server.signInNamed('市专班经办人甲');
    expect((await stage.ask({ url: '/api/rulings', as })).json()).toMatchObject({ year: 2022, ...beside });
  });

  it('is tried out in the sandbox before it is ruled, by the lead unit alone', async () => {
    const url = '/api/rulings/sandbox?year=2022&name=annualReading';
    expect((await stage.ask({ url, as: drafter })).json()).toMatchObject({ rows: [], months: [] });
    const month = aMonth().done(1).onTime(1).approved(20).built;
    stage.server.app.get(ScoredMonths).register(
      (scope, year) => {
        const isOurs = scope.groupId === stage.groupId && scope.unitId === null && year === 2022;
        const units = [{ unitId: 'a', unitName: '逊克县', months: [month], innovations: [] }];
        return Promise.resolve({ units: isOurs ? units : [], published: ['2022-05'] });
      },
      () => Promise.resolve(CLOSED_AT),
    );
    expect((await stage.ask({ url, as: drafter })).json()).toMatchObject({
      rows: [{ unitName: '逊克县', average: '65.00', totals: ['31.85', '45.50', '65.00'] }],
      stays: ['5月已通报的月度成绩一个都不改。', '月度得分都不变。'],
    });
    const bad = [
      await stage.ask({ url: `${url}&value=twice`, as: drafter }),
      await stage.ask({ url: '/api/rulings/sandbox?year=2022&name=toString', as: drafter }),
    ];
    expect(bad.map(({ statusCode }) => statusCode)).toEqual([422, 422]);
    expect((await stage.ask({ url, as: await stage.as('逊克县', 'liaison') })).statusCode).toBe(403);
    expect(
      (await stage.ask({ url, as: await stage.server.signInAs('市招商办', 'lead-officer') })).json(),
    ).toMatchObject({
      rows: [],
    });
  });

  it('is told to those who are scored once it is in force, and not before', async () => {
    const [unit] = await stage.rows<{ id: string }>(
      `SELECT id FROM unit WHERE name = '逊克县' AND group_id = '${stage.groupId}'`,
    );
    const units = [{ unitId: unit!.id, unitName: '逊克县', months: [], innovations: [] }];
    const scored = stage.server.app.get(ScoredMonths);
    scored.register(
      () => Promise.resolve({ units, published: [] }),
      () => Promise.resolve(null),
    );
    const told = async () => {
      await stage.server.app.get(OutboxDispatcher).drain();
      const inbox = await stage.ask({ url: '/api/inbox', as: await stage.as('逊克县', 'liaison') });
      return inbox.json<InboxView>().toKnow.filter(({ target }) => target.kind === 'ruling');
    };
    publish('2022-04');
    const id = await propose(ANNEX_3);
    expect(await told()).toEqual([]);
    await check(id);
    expect(await told()).toMatchObject([
      {
        title: '解释口径第1号生效：材料报送5加5，还是2.5加2.5',
        body: '附件3。从4月起，4月已通报，保留原分。材料按附件3的表。',
        target: { id: 'materials' },
      },
    ]);
  });

  it('is on record in the audit log with each step', async () => {
    const id = await propose();
    await check(id);
    const rows = await stage.rows<{ action: string }>(
      "SELECT action FROM audit_entry WHERE subject_kind = 'ruling' AND subject_id = ? ORDER BY at, id",
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['ruling.propose', 'ruling.check']);
  });
});
