import type { InspectionStanding } from '@jiannuo/shared/inspections';
import { describeOnEachDatabase } from '../../../test/databases';
import { openInspectionStage, type InspectionStage } from '../../../test/inspection-stage';
import { routesOf } from '../../../test/routes';
import { addOversight, codeOf, OVERSIGHT, signInNth, type SupervisionStage } from '../../../test/supervision-stage';

const TITLE = '甲乙丙窗口暗访';
const MATTER = '丁戊己怎样暗访';
const FACTS = '庚辛壬没有公示';
const DEMAND = '子丑寅补上公示';

describeOnEachDatabase('An unannounced inspection (暗访, art. 11)', (open) => {
  let scene: InspectionStage;
  let told: SupervisionStage;

  beforeEach(async () => {
    scene = await openInspectionStage(open);
    ({ told } = scene);
  });
  afterEach(() => told.stage.close());

  it('cannot be learnt of before its release by anybody outside its team, through any route, list, count or message', async () => {
    const { stage } = told;
    await addOversight(stage);
    const { id } = (await scene.plan(['逊克县'], { title: TITLE, matter: MATTER })).json<InspectionStanding>();
    await scene.move(id, 'start');
    const finding = await scene.note(id, '逊克县', { facts: FACTS, demand: DEMAND });
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
    const ids = [id, finding, part!.id];
    const secrets = [TITLE, MATTER, FACTS, DEMAND, '暗访', '限知悉', ...ids];
    const reads = routesOf(stage.server.app).filter(({ method, isPublic }) => method === 'GET' && !isPublic);
    expect(reads.filter(({ url }) => url.startsWith('/api/inspections'))).toHaveLength(5);
    for (const [who, as] of Object.entries(outsiders)) {
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
    for (const secret of [TITLE, FACTS, DEMAND]) expect(JSON.stringify(kept)).not.toContain(secret);
  });
});
