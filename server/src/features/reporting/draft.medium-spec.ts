import type { LightMyRequestResponse } from 'fastify';
import type { DraftHistoryView, DraftView } from '@jiannuo/shared/reporting';
import { describeOnEachDatabase } from '../../../test/databases';
import { COMPLETE, MAY, openReportStage, type ReportStage } from '../../../test/report-stage';

describeOnEachDatabase('Writing a report', (open) => {
  let stage: ReportStage;
  let officer: string;
  let id: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    officer = await stage.as('逊克县', 'liaison');
    id = await stage.open('逊克县');
  });
  afterEach(() => stage.close());

  function save(changes: unknown, device = 'phone-1', as = officer): Promise<LightMyRequestResponse> {
    const body = { revision: 1, device, changes };
    return stage.ask({ method: 'PUT', url: `/api/reports/${id}/draft`, as, body });
  }

  it('keeps what was typed, emoji too, and shows it on the next device', async () => {
    const text = '市民👩‍👩‍👧都说好，𠮷字也在';
    const saved = await save([{ path: 'problems/p1', from: null, to: text }]);
    expect(saved.statusCode).toBe(200);
    expect(saved.json()).toMatchObject({ revision: 2, conflicts: [] });
    const view = await stage.view(officer, id);
    expect(view.draft.content.problems).toEqual([{ id: 'p1', text }]);
    const may = (await stage.mine('逊克县')).open.find((each) => each.period === MAY);
    expect(may).toMatchObject({ reportId: id, reportState: 'draft', progress: { filled: 0, total: 10 } });
    expect(may?.draftSavedAt).toBe('2022-05-17T01:00:00.000Z');
  });

  it('takes control characters out of what was pasted', async () => {
    await save([{ path: 'problems/p1', from: null, to: '有\u0000控\u0007制\u202e字符' }]);
    const view = await stage.view(officer, id);
    expect(view.draft.content.problems[0]?.text).not.toMatch(/[\u0000-\u0008\u202e]/);
  });

  it('keeps both texts when two devices changed one field, and returns the one that was not chosen', async () => {
    await save([{ path: 'problems/p1', from: null, to: '开始' }]);
    await save([{ path: 'problems/p1', from: '开始', to: '电脑上的写法' }], 'desk-1');
    const phone = [{ path: 'problems/p1', from: '开始', to: '手机上的写法' }];
    const answer = (await save(phone)).json<DraftView>();
    expect(answer.content.problems).toEqual([{ id: 'p1', text: '电脑上的写法' }]);
    expect(answer.conflicts).toMatchObject([
      { path: 'problems/p1', mine: '手机上的写法', theirs: '电脑上的写法', theirDevice: 'desk-1' },
    ]);
    await save(phone);
    const history = await stage.ask({ url: `/api/reports/${id}/history`, as: officer });
    expect(history.json().rows).toHaveLength(1);
    expect(history.json().rows[0]).toMatchObject({
      value: '手机上的写法',
      words: '手机上的写法',
      heading: '存在的问题',
    });
  });

  describe('when the two texts have been chosen between', () => {
    const PHONE = { path: 'problems/p1', from: '开始', to: '手机上的写法' };

    beforeEach(async () => {
      await save([{ path: 'problems/p1', from: null, to: '开始' }]);
      await save([{ path: 'problems/p1', from: '开始', to: '电脑上的写法' }], 'desk-1');
      await save([PHONE]);
    });

    async function unchosen(): Promise<readonly string[]> {
      const history = await stage.ask({ url: `/api/reports/${id}/history`, as: officer });
      return history
        .json<DraftHistoryView>()
        .rows.map(({ words }) => words ?? '')
        .sort();
    }

    it('keeps the text set aside, not the one that was taken', async () => {
      await save([{ ...PHONE, from: '电脑上的写法' }]);
      expect(await unchosen()).toEqual(['电脑上的写法']);
      await save([{ ...PHONE, from: '手机上的写法', to: '手机上的写法，改过' }]);
      expect(await unchosen()).toEqual(['电脑上的写法']);
    });

    it('keeps both when one was made of them', async () => {
      await save([{ ...PHONE, from: '电脑上的写法', to: '合成的写法' }]);
      expect(await unchosen()).toEqual(['手机上的写法', '电脑上的写法'].sort());
    });
  });

  it('forgets what was not chosen after 30 days, and not before', async () => {
    await save([{ path: 'problems/p1', from: null, to: '甲' }]);
    await save([{ path: 'problems/p1', from: null, to: '乙' }], 'desk-1');
    stage.at('2022-06-16T00:59:59.999Z');
    await stage.server.ticker.tick();
    expect(await stage.rows('SELECT id FROM report_draft_history')).toHaveLength(2);
    stage.at('2022-06-16T01:00:00.001Z');
    await stage.server.ticker.tick();
    expect(await stage.rows('SELECT id FROM report_draft_history')).toHaveLength(0);
  });

  it('changes nothing when the same changes come again, as from a phone in a lift', async () => {
    const changes = [{ path: 'problems/p1', from: null, to: '只写一次' }];
    await save(changes);
    const again = (await save(changes)).json<DraftView>();
    expect(again).toMatchObject({
      revision: 2,
      conflicts: [],
      content: { problems: [{ id: 'p1', text: '只写一次' }] },
    });
  });

  it('loses no change when two devices save different fields at once', async () => {
    await Promise.all([
      save([{ path: 'problems/p1', from: null, to: '手机写的' }], 'phone-1'),
      save([{ path: 'plans/n1', from: null, to: '电脑写的' }], 'desk-1'),
      save([{ path: 'signOff/signer', from: '', to: '经办科室' }], 'desk-2'),
    ]);
    const { content, revision } = (await stage.view(officer, id)).draft;
    expect(revision).toBe(4);
    expect(content).toMatchObject({
      problems: [{ text: '手机写的' }],
      plans: [{ text: '电脑写的' }],
      signOff: { signer: '经办科室' },
    });
  });

  it('is closed to other units, to the leader, and to the lead unit', async () => {
    const change = [{ path: 'problems/p1', from: null, to: '不该写进来' }];
    expect((await save(change, 'x', await stage.as('北安市', 'liaison'))).statusCode).toBe(404);
    expect((await save(change, 'x', await stage.as('逊克县', 'leader'))).statusCode).toBe(403);
    expect((await save(change, 'x', await stage.as('市专班牵头单位', 'lead-officer'))).statusCode).toBe(403);
    const history = await stage.ask({ url: `/api/reports/${id}/history`, as: await stage.as('北安市', 'liaison') });
    expect(history.statusCode).toBe(404);
  });

  it('is refused while the report is handed in', async () => {
    await stage.submit('逊克县', id);
    const answer = await save([{ path: 'problems/p1', from: COMPLETE.problems[0]!.text, to: '晚了' }]);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'reporting.not-possible-submitted' });
  });

  it.each([
    [
      'a path that the form does not have',
      [{ path: 'headings/h99/noneReason', from: null, to: '无' }],
      'reporting.path-unknown',
    ],
    ['a path that climbs', [{ path: '../../etc/passwd', from: null, to: 'x' }], 'reporting.path-unknown'],
    ['a prototype', [{ path: 'headings/__proto__/noneReason', from: null, to: 'x' }], 'reporting.path-unknown'],
    ['changes that are no changes', [{ path: 'problems/p1', to: 'x' }], 'reporting.path-unknown'],
    [
      'a text that is too long',
      [{ path: 'problems/p1', from: null, to: '长'.repeat(5_001) }],
      'reporting.text-too-long',
    ],
    [
      'a file that was never uploaded',
      [
        {
          path: 'headings/h1/items/i1',
          from: null,
          to: {
            id: 'i1',
            title: '标题',
            work: '内容',
            result: '',
            evidence: [{ id: 'e1', title: '简报', kind: 'bulletin', attachmentId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }],
          },
        },
      ],
      'reporting.attachment-unknown',
    ],
  ])('refuses %s and keeps the draft as it was', async (_what, changes, code) => {
    const answer = await save(changes);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code });
    expect((await stage.view(officer, id)).draft.revision).toBe(1);
  });
});
