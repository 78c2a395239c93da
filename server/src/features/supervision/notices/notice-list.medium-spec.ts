import { toDoLines } from '@jiannuo/shared/notifications';
import type { NoticeListView } from '@jiannuo/shared/supervision';
import { LadderCommands } from '..';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { openSupervisionStage, type SupervisionStage } from '../../../../test/supervision-stage';

/** A night after the orders of the stage were due. */
const OVERDUE = '2022-05-26T18:30:00.000Z';

describeOnEachDatabase('The lead unit’s list of notices', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    await stage.server.transactions.run((tx) =>
      tx.query('UPDATE obligation SET waived_at = created_at').then(() => null),
    );
    await told.issued('order', ['逊克县']);
    await told.issued('slip', ['北安市', '逊克县'], { ground: 'report-due', fields: {}, answer: 'none' });
    await told.draft('order', ['北安市']);
  });
  afterEach(() => stage.close());

  const propose = async (): Promise<void> => {
    stage.at(OVERDUE);
    await stage.server.app.get(LadderCommands).proposeAll(OVERDUE);
  };
  const listed = async (asked: string): Promise<readonly string[]> => {
    const answer = await stage.ask({ url: `/api/supervision/notices?${asked}`, as: told.writer });
    expect(answer.statusCode).toBe(200);
    return answer
      .json<NoticeListView>()
      .rows.map(({ kind, state }) => `${kind} ${state}`)
      .sort();
  };

  it('narrows to one unit, issued or still a draft, and to one kind', async () => {
    expect(await listed('')).toHaveLength(3);
    expect(await listed(`unitId=${await told.unitOf('逊克县')}`)).toEqual(['order issued', 'slip issued']);
    expect(await listed(`unitId=${await told.unitOf('北安市')}`)).toEqual(['order draft', 'slip issued']);
    expect(await listed(`unitId=${await told.unitOf('北安市')}&sort=order`)).toEqual(['order draft']);
    expect(await listed('sort=talk')).toEqual([]);
  });

  /** How many notices and tickets wait for an officer, by the inbox and by the list. */
  const numbers = async (as: string): Promise<readonly number[]> => {
    const lines = toDoLines(await told.inbox(as)).filter(({ target }) => ['notice', 'ticket'].includes(target.kind));
    return [lines.length, (await told.notices(as)).rows.filter(({ isYours }) => isYours).length];
  };

  it('holds of drafts only what the reader has to do, and tells the same number as the inbox', async () => {
    expect([await numbers(told.writer), await numbers(told.checker)]).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const { id } = (await told.notices()).rows.find(({ state }) => state === 'draft')!;
    await told.move(id, 'send');
    expect([await numbers(told.writer), await numbers(told.checker)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    await told.move(id, 'send-back', told.checker, '请写上文号。');
    await told.deliver();
    expect([await numbers(told.writer), await numbers(told.checker)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    await told.move(id, 'send');
    await told.move(id, 'check', told.checker);
    await told.deliver();
    expect([await numbers(told.writer), await numbers(told.checker)]).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('begins with what is due soonest, a notice of which several units wait once', async () => {
    const answered = async (unit: string, notice: string, at: string): Promise<void> => {
      stage.at(at);
      const [ticket, officer] = [await told.ticketOf(notice, unit), await stage.as(unit, 'liaison')];
      await told.step(ticket, 'sign', {}, officer);
      await told.step(ticket, 'answer', { text: '已办。', evidence: [] }, officer);
    };
    const [early, shared] = [await told.issued('order', ['逊克县']), await told.issued('order', ['逊克县', '北安市'])];
    await answered('逊克县', early, '2022-05-17T01:00:00.000Z');
    await answered('北安市', shared, '2022-05-18T01:00:00.000Z');
    await answered('逊克县', shared, '2022-05-19T01:00:00.000Z');
    await told.issued('order', ['孙吴县']);
    const { id } = (await told.draft('order', ['北安市'])).json<{ id: string }>();
    await told.move(id, 'send');
    const { rows } = await told.notices(told.checker);
    expect(rows.slice(0, 4).map((row) => [row.id, row.isYours])).toEqual([
      [early, true],
      [shared, true],
      [id, true],
      [expect.anything(), false],
    ]);
    await told.deliver();
    expect(await numbers(told.checker)).toEqual([3, 3]);
  });

  it('narrows to what the ladder proposed, whatever became of it', async () => {
    await propose();
    expect(await listed('sort=proposal')).toEqual(['listing proposed']);
    const late = (await told.notices()).rows.filter(({ overdueSince }) => overdueSince !== null);
    expect(late.map(({ kind, overdueSince }) => [kind, overdueSince])).toEqual([['order', '2022-05-17T16:00:00.000Z']]);
    const { id } = (await told.notices()).rows.find(({ isProposed }) => isProposed)!;
    await told.move(id, 'decline', told.writer, '已经电话说明。');
    expect(await listed('sort=proposal')).toEqual(['listing declined']);
  });

  it('says of one unit on which rung it stands: the gravest that is not done, and no copy', async () => {
    const unitId = await told.unitOf('逊克县');
    const reached = async () => {
      const answer = await stage.ask({ url: `/api/supervision/notices?unitId=${unitId}`, as: told.writer });
      return answer.json<NoticeListView>().reached;
    };
    const { rows } = await told.notices();
    const order = rows.find(({ kind, state }) => kind === 'order' && state === 'issued')!.id;
    await told.issued('warning', ['逊克县'], { ground: 'daily-assessment' });
    const copied = [
      { unitId: await told.unitOf('孙吴县'), part: 'main' },
      { unitId, part: 'copy' },
    ];
    await told.issued('listing', [], {
      addressees: copied,
      fields: { facts: '没到位。', delistWhen: '达到23.5%。' },
    });
    expect(await reached()).toMatchObject({ kind: 'order', number: '督办单〔2022〕1号' });
    await told.move(order, 'void', told.writer, '发错了。');
    expect(await reached()).toMatchObject({ kind: 'warning' });
    const none = await stage.ask({ url: '/api/supervision/notices', as: told.writer });
    expect(none.json<NoticeListView>().reached).toBeNull();
  });

  it('finds nothing for a unit of another group, nor for what is no id', async () => {
    expect(await listed('unitId=nobody')).toEqual([]);
    expect(await listed(`unitId=${encodeURIComponent('%')}`)).toEqual([]);
    const wrong = await stage.ask({ url: '/api/supervision/notices?sort=all', as: told.writer });
    expect(wrong.statusCode).toBe(422);
  });

  it('tells every officer of the lead unit of a proposal until somebody has dealt with it', async () => {
    const waiting = async (as: string) => {
      const lines = toDoLines(await told.inbox(as));
      return lines.flatMap(({ title, about }) => (about.includes('建议') ? [[title, about]] : []));
    };
    await propose();
    const line = ['“码上诚信”赋码进度滞后', '逊克县　建议挂牌督办　等您看'];
    expect([await waiting(told.writer), await waiting(told.checker)]).toEqual([[line], [line]]);
    expect(await waiting(told.officer)).toEqual([]);
    const { id } = (await told.notices()).rows.find(({ isProposed }) => isProposed)!;
    await told.move(id, 'adopt');
    expect(await waiting(told.checker)).toEqual([]);
  });
});
