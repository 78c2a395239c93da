import type { NoticeStanding, NoticeTextsView } from '@jiannuo/shared/supervision';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { openSupervisionStage, type SupervisionStage } from '../../../../test/supervision-stage';

describeOnEachDatabase('A draft that two people of the lead unit write (art. 5, 13, 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
  });
  afterEach(() => stage.close());

  const draftOf = async (...args: Parameters<SupervisionStage['draft']>): Promise<NoticeStanding> =>
    (await told.draft(...args)).json();
  const textsOf = async (id: string, as: string): Promise<NoticeTextsView> =>
    (await stage.ask({ url: `/api/supervision/notices/${id}/texts`, as })).json();

  it('keeps every text that it had, with who wrote it, and says of each step in which it was', async () => {
    const { id } = await draftOf('order', ['逊克县']);
    const { content } = await told.notice(id);
    const second = { ...content, title: '换了题目' };
    await told.post(told.checker, `notices/${id}/edit`, { version: 1, content: second });
    await told.move(id, 'send');
    const { history } = await told.notice(id);
    expect(history.map(({ action, version }) => [action, version])).toEqual([
      ['draft', 1],
      ['edit', 2],
      ['send', 2],
    ]);
    const { texts } = await textsOf(id, told.writer);
    expect(texts.map(({ version, content: { title } }) => [version, title])).toEqual([
      [1, content.title],
      [2, '换了题目'],
    ]);
    expect(texts[0]!.by).not.toBe(texts[1]!.by);
    const { url, as } = { url: `/api/supervision/notices/${id}/texts`, as: told.officer };
    expect((await stage.ask({ url, as })).statusCode).toBe(403);
  });

  it('shows whoever checks it who handles it, who helps and who is copied', async () => {
    const [main, co, copy] = await Promise.all(['逊克县', '孙吴县', '北安市'].map((name) => told.unitOf(name)));
    const addressees = [
      { unitId: copy, part: 'copy' },
      { unitId: co, part: 'co' },
      { unitId: main, part: 'main' },
    ];
    const { id } = await draftOf('order', [], { addressees });
    await told.move(id, 'send');
    expect((await told.notice(id, told.checker)).parties).toEqual([
      { unitName: '逊克县', part: 'main' },
      { unitName: '孙吴县', part: 'co' },
      { unitName: '北安市', part: 'copy' },
    ]);
  });
});
