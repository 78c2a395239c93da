import type { FindingStanding, InspectionStanding } from '@jiannuo/shared/inspections';
import { toDoLines } from '@jiannuo/shared/notifications';
import { describeOnEachDatabase } from '../../../test/databases';
import { openInspectionStage, RECTIFY_BY, type InspectionStage } from '../../../test/inspection-stage';
import type { ReportStage } from '../../../test/report-stage';
import { codeOf, signInNth, type SupervisionStage } from '../../../test/supervision-stage';

const SAID = {
  text: '两个窗口已补上公示。',
  evidence: [{ id: 'e1', title: '公示照片', kind: 'photo', attachmentId: null }],
};

describeOnEachDatabase('An inspection (art. 11)', (open) => {
  let scene: InspectionStage;
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    scene = await openInspectionStage(open);
    ({ told } = scene);
    ({ stage } = told);
  });
  afterEach(() => stage.close());

  const planned = async (units: readonly string[], change: object = {}): Promise<string> =>
    (await scene.plan(units, change)).json<InspectionStanding>().id;
  const titles = async (as: string, list: 'toDo' | 'toKnow' = 'toDo'): Promise<string[]> => {
    await told.deliver();
    return (await told.inbox(as))[list].map(({ title }) => title);
  };

  /** What 要我办 of the county says there is to do about inspections. */
  const toRectify = async (): Promise<string[]> => {
    const lines = toDoLines(await told.inbox(told.officer));
    return lines.flatMap(({ target, about }) => (['finding', 'inspected'].includes(target.kind) ? [about] : []));
  };

  it('is planned, held, released, put right, sent back, put right again, accepted and closed', async () => {
    const id = await planned(['逊克县', '孙吴县'], { method: 'on-site', title: '承诺公示实地督导' });
    expect((await scene.move(id, 'start')).json()).toMatchObject({ state: 'under-way' });
    expect(await titles(told.officer, 'toKnow')).toContain('5月16日 周一起实地督导');
    expect((await scene.mine()).rows).toMatchObject([{ title: '承诺公示实地督导', state: 'under-way', findings: 0 }]);
    const finding = await scene.note(id);
    expect((await scene.mine()).rows).toMatchObject([{ findings: 0, open: 0 }]);
    await scene.move(id, 'conclude');
    expect((await scene.move(id, 'release')).json()).toMatchObject({ state: 'rectification' });

    expect(await stage.obligation('逊克县', 'rectification')).toMatchObject({ due_at: RECTIFY_BY, met_at: null });
    expect(await titles(told.officer, 'toKnow')).toContain('实地督导有1个问题要整改');
    expect(await toRectify()).toEqual(['实地督导　要整改']);
    const sunwu = await stage.as('孙吴县', 'liaison');
    expect(await titles(sunwu, 'toKnow')).toContain('实地督导没有发现问题');
    const [mine] = (await scene.mine()).rows;
    expect(mine).toMatchObject({ findings: 1, open: 1, dueAt: RECTIFY_BY });
    expect((await stage.ask({ url: `/api/inspections/mine/${mine!.id}`, as: sunwu })).statusCode).toBe(404);

    expect((await scene.step(finding, 'answer', SAID)).json()).toEqual({ id: finding, state: 'answered' });
    expect((await stage.obligation('逊克县', 'rectification')).met_at).not.toBeNull();
    expect(await titles(told.checker)).toContain('逊克县实地督导整改等您核查');
    expect(codeOf(await scene.move(id, 'close'))).toBe('inspections.still-open');
    await scene.step(finding, 'return', { text: '照片看不清' }, told.writer);
    expect(await titles(told.officer)).toContain('实地督导整改退回，请再改');
    expect(await scene.finding(finding)).toMatchObject({ state: 'returned', dueAt: RECTIFY_BY });
    expect(await toRectify()).toEqual(['实地督导　退回修改']);
    await scene.step(finding, 'answer', { ...SAID, text: '已换清楚的照片。' });
    expect((await scene.step(finding, 'accept', {}, told.writer)).json()).toMatchObject({ state: 'closed' });
    expect((await scene.move(id, 'close')).json()).toMatchObject({ state: 'closed' });
    const { history, attachments, notices } = await scene.finding(finding);
    expect(history.map(({ action }) => action)).toEqual(['release', 'answer', 'return', 'answer', 'accept']);
    expect([attachments, notices]).toEqual([[], []]);
    expect(await toRectify()).toEqual([]);
    expect((await told.inbox(told.officer)).toDo).toEqual([]);
  });

  it('is not planned incomplete, with its end before its beginning, at the lead unit itself, or with strangers', async () => {
    const bare = await scene.plan([], { title: '', matter: '', fromOn: null });
    expect([bare.statusCode, codeOf(bare)]).toEqual([422, 'inspections.text-missing']);
    const reversed = await scene.plan(['逊克县'], { fromOn: '2022-05-20', toOn: '2022-05-18' });
    expect(codeOf(reversed)).toBe('inspections.days-reversed');
    expect(codeOf(await scene.plan(['市专班牵头单位']))).toBe('inspections.unit-unfit');
    expect(await stage.rows('SELECT id FROM inspection')).toEqual([]);
    const [stranger] = await stage.rows<{ id: string }>(
      "SELECT a.id FROM appointment a JOIN unit u ON u.id = a.unit_id WHERE u.name = '逊克县' AND a.role = 'liaison'",
    );
    expect(codeOf(await scene.plan(['逊克县'], { memberIds: [stranger!.id] }))).toBe('inspections.member-unfit');
    expect(codeOf(await scene.plan([], { unitIds: ['01G0000000000000000000NONE'] }))).toBe('inspections.unit-unfit');
  });

  it('is taken one step on by one of two who act at once', async () => {
    const { finding, id } = await scene.released();
    const answered = await Promise.all([scene.step(finding, 'answer', SAID), scene.step(finding, 'answer', SAID)]);
    expect(answered.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const judged = await Promise.all([
      scene.step(finding, 'accept', {}, told.writer),
      scene.step(finding, 'return', { text: '再补。' }, told.checker),
    ]);
    expect(judged.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await scene.inspection(id)).findings.all).toBe(1);
    const next = await planned(['逊克县']);
    const started = await Promise.all([scene.move(next, 'start'), scene.move(next, 'start')]);
    expect(started.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('keeps what one wrote when another writes on an older version', async () => {
    const id = await planned(['逊克县'], { method: 'written' });
    const { plan, version } = await scene.inspection(id);
    const first = await scene.post(told.writer, `plans/${id}/edit`, { version, plan: { ...plan, title: '一' } });
    expect(first.json()).toMatchObject({ version: version + 1 });
    const second = await scene.post(told.checker, `plans/${id}/edit`, { version, plan: { ...plan, title: '二' } });
    expect(codeOf(second)).toBe('inspections.stale');
    await scene.move(id, 'start');
    const finding = await scene.note(id);
    const content = { unitId: await told.unitOf('逊克县'), subject: 'key-tasks', facts: '改写过。', evidence: [] };
    const edit = (of: object) => scene.post(told.writer, `findings/${finding}/edit`, of);
    const silent = { ...content, demand: '', dueAt: null };
    expect((await edit({ version: 1, finding: silent })).statusCode).toBe(200);
    expect(codeOf(await edit({ version: 1, finding: silent }))).toBe('inspections.stale');
    const elsewhere = { ...silent, unitId: await told.unitOf('孙吴县') };
    expect(codeOf(await edit({ version: 2, finding: elsewhere }))).toBe('inspections.unit-not-planned');
    const on = (seenOn: string) => edit({ version: 2, finding: { ...silent, seenOn } });
    expect(codeOf(await on('2022-05-17'))).toBe('inspections.seen-ahead');
    expect(codeOf(await on('2022-05-15'))).toBe('inspections.seen-before');
    const noted = { finding: { ...silent, facts: '5月31日，窗口没有人。', seenOn: '2022-05-16' } };
    const dated = await scene.post(told.writer, `plans/${id}/findings`, noted);
    expect(dated.statusCode).toBe(200);
    const { id: seen } = dated.json<FindingStanding>();
    expect(await scene.finding(seen, told.writer)).toMatchObject({ seenOn: '2022-05-16' });
    expect((await scene.step(seen, 'drop', {}, told.writer)).statusCode).toBe(200);
    await scene.move(id, 'conclude');
    expect((await edit({ version: 2, finding: silent })).statusCode).toBe(409);
    expect((await scene.move(id, 'release')).json()).toMatchObject({ state: 'released' });
    expect(await titles(told.officer, 'toKnow')).toContain('书面督导发现1个问题');
  });

  it('that is called off tells its units only where they knew of it', async () => {
    const open = await planned(['逊克县'], { method: 'on-site' });
    await scene.move(open, 'start');
    const secret = await planned(['孙吴县']);
    await scene.move(secret, 'start');
    expect(codeOf(await scene.move(open, 'cancel'))).toBe('supervision.text-missing');
    await scene.move(open, 'cancel', told.writer, '改期。');
    await scene.move(secret, 'cancel', told.writer, '改期。');
    expect(await titles(told.officer, 'toKnow')).toContain('实地督导已取消');
    expect(await titles(await stage.as('孙吴县', 'liaison'), 'toKnow')).toEqual([]);
    expect((await scene.mine()).rows).toMatchObject([{ state: 'cancelled' }]);
  });

  it('asks for nothing by a time that leaves no working day, and says so before anybody is told', async () => {
    const id = await planned(['逊克县']);
    await scene.move(id, 'start');
    const finding = {
      unitId: await told.unitOf('逊克县'),
      subject: 'key-tasks',
      facts: '灯没有亮。',
      demand: '补上。',
    };
    const noted = await scene.post(told.writer, `plans/${id}/findings`, {
      finding: { ...finding, evidence: [], dueAt: '2022-05-16T08:00:00.000Z' },
    });
    expect([noted.statusCode, codeOf(noted)]).toEqual([422, 'inspections.due-too-soon']);
    await scene.note(id);
    await scene.move(id, 'conclude');
    stage.at('2022-05-25T02:00:00.000Z');
    const released = await scene.move(id, 'release');
    expect(released.body).toContain('逊克县“两个窗口没有公示承诺”的整改时限太紧');
    expect((await scene.mine()).rows).toEqual([]);
  });

  it('has what was put right on paper entered at its true time, and the unit hears of it', async () => {
    const { finding } = await scene.released();
    stage.at('2022-05-20T02:00:00.000Z');
    const paper = { ...SAID, receivedAt: '2022-05-18T08:00:00.000Z', channel: 'paper' } as const;
    const early = { ...paper, receivedAt: '2022-05-10T08:00:00.000Z' };
    expect(codeOf(await scene.step(finding, 'enter-answer', early, told.writer))).toBe(
      'inspections.received-before-release',
    );
    expect((await scene.step(finding, 'enter-answer', paper, told.writer)).statusCode).toBe(200);
    expect(await stage.obligation('逊克县', 'rectification')).toMatchObject({
      met_at: paper.receivedAt,
      channel: 'paper',
    });
    expect(await titles(told.officer, 'toKnow')).toContain('暗访督导整改已代录');
  });

  it('loses nothing that is far too long, and takes no file of somebody else', async () => {
    const { finding } = await scene.released();
    expect(codeOf(await scene.step(finding, 'answer', { text: '长'.repeat(100_000) }))).toBe(
      'inspections.text-too-long',
    );
    const foreign = { ...SAID, evidence: [{ id: 'e1', title: '照片', kind: 'photo', attachmentId: 'nobodys' }] };
    expect((await scene.step(finding, 'answer', foreign)).statusCode).toBe(404);
    expect((await scene.finding(finding)).state).toBe('to-rectify');
  });

  it('gives a finding on as a draft of a notice, which leads back to it', async () => {
    const { finding } = await scene.released();
    const made = await scene.post(told.writer, `findings/${finding}/notice`, { kind: 'order' });
    const { id } = made.json<{ id: string }>();
    const { content, state } = await told.notice(id);
    expect([state, content.link]).toEqual(['draft', { kind: 'finding', id: finding }]);
    expect(content.fields['facts']).toBe('暗访督导发现：两个窗口没有公示承诺。');
    expect((await scene.finding(finding, told.writer)).notices).toMatchObject([{ id, state: 'draft' }]);
    expect((await scene.finding(finding)).notices).toEqual([]);
    expect((await scene.post(told.officer, `findings/${finding}/notice`, { kind: 'order' })).statusCode).toBe(403);
  });

  it('gives a finding on once for each kind, also when two do it at once, and anew after the draft was discarded', async () => {
    const { finding } = await scene.released();
    const tried = await Promise.all(
      [told.writer, told.checker].map((as) => scene.post(as, `findings/${finding}/notice`, { kind: 'order' })),
    );
    expect(tried.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const refused = tried.find(({ statusCode }) => statusCode === 409)!;
    expect(codeOf(refused)).toBe('inspections.notice-there');
    expect(refused.body).toContain('督办单');
    expect((await scene.finding(finding, told.writer)).notices).toHaveLength(1);
    const warning = await scene.post(told.writer, `findings/${finding}/notice`, { kind: 'warning' });
    expect(warning.statusCode).toBe(200);
    const { id } = tried.find(({ statusCode }) => statusCode === 200)!.json<{ id: string }>();
    expect((await told.move(id, 'discard', told.writer, '不发了。')).statusCode).toBe(200);
    expect((await scene.post(told.writer, `findings/${finding}/notice`, { kind: 'order' })).statusCode).toBe(200);
  });

  it('lets no notice name a finding that is not released', async () => {
    const id = await planned(['逊克县']);
    await scene.move(id, 'start');
    const finding = await scene.note(id);
    expect((await scene.post(told.writer, `findings/${finding}/notice`, { kind: 'order' })).statusCode).toBe(409);
    const draft = await told.draft('order', ['逊克县'], { link: { kind: 'finding', id: finding } });
    expect(codeOf(draft)).toBe('supervision.link-unknown');
  });

  it('is reminded of by what is owed, which leads to the finding', async () => {
    const { finding } = await scene.released();
    const owed = (await stage.mine('逊克县')).open.find(({ kind }) => kind === 'rectification');
    expect(owed).toMatchObject({ title: '暗访督导整改“两个窗口没有公示承诺”', reportId: finding });
    stage.at('2022-05-24T01:30:00.000Z');
    await stage.server.ticker.tick();
    await told.deliver();
    const { toDo } = await told.inbox(told.officer);
    const reminder = toDo.find(({ title }) => title.startsWith('暗访督导整改'));
    expect(reminder?.target).toEqual({ kind: 'finding', id: finding });
  });

  it('is one unit’s business: another county sees neither the finding nor what was put right', async () => {
    const { finding } = await scene.released();
    const other = await stage.as('孙吴县', 'liaison');
    expect((await stage.ask({ url: `/api/inspections/findings/${finding}`, as: other })).statusCode).toBe(404);
    expect((await scene.step(finding, 'answer', SAID, other)).statusCode).toBe(404);
    const leader = await stage.as('逊克县', 'leader');
    expect((await scene.finding(finding, leader)).actions).toEqual([]);
    expect((await scene.step(finding, 'answer', SAID, leader)).statusCode).toBe(403);
  });

  it('drops a finding before it is released, and never tells of it', async () => {
    const id = await planned(['逊克县'], { method: 'written' });
    await scene.move(id, 'start');
    const finding = await scene.note(id);
    const dropped = await scene.step(finding, 'drop', { text: '核实后不属实。' }, told.writer);
    expect(dropped.json<FindingStanding>().state).toBe('dropped');
    await scene.move(id, 'conclude');
    await scene.move(id, 'release');
    expect((await stage.ask({ url: `/api/inspections/findings/${finding}`, as: told.officer })).statusCode).toBe(404);
    const heard = await titles(told.officer, 'toKnow');
    expect(heard.filter((title) => title.includes('书面督导'))).toEqual(['书面督导没有发现问题']);
  });

  it('unannounced, is known to its team alone until it is released, then to all officers', async () => {
    const second = await stage.rows<{ id: string }>(
      `SELECT a.id FROM appointment a JOIN unit u ON u.id = a.unit_id
       WHERE u.name = '市专班牵头单位' AND a.role = 'lead-officer' AND a.ended_at IS NULL ORDER BY a.id`,
    );
    const id = await planned(['逊克县'], { memberIds: [second[1]!.id] });
    await scene.move(id, 'start', told.checker);
    expect((await scene.inspection(id, told.checker)).isSecret).toBe(true);
    const third = await signInNth(stage, 2);
    expect((await stage.ask({ url: `/api/inspections/plans/${id}`, as: third })).statusCode).toBe(404);
    expect(await titles(told.writer, 'toKnow')).toContain('有一件限知悉的件');
    await scene.note(id);
    await scene.move(id, 'conclude');
    await scene.move(id, 'release');
    expect((await scene.inspection(id, third)).isSecret).toBe(false);
  });
});
