import type { ConcealableView, FindingStanding, InspectionStanding } from '@jiannuo/shared/inspections';
import { obligationName, stepWords, type MyObligationsView, type ObligationView } from '@jiannuo/shared/obligations';
import type { NoticeStanding, NoticeView } from '@jiannuo/shared/supervision';
import { describeOnEachDatabase } from '../../../test/databases';
import { openInspectionStage, RECTIFY_BY, type InspectionStage } from '../../../test/inspection-stage';
import { COMPLETE } from '../../../test/report-stage';
import { codeOf, OVERSIGHT, oversightOf, secondOfficerOf, signInNth } from '../../../test/supervision-stage';

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

  const upheld = async (): Promise<string> => {
    const id = await released();
    await scene.step(id, 'answer', { text: '这3笔4月已经付清。', evidence: [] });
    await scene.step(id, 'uphold', { text: '凭证是5月的。' }, scene.told.writer);
    return id;
  };
  const clueOf = (id: string, as = scene.told.writer): ReturnType<InspectionStage['post']> =>
    scene.post(as, `findings/${id}/notice`, { kind: 'clue' });
  const owed = async (): Promise<readonly ObligationView[]> => {
    const { stage, officer } = scene.told;
    const { open: all } = (await stage.ask({ url: '/api/obligations/mine', as: officer })).json<MyObligationsView>();
    return all.filter(({ kind }) => kind === 'rectification');
  };
  /** What an inbox says, title by title. */
  const heard = async (as: string): Promise<readonly string[]> => {
    await scene.told.deliver();
    const { toDo, toKnow } = await scene.told.inbox(as);
    return [...toDo, ...toKnow].map(({ title }) => title);
  };

  it('names a report that came in, of the unit itself, and proof, and asks the unit to be heard', async () => {
    expect((await records('逊克县')).rows).toMatchObject([{ id: report, title: '5月月报', kind: 'monthly-report' }]);
    expect((await records('孙吴县')).rows).toEqual([]);
    const { id: other } = await scene.told.stage.obligation('孙吴县');
    expect(codeOf(await note({ concealedIn: other }))).toBe('inspections.concealed-unknown');
    expect(codeOf(await note({ demand: '', dueAt: null }))).toBe('inspections.concealed-unheard');
    expect(codeOf(await note({ evidence: [] }))).toBe('inspections.concealed-unproven');
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

  it('asks its unit to explain, not to put right, and tells it in the words of the facts', async () => {
    await released();
    const [asked] = await owed();
    expect(asked).toMatchObject({ title: '书面督导说明“5月月报疑似瞒报：有3笔欠款没有报”' });
    expect([obligationName(asked!), stepWords(asked!)]).toEqual([
      '5月月报疑似瞒报：有3笔欠款没有报',
      '书面督导\u3000要说明',
    ]);
    expect((await scene.mine()).rows).toMatchObject([{ toExplain: 1, open: 1 }]);
    expect(await heard(scene.told.officer)).toContain('书面督导有1个疑似瞒报要说明');
  });

  it('is taken back when the explanation is accepted: the word leaves the unit’s page, the reason stays on record', async () => {
    const { writer } = scene.told;
    const id = await released();
    await scene.step(id, 'answer', { text: '这3笔4月已经付清。', evidence: [] });
    expect(await heard(writer)).toContain('逊克县书面督导说明等您认定');
    expect((await scene.finding(id, writer)).actions).toEqual(['clear', 'uphold', 'return', 'draft-notice']);
    expect(codeOf(await scene.step(id, 'accept', {}, writer))).toBe('inspections.to-be-judged');
    expect(codeOf(await scene.step(id, 'clear', {}, writer))).toBe('inspections.text-missing');
    expect((await scene.step(id, 'clear', { text: '凭证核对过，4月已付。' }, writer)).json()).toMatchObject({
      state: 'cleared',
    });
    const seen = await scene.finding(id);
    expect(seen).toMatchObject({ state: 'cleared', concealed: null, actions: [] });
    expect(seen.history.at(-1)).toMatchObject({ action: 'clear', text: '凭证核对过，4月已付。' });
    expect(await heard(scene.told.officer)).toContain('书面督导说明已认可，不算瞒报');
    expect(codeOf(await clueOf(id))).toBe('inspections.finding-not-possible-cleared');
  });

  it('is upheld with a reason where the unit let its time pass, and it owes no explanation any more', async () => {
    const { writer, at } = scene.told;
    const id = await released();
    expect(codeOf(await scene.step(id, 'uphold', { text: '没有说明。' }, writer))).toBe('inspections.not-heard');
    at(RECTIFY_BY);
    expect((await scene.step(id, 'uphold', { text: '到期没有说明。' }, writer)).json()).toMatchObject({
      state: 'upheld',
    });
    expect(await owed()).toEqual([]);
    expect(codeOf(await scene.step(id, 'answer', { text: '才看到。' }))).toBe(
      'inspections.finding-not-possible-upheld',
    );
    expect(await heard(scene.told.officer)).toContain('书面督导认定瞒报成立');
  });

  it('becomes a 问题线索 once upheld, with its unit as the one accused, one at a time; outsiders learn nothing of it', async () => {
    const { told: group } = scene;
    const id = await upheld();
    const { id: clue } = (await clueOf(id)).json<NoticeStanding>();
    const url = `/api/supervision/notices/${clue}`;
    const view = (await group.stage.ask({ url, as: group.writer })).json<NoticeView>();
    expect(view.content).toMatchObject({
      title: '5月月报瞒报：有3笔欠款没有报',
      fields: { facts: '书面督导发现：5月月报瞒报。有3笔欠款没有报。单位说明：这3笔4月已经付清。' },
      accusedIds: [await group.unitOf('逊克县')],
      dossier: { isGathered: true },
    });
    expect(view.content.evidence.map(({ title }) => title)).toEqual(['欠款台账复印件']);
    expect((await group.stage.ask({ url, as: group.officer })).statusCode).toBe(403);
    expect((await group.stage.ask({ url, as: group.checker })).statusCode).toBe(404);
    expect((await scene.finding(id)).notices).toEqual([]);
    expect(codeOf(await clueOf(id))).toBe('inspections.notice-there');
    expect((await clueOf(id, group.checker)).statusCode).toBe(200);
  });

  it('is judged once when two officers judge it at once: the second reads that somebody was faster', async () => {
    const { writer, checker } = scene.told;
    const id = await released();
    await scene.step(id, 'answer', { text: '这3笔4月已经付清。', evidence: [] });
    const seen = 'answered';
    const both = await Promise.all([
      scene.step(id, 'uphold', { text: '凭证是5月的。', seen }, writer),
      scene.step(id, 'clear', { text: '回单核对过。', seen }, checker),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(both.map((answer) => codeOf(answer))).toContain('inspections.stale');
  });

  it('becomes one clue alone when its writer asks twice at once', async () => {
    const id = await upheld();
    const all = await Promise.all([clueOf(id), clueOf(id)]);
    expect(all.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  /** A clue about a finding that the first and the second officer of the lead unit and the oversight group may know of. */
  const clueAbout = async (id: string): Promise<object> => {
    const { told: group } = scene;
    const oversight = await oversightOf(group.stage);
    const second = await secondOfficerOf(group.stage);
    return {
      title: '5月月报瞒报',
      ground: 'poor-execution',
      requirement: '请核查处理。',
      fields: { facts: '有3笔欠款没有报。' },
      answer: 'receipt',
      dueAt: null,
      addressees: [{ unitId: oversight.unitId, part: 'main' }],
      readerIds: [second, oversight.liaisonId],
      accusedIds: [await group.unitOf('逊克县')],
      link: { kind: 'finding', id },
    };
  };

  it('lets no clue out before it is upheld, nor one that was written before it was taken back', async () => {
    const { told: group } = scene;
    const id = await released();
    const clue = await clueAbout(id);
    const { id: written } = (await group.draft('clue', [], clue)).json<NoticeStanding>();
    expect(codeOf(await group.move(written, 'send'))).toBe('inspections.not-upheld');
    await scene.step(id, 'answer', { text: '这3笔4月已经付清。', evidence: [] });
    await scene.step(id, 'uphold', { text: '凭证是5月的。' }, group.writer);
    expect((await group.move(written, 'send')).statusCode).toBe(200);
    await scene.step(id, 'clear', { text: '又交来回单，4月已付。' }, group.writer);
    expect(codeOf(await group.move(written, 'check', group.checker))).toBe('supervision.finding-cleared');
    expect(await group.notice(written)).toMatchObject({ findingClearedAt: expect.any(String), actions: ['discard'] });
  });

  it('tells the readers of a clue that it was taken back, who correct it or declare it void; its judge learns of none', async () => {
    const { told: group } = scene;
    const id = await upheld();
    const clue = await clueAbout(id);
    const issued = await group.issued('clue', [], clue);
    const [judge, receiver] = [await signInNth(group.stage, 2), await group.stage.as(OVERSIGHT, 'liaison')];
    const ticket = await group.ticketOf(issued, OVERSIGHT);
    await group.step(ticket, 'sign', {}, receiver);
    await heard(receiver);
    const said = { text: '又交来回单，4月已付。' };
    expect((await scene.step(id, 'clear', said, judge)).json()).toEqual({ id, state: 'cleared' });
    expect(await heard(judge)).not.toContain('问题线索〔2022〕1号');
    const [told] = (await group.inbox(receiver)).toKnow;
    expect(told).toMatchObject({ title: '问题线索〔2022〕1号', target: { id: ticket } });
    expect(await group.ticket(ticket, receiver)).toMatchObject({ findingClearedAt: expect.any(String) });
    const due = { about: '要更正或作废', targets: [{ kind: 'notice', id: issued }] };
    expect((await group.inbox(group.checker)).claims).toMatchObject([due]);
    expect(await group.notice(issued)).toMatchObject({ isYours: true, actions: ['correct', 'void'] });
    const { id: correction } = (await group.draft('clue', [], clue, issued)).json<NoticeStanding>();
    expect(await group.notice(correction)).toMatchObject({ findingClearedAt: expect.any(String) });
    expect((await group.move(correction, 'send')).statusCode).toBe(200);
    expect((await group.move(issued, 'void', group.writer, '不算瞒报。')).statusCode).toBe(200);
    expect((await group.inbox(group.writer)).claims).toEqual([]);
    await group.deliver();
    const [ended] = (await group.inbox(receiver)).toKnow;
    expect([ended!.target.id, ended!.id === told!.id]).toEqual([ticket, false]);
  });

  it('ends what an order out of it asks, once it is taken back: the unit owes nothing more and is told so', async () => {
    const { told: group } = scene;
    const id = await upheld();
    const dueAt = '2022-05-25T10:00:00.000Z';
    const order = await group.issued('order', ['逊克县'], { link: { kind: 'finding', id }, dueAt });
    const ticket = await group.ticketOf(order);
    await scene.step(id, 'clear', { text: '又交来回单，4月已付。' }, group.writer);
    expect(await heard(group.officer)).toContainEqual(expect.stringMatching(/^督办单〔2022〕1号不用再办\u3000./));
    expect(await group.ticket(ticket)).toMatchObject({ state: 'withdrawn', findingClearedAt: expect.any(String) });
    expect((await group.notice(order)).state).toBe('issued');
    group.at('2022-05-27T01:00:00.000Z');
    const mine = await group.stage.mine('逊克县');
    expect(mine.open.filter(({ reportId }) => reportId === ticket)).toEqual([]);
  });

  it('leaves no order standing that was issued in the moment in which it was taken back', async () => {
    const { told: group } = scene;
    const id = await upheld();
    const drafted = await group.draft('order', ['逊克县'], { link: { kind: 'finding', id }, dueAt: RECTIFY_BY });
    const { id: order } = drafted.json<NoticeStanding>();
    for (const [action, as] of [['send'], ['check', group.checker]] as const) {
      expect((await group.move(order, action, as)).statusCode).toBe(200);
    }
    const issue = { action: 'issue', version: (await group.notice(order)).version, reason: '' };
    const [issued, cleared] = await Promise.all([
      group.post(group.writer, `notices/${order}/steps`, issue),
      scene.step(id, 'clear', { text: '又交来回单，4月已付。' }, group.checker),
    ]);
    expect([[200, 409].includes(issued.statusCode), cleared.statusCode]).toEqual([true, 200]);
    const { units, findingClearedAt } = await group.notice(order);
    expect([units.filter(({ state }) => state !== 'withdrawn'), findingClearedAt !== null]).toEqual([[], true]);
  });

  it('goes out with what its unit said since it was drafted, and to the oversight group once', async () => {
    const { told: group } = scene;
    const id = await released();
    const drafted = await scene.post(group.writer, `findings/${id}/notice`, { kind: 'order' });
    const { id: order } = drafted.json<NoticeStanding>();
    await scene.step(id, 'answer', { text: '这3笔4月已经付清。', evidence: [] });
    await scene.step(id, 'uphold', { text: '凭证是5月的。' }, group.writer);
    const { content, version } = await group.notice(order);
    const fit = { ...content, ground: 'late', requirement: '请说明。', dueAt: '2022-05-25T10:00:00.000Z' };
    await group.post(group.writer, `notices/${order}/edit`, { content: fit, version });
    expect(codeOf(await group.move(order, 'send'))).toBe('inspections.heard-since');

    const clue = await clueAbout(id);
    const both = [await group.draft('clue', [], clue), await group.draft('clue', [], clue)];
    const [first, second] = both.map((answer) => answer.json<NoticeStanding>().id);
    expect((await group.move(first!, 'send')).statusCode).toBe(200);
    expect(codeOf(await group.move(second!, 'send'))).toBe('inspections.notice-there');
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
