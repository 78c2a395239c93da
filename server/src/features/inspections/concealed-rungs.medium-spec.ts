import type { InspectionStanding } from '@jiannuo/shared/inspections';
import { describeOnEachDatabase } from '../../../test/databases';
import { openInspectionStage, type InspectionStage } from '../../../test/inspection-stage';
import { COMPLETE } from '../../../test/report-stage';
import { codeOf } from '../../../test/supervision-stage';

const DUE = '2022-05-25T10:00:00.000Z';

describeOnEachDatabase('A 挂牌 on an order out of a finding of 瞒报', (open) => {
  let scene: InspectionStage;

  beforeEach(async () => {
    scene = await openInspectionStage(open);
  });
  afterEach(() => scene.told.stage.close());

  const upheld = async (): Promise<string> => {
    const { told } = scene;
    const report = (await told.stage.obligation('逊克县')).id;
    const entry = { obligationId: report, channel: 'paper', receivedAt: '2022-05-13T02:00:00.000Z', basis: '收文登记' };
    const body = { ...entry, content: COMPLETE, attachmentIds: [] };
    await told.stage.ask({ method: 'POST', url: '/api/reports/enter-for', as: told.writer, body });
    const plan = { method: 'written', subject: 'institutions', title: '月报书面督导' };
    const { id: inspection } = (await scene.plan(['逊克县'], plan)).json<InspectionStanding>();
    await scene.move(inspection, 'start');
    const evidence = [{ id: 'e1', title: '欠款台账复印件', kind: 'document', attachmentId: null }];
    const found = { subject: 'institutions', facts: '有3笔欠款没有报。', concealedIn: report, evidence };
    const finding = await scene.note(inspection, '逊克县', found);
    await scene.move(inspection, 'conclude');
    await scene.move(inspection, 'release');
    await scene.step(finding, 'answer', { text: '这3笔4月已经付清。', evidence: [] });
    await scene.step(finding, 'uphold', { text: '凭证是5月的。' }, told.writer);
    return finding;
  };

  it('cannot be said to stand once the explanation was accepted: nothing is left of it', async () => {
    const { told } = scene;
    const finding = await upheld();
    const order = await told.issued('order', ['逊克县'], { link: { kind: 'finding', id: finding }, dueAt: DUE });
    const listing = await told.issued('listing', ['逊克县'], {
      ...{ earlierId: order, dueAt: DUE },
      fields: { facts: '仍没有说明。', delistWhen: '说明清楚。' },
    });
    await scene.step(finding, 'clear', { text: '又交来回单，4月已付。' }, told.writer);
    expect((await told.notice(listing)).actions).toContain('keep');
    const kept = await told.move(listing, 'keep', told.checker, '仍要挂牌。');
    expect([kept.statusCode, codeOf(kept)]).toEqual([409, 'supervision.keep-cleared']);
    expect((await told.move(listing, 'void', told.writer, '不算瞒报。')).statusCode).toBe(200);
  });
});
