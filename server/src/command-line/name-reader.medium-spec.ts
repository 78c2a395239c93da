import { commandLine, type Run } from '../../test/command-line/bench-terminal';
import { describeOnEachDatabase, type TestDatabase } from '../../test/databases';
import type { ReportStage } from '../../test/report-stage';
import {
  openSupervisionStage,
  OVERSIGHT,
  oversightOf,
  secondOfficerOf,
  signInNth,
  type SupervisionStage,
} from '../../test/supervision-stage';

const NUMBER = '问题线索〔2022〕1号';
const REASON = '分管领导6月1日指定。';

describeOnEachDatabase('naming who reads what nobody of the lead unit may read any more', (open) => {
  let database: TestDatabase;
  let told: SupervisionStage;
  let stage: ReportStage;
  let run: (...words: string[]) => Promise<Run>;

  beforeEach(async () => {
    told = await openSupervisionStage(async (options) => (database = await open(options)));
    ({ stage } = told);
    const { address, directory } = database;
    const url = address.kind === 'sqlite' ? address.file : address.url;
    const jiannuo = commandLine(directory, { DATABASE_URL: url, DATA_DIR: directory });
    run = (...words) => jiannuo('name-reader', '--group', 'heihe-2022', ...words);
  });
  afterEach(() => stage.close());

  /** The names of the officers of the lead unit who are in their posts. */
  const officers = async (): Promise<readonly string[]> => {
    const rows = await stage.rows<{ name: string }>(
      `SELECT p.name FROM appointment a JOIN person p ON p.id = a.person_id
       WHERE a.group_id = ? AND a.role = 'lead-officer' AND a.ended_at IS NULL ORDER BY a.id`,
      [stage.groupId],
    );
    return rows.map(({ name }) => name);
  };

  /** A clue that two officers may know of; the second of them, who checks it, leaves only later. */
  const clue = async (): Promise<string> => {
    const { unitId, liaisonId } = await oversightOf(stage);
    return told.issued('clue', [], {
      ...{ title: '经督办仍没有完成', ground: 'duty-unmet', fields: { facts: '没有完成。' }, answer: 'receipt' },
      ...{ dueAt: null, addressees: [{ unitId, part: 'main' }], accusedIds: [await told.unitOf('孙吴县')] },
      readerIds: [await secondOfficerOf(stage), liaisonId],
    });
  };

  const leave = (noticeId: string): Promise<object[]> =>
    stage.rows(
      `UPDATE appointment SET ended_at = '2022-06-01T01:00:00.000Z' WHERE role = 'lead-officer'
       AND id IN (SELECT appointment_id FROM supervision_reader WHERE notice_id = ?)`,
      [noticeId],
    );

  it('lists what there is by number alone, and nothing while somebody is left', async () => {
    const id = await clue();
    expect(await run()).toEqual({ code: 0, printed: '', told: '没有这样的件。' });
    await leave(id);
    expect(await run()).toEqual({ code: 0, printed: NUMBER, told: '牵头单位没有知悉人的件：' });
  });

  it('lets the officer who is named read it, on record, and tells nobody else', async () => {
    const id = await clue();
    const third = await signInNth(stage, 2);
    await leave(id);
    const [name, other] = await officers();
    const named = ['--number', NUMBER, '--person', name!, '--reason', REASON];
    expect(await run(...named)).toEqual({
      code: 0,
      printed: '',
      told: `${NUMBER}改由${name!}知悉，已经记下，只告诉了本人。`,
    });
    await told.deliver();
    expect((await told.inbox(third)).toKnow).toMatchObject([{ title: NUMBER, target: { kind: 'notice', id } }]);
    expect((await told.notice(id, third)).history.at(-1)).toMatchObject({
      action: 'succeed',
      by: '管理员',
      text: `牵头单位的知悉人都已不在岗，由${name!}接替。${REASON}`,
    });
    expect(other).toBeUndefined();
    expect((await told.inbox(await stage.as(OVERSIGHT, 'liaison'))).toKnow).toEqual([]);
    expect((await run()).told).toBe('没有这样的件。');
  });

  it('lets an officer go on with an unannounced inspection whose only inspector has left, with all that he noted', async () => {
    const unitIds = [await told.unitOf('孙吴县')];
    const plan = {
      ...{ method: 'unannounced', subject: 'key-tasks', title: '窗口暗访', matter: '看窗口。', others: '' },
      ...{ fromOn: '2022-05-16', toOn: '2022-05-18', memberIds: [], unitIds },
    };
    const post = (as: string, path: string, body: object) =>
      stage.ask({ method: 'POST', url: `/api/inspections/plans${path}`, as, body });
    const { id } = (await post(told.writer, '', { plan })).json<{ id: string }>();
    await post(told.writer, `/${id}/steps`, { action: 'start', version: 1, reason: '' });
    const other = told.checker;
    const seen = async (as = other) => (await stage.ask({ url: `/api/inspections/plans/${id}`, as })).statusCode;
    expect([await seen(), (await run()).told]).toEqual([404, '没有这样的件。']);
    await stage.rows(
      `UPDATE appointment SET ended_at = '2022-06-01T01:00:00.000Z'
       WHERE id IN (SELECT appointment_id FROM inspection_member WHERE inspection_id = ?)`,
      [id],
    );
    expect((await told.inbox(other)).claims.map(({ title }) => title)).toContain('有限知悉的件，本单位没有知悉人了');
    expect((await run()).printed).toBe(`${id}　暗访督导`);
    const [name] = await officers();
    const named = await run('--number', id, '--person', name!, '--reason', REASON);
    expect(named).toEqual({ code: 0, printed: '', told: `暗访督导改由${name!}知悉，已经记下，只告诉了本人。` });
    await told.deliver();
    const target = { kind: 'inspection', id };
    expect((await told.inbox(other)).toKnow).toMatchObject([{ title: '有一件限知悉的件', target }]);
    const view = (await stage.ask({ url: `/api/inspections/plans/${id}`, as: other })).json<{ history: object[] }>();
    expect(view).toMatchObject({ state: 'under-way', actions: ['note', 'conclude', 'cancel'] });
    expect(view.history.at(-1)).toMatchObject({
      action: 'succeed',
      by: '管理员',
      text: `督导人员都已不在岗，由${name!}接替。${REASON}`,
    });
    expect(await seen(await signInNth(stage, 1))).toBe(404);
    expect((await run()).told).toBe('没有这样的件。');
  });

  it('refuses in one sentence, and changes nothing', async () => {
    const id = await clue();
    await leave(id);
    const [name] = await officers();
    const refusals = [
      [['--number', NUMBER], '还没写由谁接替和理由，请写 --person 和 --reason。'],
      [['--number', '问题线索〔2022〕9号', '--person', name!, '--reason', REASON], '没有这一份，或者不归您看。'],
      [['--number', NUMBER, '--person', '没有这个人', '--reason', REASON], '接替的人要'],
      [['--number', NUMBER, '--person', name!, '--reason', ' '], ''],
    ] as const;
    for (const [words, sentence] of refusals) {
      const refused = await run(...words);
      expect([refused.code, refused.printed]).toEqual([2, '']);
      expect(refused.told).toContain(sentence);
      expect(refused.told).not.toContain('没料到');
    }
    expect((await run()).printed).toBe(NUMBER);
  });
});
