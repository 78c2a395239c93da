import type { ConcealableView, FindingStanding, InspectionStanding } from '@jiannuo/shared/inspections';
import type { NoticeStanding, NoticeView } from '@jiannuo/shared/supervision';
import { describeOnEachDatabase } from '../../../test/databases';
import { openInspectionStage, RECTIFY_BY, type InspectionStage } from '../../../test/inspection-stage';
import { COMPLETE } from '../../../test/report-stage';
import { codeOf } from '../../../test/supervision-stage';

describeOnEachDatabase('A finding of 瞒报 (art. 10, Q28)', (open) => {
  let scene: InspectionStage;
  let inspection: string;
  let report: string;

  beforeEach(async () => {
    scene = await openInspectionStage(open);
    const { told } = scene;
    report = (await told.stage.obligation('逊克县')).id;
    const entry = { obligationId: report, channel: 'paper', receivedAt: '2022-05-13T02:00:00.000Z', basis: '收文登记' };
    const body = { ...entry, content: COMPLETE, attachmentIds: [] };
    await told.stage.ask({ method: 'POST', url: '/api/reports/enter-for', as: told.writer, body });
    const plan = { method: 'written', subject: 'institutions', title: '月报书面督导' };
    inspection = (await scene.plan(['逊克县'], plan)).json<InspectionStanding>().id;
    await scene.move(inspection, 'start');
  });
  afterEach(() => scene.told.stage.close());

  const records = async (unitName: string): Promise<ConcealableView> => {
    const { told } = scene;
    const url = `/api/inspections/findings/records?unitId=${await told.unitOf(unitName)}`;
    return (await told.stage.ask({ url, as: told.writer })).json();
  };
  const note = async (change: object): Promise<ReturnType<InspectionStage['post']>> => {
    const finding = {
      unitId: await scene.told.unitOf('逊克县'),
      subject: 'institutions',
      facts: '有3笔欠款没有报。',
      evidence: [{ id: 'e1', title: '欠款台账复印件', kind: 'document', attachmentId: null }],
      demand: '说明为什么没有报。',
      dueAt: RECTIFY_BY,
      concealedIn: report,
      ...change,
    };
    return scene.post(scene.told.writer, `plans/${inspection}/findings`, { finding });
  };
  const released = async (): Promise<string> => {
    const { id } = (await note({})).json<FindingStanding>();
    await scene.move(inspection, 'conclude');
    await scene.move(inspection, 'release');
    return id;
  };

  it('names a report that came in, of the unit itself, and asks the unit to be heard', async () => {
    expect((await records('逊克县')).rows).toEqual([{ id: report, title: '5月月报' }]);
    expect((await records('孙吴县')).rows).toEqual([]);
    const { id: other } = await scene.told.stage.obligation('孙吴县');
    expect(codeOf(await note({ concealedIn: other }))).toBe('inspections.concealed-unknown');
    expect(codeOf(await note({ demand: '', dueAt: null }))).toBe('inspections.concealed-unheard');
    expect((await note({})).statusCode).toBe(200);
  });

  it('is read and answered by its unit, which may say that nothing was hidden; nothing that counts for points comes of it', async () => {
    const id = await released();
    expect(await scene.finding(id)).toMatchObject({ concealed: { title: '5月月报' }, actions: ['answer'] });
    const owed = await scene.told.stage.rows<{ n: number }>(
      "SELECT COUNT(*) AS n FROM obligation WHERE kind NOT IN ('monthly-report', 'self-assessment', 'rectification')",
    );
    expect(Number(owed[0]!.n)).toBe(0);
    const said = { text: '这3笔4月已经付清，凭证见附件。', evidence: [] };
    expect((await scene.step(id, 'answer', said)).json()).toMatchObject({ state: 'answered' });
    const { history } = await scene.finding(id, scene.told.writer);
    expect(history.at(-1)).toMatchObject({ action: 'answer', text: said.text });
  });

  it('offers a 问题线索 with its facts, of which the unit and officers who are not named learn nothing', async () => {
    const { told } = scene;
    const id = await released();
    const soon = await scene.post(told.writer, `findings/${id}/notice`, { kind: 'clue' });
    expect(codeOf(soon)).toBe('inspections.not-heard');
    await scene.step(id, 'answer', { text: '这3笔4月已经付清。', evidence: [] });
    const drafted = await scene.post(told.writer, `findings/${id}/notice`, { kind: 'clue' });
    const { id: clue } = drafted.json<NoticeStanding>();
    const url = `/api/supervision/notices/${clue}`;
    const view = (await told.stage.ask({ url, as: told.writer })).json<NoticeView>();
    expect(view.content.fields).toEqual({
      facts: '书面督导发现：5月月报疑似瞒报。有3笔欠款没有报。单位说明：这3笔4月已经付清。',
      persons: '逊克县',
    });
    expect(view.content.evidence.map(({ title }) => title)).toEqual(['欠款台账复印件']);
    expect((await told.stage.ask({ url, as: told.officer })).statusCode).toBe(403);
    expect((await told.stage.ask({ url, as: told.checker })).statusCode).toBe(404);
    expect((await scene.finding(id)).notices).toEqual([]);
    expect((await scene.finding(id, told.checker)).notices).toEqual([]);
    expect((await scene.post(told.checker, `findings/${id}/notice`, { kind: 'clue' })).statusCode).toBe(200);
  });

  it('is needed for a 问题线索: no other finding becomes one', async () => {
    const { id } = (await note({ concealedIn: null })).json<FindingStanding>();
    await scene.move(inspection, 'conclude');
    await scene.move(inspection, 'release');
    expect(codeOf(await scene.post(scene.told.writer, `findings/${id}/notice`, { kind: 'clue' }))).toBe(
      'inspections.not-concealed',
    );
  });
});
