import type { InspectionStanding } from '@jiannuo/shared/inspections';
import type { NoticeStanding, NoticeView } from '@jiannuo/shared/supervision';
import { describeOnEachDatabase } from '../../../test/databases';
import { openInspectionStage, type InspectionStage } from '../../../test/inspection-stage';
import { marksOf } from '../../../test/marks';
import { COMPLETE } from '../../../test/report-stage';
import { routesOf } from '../../../test/routes';
import {
  codeOf,
  OVERSIGHT,
  oversightOf,
  secondOfficerOf,
  signInNth,
  type SupervisionStage,
} from '../../../test/supervision-stage';

const TITLE = '甲乙丙窗口暗访';
const MATTER = '丁戊己怎样暗访';
const FACTS = '庚辛壬没有公示';
const DEMAND = '子丑寅补上公示';
const PHOTO = '卯辰巳照片';

describeOnEachDatabase('An unannounced inspection (暗访, art. 11)', (open) => {
  let scene: InspectionStage;
  let told: SupervisionStage;

  beforeEach(async () => {
    scene = await openInspectionStage(open);
    ({ told } = scene);
  });
  afterEach(() => told.stage.close());

  it('is shown to its team under name and time, each opening on record, until it is released', async () => {
    const { id } = (await scene.plan(['逊克县'], { title: TITLE })).json<InspectionStanding>();
    await scene.move(id, 'start');
    const finding = await scene.note(id);
    const mark = / 2022年5月16日 09:20$/;
    expect((await scene.inspection(id)).watermark).toMatch(mark);
    expect((await scene.finding(finding, told.writer)).watermark).toMatch(mark);
    const opened = "SELECT subject_id FROM audit_entry WHERE action = 'supervision.read' AND subject_id = ?";
    expect(await told.stage.rows(opened, [finding])).toHaveLength(1);
    await scene.move(id, 'conclude');
    await scene.move(id, 'release');
    expect(await scene.inspection(id)).toMatchObject({ isSecret: false, watermark: null });
    expect(await scene.finding(finding)).toMatchObject({ isSecret: false, watermark: null });
    expect(await told.stage.rows(opened, [finding])).toHaveLength(1);
  });

  it('cannot be learnt of before its release by anybody outside its team, through any route, list, count or message', async () => {
    const { stage } = told;
    const { id } = (await scene.plan(['逊克县'], { title: TITLE, matter: MATTER })).json<InspectionStanding>();
    await scene.move(id, 'start');
    const photo = await scene.upload(told.writer, `${PHOTO}.pdf`, true);
    const evidence = [{ id: 'e1', title: PHOTO, kind: 'photo', attachmentId: photo }];
    const finding = await scene.note(id, '逊克县', { facts: FACTS, demand: DEMAND, evidence });
    await scene.move(id, 'conclude');
    await told.deliver();
    await stage.server.ticker.tick();
    const [part] = await stage.rows<{ id: string }>('SELECT id FROM inspected_unit WHERE inspection_id = ?', [id]);
    const outsiders = {
      'the inspected county': told.officer,
      'its leader': await stage.as('逊克县', 'leader'),
      'another county': await stage.as('孙吴县', 'liaison'),
      'an officer who is not of the team': told.checker,
      'a third officer': await signInNth(stage, 2),
      'the leader of the lead unit': await stage.as('市专班牵头单位', 'leader'),
      administrator: await stage.as('市专班牵头单位', 'administrator'),
      oversight: await stage.as(OVERSIGHT, 'liaison'),
    };
    const ids = [id, finding, part!.id, photo];
    const secrets = [TITLE, MATTER, FACTS, DEMAND, PHOTO, '暗访', '限知悉', ...ids];
    const reads = routesOf(stage.server.app).filter(({ method, isPublic }) => method === 'GET' && !isPublic);
    expect(reads.filter(({ url }) => url.startsWith('/api/inspections'))).toHaveLength(6);
    const unitId = await told.unitOf('逊克县');
    const records = `/api/inspections/findings/records?unitId=${unitId}`;
    const asking = [
      records,
      '/api/burden/months/2022-05',
      `/api/burden/look?units=${unitId}&ask=${encodeURIComponent(TITLE)}`,
    ];
    for (const [who, as] of Object.entries(outsiders)) {
      for (const url of asking) {
        const { body } = await stage.ask({ url, as });
        expect([who, url, secrets.filter((secret) => body.includes(secret))]).toEqual([who, url, []]);
      }
      for (const route of reads) {
        const urls = route.url.includes('/1') ? ids.map((own) => route.url.replace('/1', `/${own}`)) : [route.url];
        for (const url of urls) {
          const answer = await stage.ask({ url, as });
          const learnt = secrets.filter((secret) => answer.body.includes(secret));
          expect([who, url, learnt]).toEqual([who, url, []]);
        }
      }
    }
    const writes = [
      ['plans', id, 'steps', { action: 'cancel', version: 3, reason: '试试' }],
      ['plans', id, 'edit', { version: 1, plan: {} }],
      ['plans', id, 'findings', { finding: {} }],
      ['findings', finding, 'steps', { action: 'drop' }],
      ['findings', finding, 'steps', { action: 'answer', text: '试试' }],
      ['findings', finding, 'edit', { version: 1, finding: {} }],
      ['findings', finding, 'notice', { kind: 'order' }],
    ] as const;
    for (const as of Object.values(outsiders)) {
      for (const [kind, own, deed, body] of writes) {
        const real = await scene.post(as, `${kind}/${own}/${deed}`, body);
        const none = await scene.post(as, `${kind}/01G0000000000000000000NONE/${deed}`, body);
        expect([real.statusCode, codeOf(real)]).toEqual([none.statusCode, codeOf(none)]);
        expect(real.statusCode).toBeGreaterThanOrEqual(403);
      }
      const draft = { kind: 'order', correctsId: null, content: { link: { kind: 'finding', id: finding } } };
      const none = { ...draft, content: { link: { kind: 'finding', id: '01G0000000000000000000NONE' } } };
      const answers = await Promise.all([draft, none].map((body) => told.post(as, 'notices', body)));
      expect(answers[0]!.body.replace(/"requestId":"[^"]*"/, '')).toBe(
        answers[1]!.body.replace(/"requestId":"[^"]*"/, ''),
      );
    }
    expect(stage.server.logLines.join('')).not.toContain(TITLE);
    const kept = [
      await stage.rows('SELECT detail FROM audit_entry'),
      await stage.rows('SELECT payload FROM outbox_message'),
      await stage.rows('SELECT title, body FROM notice'),
      await stage.rows('SELECT title FROM obligation WHERE title IS NOT NULL'),
    ];
    for (const secret of [TITLE, FACTS, DEMAND, PHOTO]) expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it('has photos that its team reads at once, and its unit and the whole lead unit once it is released', async () => {
    const { stage, writer, checker, officer } = told;
    const officers = await stage.rows<{ id: string }>(
      "SELECT id FROM appointment WHERE role = 'lead-officer' AND ended_at IS NULL AND unit_id = ? ORDER BY id",
      [await told.unitOf('市专班牵头单位')],
    );
    const memberIds = officers.slice(0, 2).map((each) => each.id);
    const { id } = (await scene.plan(['逊克县'], { memberIds })).json<InspectionStanding>();
    await scene.move(id, 'start');
    const photo = await scene.upload(writer, '窗口照片.pdf', true);
    const evidence = [{ id: 'e1', title: '窗口照片', kind: 'photo', attachmentId: photo }];
    const finding = await scene.note(id, '逊克县', { evidence });
    const third = await signInNth(stage, 2);
    const sunwu = await stage.as('孙吴县', 'liaison');
    const read = async (): Promise<readonly number[]> => {
      const url = `/api/attachments/${photo}`;
      const answers = await Promise.all([writer, checker, third, officer, sunwu].map((as) => stage.ask({ url, as })));
      return answers.map(({ statusCode }) => statusCode);
    };
    expect(await read()).toEqual([200, 200, 404, 404, 404]);
    const { version, unitId } = await scene.finding(finding, checker);
    const changed = { unitId, subject: 'key-tasks', facts: '三个窗口没有公示。', demand: '', dueAt: null, evidence };
    const edited = await scene.post(checker, `findings/${finding}/edit`, { version, finding: changed });
    expect(edited.statusCode).toBe(200);
    await scene.move(id, 'conclude');
    await scene.move(id, 'release');
    expect(await read()).toEqual([200, 200, 200, 200, 404]);
    const { rawPayload } = await stage.ask({ url: `/api/attachments/${photo}`, as: officer });
    expect(await marksOf(rawPayload, ['逊克县联络员', '孙吴县联络员'])).toEqual(['逊克县联络员']);
    expect((await scene.finding(finding)).attachments).toMatchObject([{ id: photo, name: '窗口照片.pdf' }]);
  });

  it('takes no file that more than its team could open, and none that somebody else put in', async () => {
    const { writer, checker } = told;
    const { id } = (await scene.plan(['逊克县'])).json<InspectionStanding>();
    await scene.move(id, 'start');
    const codeWith = async (attachmentId: string): Promise<string> => {
      const evidence = [{ id: 'e1', title: '照片', kind: 'photo', attachmentId }];
      const finding = {
        unitId: await told.unitOf('逊克县'),
        subject: 'key-tasks',
        facts: '事实',
        evidence,
        demand: '',
      };
      return codeOf(await scene.post(writer, `plans/${id}/findings`, { finding: { ...finding, dueAt: null } }));
    };
    expect(await codeWith(await scene.upload(writer, '公开.pdf', false))).toBe('inspections.file-open');
    expect(await codeWith(await scene.upload(checker, '别人的.pdf', true))).toBe('attachment.not-found');
    expect(await codeWith(await scene.upload(told.officer, '县里的.pdf', false))).toBe('attachment.not-found');
    expect(await codeWith('01G0000000000000000000NONE')).toBe('attachment.not-found');
  });

  it('lends its photo to an order out of it; a clue asks for it anew, for its own readers, and no other order takes it', async () => {
    const { writer, stage } = told;
    const report = (await stage.obligation('逊克县')).id;
    const entry = { obligationId: report, channel: 'paper', receivedAt: '2022-05-13T02:00:00.000Z', basis: '收文登记' };
    const body = { ...entry, content: COMPLETE, attachmentIds: [] };
    const entered = await stage.ask({ method: 'POST', url: '/api/reports/enter-for', as: writer, body });
    expect(entered.statusCode).toBe(200);
    const { id } = (await scene.plan(['逊克县'])).json<InspectionStanding>();
    await scene.move(id, 'start');
    const photo = await scene.upload(writer, '欠条照片.pdf', true);
    const evidence = [{ id: 'e1', title: '欠条照片', kind: 'photo', attachmentId: photo }];
    const finding = await scene.note(id, '逊克县', { evidence, concealedIn: report });
    await scene.move(id, 'conclude');
    await scene.move(id, 'release');
    await scene.step(finding, 'answer', { text: '已经付清。', evidence: [] });
    expect((await scene.step(finding, 'uphold', { text: '凭证是5月的。' }, writer)).statusCode).toBe(200);
    const drafted = async (kind: string): Promise<NoticeView> => {
      const draft = (await scene.post(writer, `findings/${finding}/notice`, { kind })).json<NoticeStanding>();
      return told.notice(draft.id);
    };
    const edit = ({ id: notice, version }: NoticeView, content: object) =>
      told.post(writer, `notices/${notice}/edit`, { version, content });

    const order = await drafted('order');
    expect(order.content.evidence).toEqual(evidence);
    expect((await edit(order, { ...order.content, requirement: '请说明。' })).statusCode).toBe(200);
    const other = await told.draft('order', ['逊克县'], { evidence });
    expect([other.statusCode, codeOf(other)]).toEqual([422, 'supervision.file-reserved']);

    const clue = await drafted('clue');
    const { unitId, liaisonId } = await oversightOf(stage);
    const addressees = [{ unitId, part: 'main' }];
    const readerIds = [await secondOfficerOf(stage), liaisonId];
    const fit = { ...clue.content, ground: 'poor-execution', requirement: '请核查。', addressees, readerIds };
    expect((await edit(clue, fit)).statusCode).toBe(200);
    const refused = await told.move(clue.id, 'send');
    expect([codeOf(refused), refused.body]).toEqual(['inspections.proof-missing', expect.stringContaining('欠条照片')]);
    const again = [{ ...evidence[0]!, attachmentId: await scene.upload(writer, '欠条.pdf', true) }];
    expect((await edit(await told.notice(clue.id), { ...fit, evidence: again })).statusCode).toBe(200);
    expect((await told.move(clue.id, 'send')).statusCode).toBe(200);
  });
});
