import type { InboxView, NoticeView } from '@jiannuo/shared/notifications';
import type { BoardAnswer, MyObligationsView } from '@jiannuo/shared/obligations';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

const TOLD_AT = '2022-05-26T02:00:00.000Z';

describeOnEachDatabase('A month whose scores were told (通报)', (open) => {
  let stage: AssessmentStage;

  const cellsOf = async (unitName: string) => {
    const board = (await stage.get('/api/board?period=2022-05', stage.lead)).json<BoardAnswer>();
    return board.rows.find((row) => row.unitName === unitName)!.cells;
  };

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at('2022-05-22T02:00:00.000Z');
    const names = (await stage.list()).rows.map(({ unitName }) => unitName);
    for (const name of names) await stage.final(name);
    stage.at(TOLD_AT);
  });
  afterEach(() => stage.close());

  it('asks its counties for nothing more: what never came is 漏报, on record and nobody’s to do (R22)', async () => {
    const mine = async () => (await stage.get('/api/obligations/mine', stage.officer)).json<MyObligationsView>().open;
    expect((await mine()).find(({ kind }) => kind === 'monthly-report')).toMatchObject({ closesAt: null });
    expect((await stage.publish()).statusCode).toBe(200);
    expect((await mine()).find(({ kind }) => kind === 'monthly-report')).toMatchObject({
      standing: 'missing',
      metAt: null,
      closesAt: TOLD_AT,
    });
    expect((await cellsOf('逊克县'))[0]).toMatchObject({ standing: 'missing', isClosed: true });
  });

  it('calls no reminder of what never came done: it reads 没交，已关闭', async () => {
    const owed = (await stage.get('/api/obligations/mine', stage.officer)).json<MyObligationsView>().open;
    const report = owed.find(({ kind }) => kind === 'monthly-report')!;
    const body = { obligationIds: [report.id] };
    await stage.ask({ method: 'POST', url: '/api/reminders', as: stage.lead, body });
    await stage.deliver();
    await stage.publish();
    const { toDo, toKnow } = (await stage.get('/api/inbox', stage.officer)).json<InboxView>();
    const isAbout = ({ target }: NoticeView): boolean => target.id === report.id;
    expect(toDo.filter(isAbout)).toEqual([]);
    expect(toKnow.find(isAbout)).toMatchObject({ isMissed: true, isDone: false, isUnread: false });
  });

  it('takes nothing of what came, and asks departments, which have no score, as before', async () => {
    await stage.publish();
    const [, sheet] = await cellsOf('逊克县');
    expect(sheet).toMatchObject({ standing: 'on-time' });
    const [row] = await stage.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM obligation o JOIN unit u ON u.id = o.unit_id
       WHERE o.period = '2022-05' AND u.kind = 'department' AND o.closes_at IS NOT NULL`,
    );
    expect(Number(row!.n)).toBe(0);
  });

  it('tells a county its own points each time: fixed, told to all, and corrected from which to which', async () => {
    const heard = async () => {
      await stage.deliver();
      const { toKnow } = (await stage.get('/api/inbox', stage.officer)).json<InboxView>();
      return toKnow.filter(({ title }) => title.startsWith('5月考评')).map(({ title, body }) => [title, body]);
    };
    const fixed = await heard();
    await stage.publish();
    const published = await heard();
    const id = await stage.open('逊克县');
    const { version, scores } = await stage.view(id, stage.lead);
    const undone = scores[0]!.month.measures.find(({ done }) => !done)!;
    const verdicts = [{ subject: 'measure', id: undone.id, counts: true, reason: '补查到了' }];
    const body = { version, review: { verdicts, reasons: {} }, reason: '漏看一份材料' };
    expect((await stage.post(id, 'correct', stage.lead, body)).statusCode).toBe(200);
    const [first, second] = (await stage.view(id, stage.officer)).scores;
    const why = `折算前${first!.raw}。点开看得分和每一项的来由。`;
    expect(fixed).toContainEqual([`5月考评定稿了：${first!.score}`, why]);
    expect(published).toContainEqual([`5月考评通报了：${first!.score}`, why]);
    expect(await heard()).toContainEqual([
      `5月考评得分更正了：${first!.score}改为${second!.score}`,
      '理由：漏看一份材料',
    ]);
    expect(second!.score).not.toBe(first!.score);
  });
});
