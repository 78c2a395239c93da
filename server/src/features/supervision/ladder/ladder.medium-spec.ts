import type { CircularStanding, NoticeRow } from '@jiannuo/shared/supervision';
import { LadderCommands } from '..';
import { LapseCommands } from './lapse.commands';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { codeOf, openSupervisionStage, talkFields, type SupervisionStage } from '../../../../test/supervision-stage';

/** Two working days after the reports of May were due. */
const AFTER = '2022-05-24T18:30:00.000Z';

describeOnEachDatabase('The ladder of notices (art. 13-16)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    await keepOnly(['逊克县', '市司法局']);
  });
  afterEach(() => stage.close());

  /** Lets everybody else off, so that a story has its two units alone. */
  const keepOnly = async (names: readonly string[]): Promise<void> => {
    await stage.server.transactions.run(async (tx) => {
      const places = names.map(() => '?').join(', ');
      await tx.query(
        `UPDATE obligation SET waived_at = created_at WHERE period <> '2022-05' OR kind <> 'monthly-report'
           OR unit_id NOT IN (SELECT id FROM unit WHERE name IN (${places}))`,
        [...names],
      );
      return null;
    });
  };
  const propose = (now = AFTER): Promise<number> => {
    stage.at(now);
    return stage.server.app.get(LadderCommands).proposeAll(now);
  };
  const proposals = async (as = told.writer): Promise<readonly NoticeRow[]> =>
    (await told.notices(as)).rows.filter(({ state }) => state === 'proposed');

  it('proposes a warning to each unit that did not hand in, once, and issues nothing', async () => {
    expect(await propose()).toBe(2);
    expect(await proposals()).toMatchObject([
      { kind: 'warning', number: '预警提示（文号签发时定）' },
      { kind: 'warning', tickets: { asked: 0 } },
    ]);
    expect(await propose()).toBe(0);
    expect(await propose('2022-05-30T18:30:00.000Z')).toBe(0);
    expect(await stage.rows('SELECT id FROM supervision_ticket')).toEqual([]);
    await stage.handIn('逊克县');
    expect(await propose('2022-06-07T18:30:00.000Z')).toBe(0);
  });

  it('proposes no rung twice when two servers look at once, nor when one was stopped on its way', async () => {
    stage.at(AFTER);
    const ladder = stage.server.app.get(LadderCommands);
    const counts = await Promise.all([ladder.proposeAll(AFTER), ladder.proposeAll(AFTER)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await proposals()).toHaveLength(2);
  });

  it('looks once a night by itself, and where the server stood still at night as soon as it runs again', async () => {
    stage.at('2022-05-23T17:30:00.000Z');
    await stage.server.ticker.tick();
    expect(await proposals()).toEqual([]);
    stage.at('2022-05-24T01:30:00.000Z');
    await stage.server.ticker.tick();
    expect(await proposals()).toHaveLength(2);
  });

  it('leaves alone what somebody has taken up already, and what was declined with a reason', async () => {
    const owed = await stage.obligation('逊克县');
    stage.at('2022-05-23T01:00:00.000Z');
    await told.draft('warning', ['逊克县'], {
      ground: 'time-near',
      fields: {},
      link: { kind: 'obligation', id: owed.id },
    });
    expect(await propose()).toBe(1);
    const [other] = await proposals();
    expect(other?.unitNames).toEqual(['市司法局']);
    expect(codeOf(await told.move(other!.id, 'decline'))).toBe('supervision.text-missing');
    expect((await told.move(other!.id, 'decline', told.writer, '已电话说明，明天就交。')).statusCode).toBe(200);
    expect(await propose('2022-05-29T18:30:00.000Z')).toBe(0);
  });

  it('is not silenced by a draft that somebody left before the thing was due', async () => {
    const { id } = await stage.obligation('逊克县');
    await told.draft('order', ['逊克县'], { link: { kind: 'obligation', id } });
    expect(await propose()).toBe(2);
  });

  it('is silenced by a draft about it for a week, and by one left lying no longer', async () => {
    await keepOnly(['逊克县']);
    const { id } = await stage.obligation('逊克县');
    stage.at('2022-05-23T01:00:00.000Z');
    await told.draft('order', ['逊克县'], { link: { kind: 'obligation', id } });
    expect(await propose('2022-05-29T18:30:00.000Z')).toBe(0);
    expect(await propose('2022-05-30T18:30:00.000Z')).toBe(1);
  });

  it('looks again at what was declined for now on its day, with what is true then, and not before', async () => {
    await keepOnly(['逊克县']);
    await propose();
    const [first] = await proposals();
    const decline = async (againOn: string) => {
      const body = { action: 'decline', version: 1, reason: '说好下周补。', againOn };
      return told.post(told.writer, `notices/${first!.id}/steps`, body);
    };
    for (const day of ['2022-05-25', '2022-06-26', '2022-13-40']) {
      expect(codeOf(await decline(day))).toBe('supervision.again-unfit');
    }
    expect((await decline('2022-06-01')).statusCode).toBe(200);
    expect((await told.notice(first!.id)).history.at(-1)).toMatchObject({
      action: 'decline',
      dueAt: '2022-05-31T16:00:00.000Z',
    });
    const again = async (now: string): Promise<number> => {
      stage.at(now);
      await stage.server.app.get(LapseCommands).lapseAll(now);
      return propose(now);
    };
    expect(await again('2022-05-30T18:30:00.000Z')).toBe(0);
    expect(await again('2022-05-31T18:30:00.000Z')).toBe(1);
    expect(await again('2022-06-01T18:30:00.000Z')).toBe(0);
    const [second] = await proposals();
    expect(second?.id).not.toBe(first?.id);
    expect((await told.notice(first!.id)).state).toBe('lapsed');
    expect((await told.notice(second!.id)).content.fields['facts']).toContain('到2022年6月1日没有收到');
  });

  /** Enters that a circular named 逊克县 for its report; the item. */
  const named = async (): Promise<string> => {
    stage.at('2022-05-23T01:00:00.000Z');
    const { id } = await stage.obligation('逊克县');
    const item = { title: '5月工作推进情况通报', issuedOn: '2022-05-23', shortfall: '第三条点到没有交5月月报。' };
    const entry = { ...item, unitId: await told.unitOf('逊克县'), obligationId: id, evidence: [] };
    return (await told.post(told.writer, 'circulars', entry)).json<CircularStanding>().id;
  };

  it('takes a circular that names the shortfall for the warning (Q25)', async () => {
    await named();
    await propose();
    const rows = await proposals();
    expect(rows.map(({ kind, unitNames }) => [unitNames[0], kind]).sort()).toEqual(
      [
        ['市司法局', 'warning'],
        ['逊克县', 'order'],
      ].sort(),
    );
  });

  describe('once it took a circular for the warning', () => {
    let item: string;
    let order: string;

    beforeEach(async () => {
      await keepOnly(['逊克县']);
      item = await named();
      await propose();
      order = (await proposals())[0]!.id;
      stage.at('2022-05-25T01:00:00.000Z');
    });

    const withdraw = async (): Promise<void> => {
      const answer = await told.post(told.checker, `circulars/${item}/withdraw`, { reason: '点错了单位。' });
      expect(answer.statusCode).toBe(200);
    };
    const take = async (...steps: readonly (readonly ['adopt' | 'send' | 'check' | 'issue', string?])[]) => {
      for (const [action, as] of steps) expect((await told.move(order, action, as)).statusCode).toBe(200);
    };

    it('has the lead unit look at the order again when that item is withdrawn', async () => {
      await take(['adopt'], ['send'], ['check', told.checker], ['issue']);
      const listing = await told.issued('listing', ['逊克县'], {
        ...{ earlierId: order, dueAt: '2022-06-01T10:00:00.000Z' },
        fields: { facts: '仍没有交。', delistWhen: '补交。' },
      });
      await withdraw();
      for (const id of [order, listing]) {
        const { actions, history } = await told.notice(id);
        expect(actions).toContain('keep');
        expect(history.at(-1)?.text).toBe('《5月工作推进情况通报》的点名撤销。点错了单位。');
      }
    });

    it('takes the order back when that item is withdrawn, and proposes the warning that is due before one', async () => {
      await withdraw();
      expect(codeOf(await told.move(order, 'adopt'))).toBe('supervision.ground-unnamed');
      await stage.server.app.get(LapseCommands).lapseAll('2022-05-25T01:10:00.000Z');
      const { state, history } = await told.notice(order);
      const text = '点到逊克县这件事的通报已经撤销，此前也没有预警提示，这一份不用发了。';
      expect([state, history.at(-1)]).toMatchObject(['lapsed', { action: 'lapse', text }]);
      await propose('2022-05-25T18:30:00.000Z');
      expect(await proposals()).toMatchObject([{ kind: 'warning' }]);
    });

    it('issues no order that was taken up before, and none unseen in the moment in which the item is withdrawn', async () => {
      await take(['adopt'], ['send'], ['check', told.checker]);
      const issue = { action: 'issue', version: (await told.notice(order)).version, reason: '' };
      const [issued] = await Promise.all([told.post(told.writer, `notices/${order}/steps`, issue), withdraw()]);
      const { state, actions } = await told.notice(order);
      if (issued.statusCode === 200) expect([state, actions.includes('keep')]).toEqual(['issued', true]);
      else expect([state, codeOf(issued)]).toEqual(['checked', 'supervision.ground-unnamed']);
    });

    it('stands on another item that names the same', async () => {
      const entry = { title: '5月第二次通报', issuedOn: '2022-05-24', shortfall: '仍没有交5月月报。', evidence: [] };
      const about = { unitId: await told.unitOf('逊克县'), obligationId: (await stage.obligation('逊克县')).id };
      expect((await told.post(told.writer, 'circulars', { ...entry, ...about })).statusCode).toBe(200);
      await withdraw();
      await take(['adopt']);
      expect((await told.notice(order)).content.fields['facts']).not.toContain('5月工作推进情况通报');
    });
  });

  it('takes a proposal back by itself once the unit has handed in, says why, and refuses to adopt it meanwhile', async () => {
    await propose();
    const [own] = (await proposals()).filter(({ unitNames }) => unitNames[0] === '逊克县');
    stage.at('2022-05-25T01:00:00.000Z');
    await stage.handIn('逊克县');
    const refused = await told.move(own!.id, 'adopt');
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'supervision.ground-met']);
    await stage.server.app.get(LapseCommands).lapseAll('2022-05-25T01:10:00.000Z');
    const { state, history, actions } = await told.notice(own!.id);
    expect([state, actions]).toEqual(['lapsed', []]);
    expect(history.at(-1)).toMatchObject({ action: 'lapse', text: '逊克县5月25日 周三已经交了，这一份不用发了。' });
    expect(await proposals()).toHaveLength(1);
  });

  it('neither sends, checks nor issues what it proposed once the unit has handed in', async () => {
    await propose();
    const [own] = (await proposals()).filter(({ unitNames }) => unitNames[0] === '逊克县');
    const steps = [['adopt'], ['send'], ['check', told.checker]] as const;
    for (const [action, as] of steps) expect((await told.move(own!.id, action, as)).statusCode).toBe(200);
    await stage.handIn('逊克县');
    expect(codeOf(await told.move(own!.id, 'issue'))).toBe('supervision.ground-met');
    expect(await stage.rows('SELECT id FROM supervision_ticket')).toEqual([]);
  });

  it('orders first where only a talk on poor organisation was held, and reports nothing on art. 16 yet', async () => {
    await keepOnly(['']);
    const fields = talkFields('2022-05-24T01:00:00.000Z');
    const talk = await told.issued('talk', ['逊克县'], { ground: 'weak-organisation', fields });
    expect(await propose('2022-05-27T18:30:00.000Z')).toBe(1);
    expect(await proposals()).toMatchObject([{ kind: 'order' }]);
    const [proposal] = await proposals();
    expect((await told.notice(proposal!.id)).content).toMatchObject({ earlierId: talk, ground: 'late' });
  });

  it('adopts a proposal with a due time to look at', async () => {
    await propose();
    const [own] = await proposals();
    await told.move(own!.id, 'adopt');
    expect((await told.notice(own!.id)).content.dueAt).toBe('2022-06-01T10:00:00.000Z');
  });
});
