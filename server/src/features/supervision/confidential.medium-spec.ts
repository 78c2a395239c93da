import type { NoticeStanding } from '@jiannuo/shared/supervision';
import { describeOnEachDatabase } from '../../../test/databases';
import type { ReportStage } from '../../../test/report-stage';
import { routesOf } from '../../../test/routes';
import {
  addOversight,
  codeOf,
  openSupervisionStage,
  OVERSIGHT,
  signInNth,
  type SupervisionStage,
} from '../../../test/supervision-stage';

const TITLE = '甲乙丙任务经督办仍未完成';
const FACTS = { facts: '丁戊己对接没有完成。', persons: '某县分管负责人' };

describeOnEachDatabase('A clue (问题线索, art. 15, 16)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let oversight: { readonly unitId: string; readonly liaisonId: string };
  let readerIds: string[];

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    oversight = await addOversight(stage);
    const [, second] = await stage.rows<{ id: string }>(
      `SELECT a.id FROM appointment a JOIN unit u ON u.id = a.unit_id
       WHERE u.group_id = ? AND a.role = 'lead-officer' ORDER BY a.id`,
      [stage.groupId],
    );
    readerIds = [second!.id, oversight.liaisonId];
  });
  afterEach(() => stage.close());

  const clue = (change: object = {}): object => ({
    title: TITLE,
    ground: 'duty-unmet',
    fields: FACTS,
    answer: 'receipt',
    dueAt: null,
    addressees: [{ unitId: oversight.unitId, part: 'main' }],
    readerIds,
    ...change,
  });
  const draft = async (change: object = {}): Promise<string> =>
    (await told.draft('clue', [], clue(change))).json<NoticeStanding>().id;

  it('goes from the writer over a second named officer to the named receiver, who signs for it', async () => {
    const id = await told.issued('clue', [], clue());
    const receiver = await stage.as(OVERSIGHT, 'liaison');
    await told.deliver();
    expect((await told.inbox(receiver)).toDo).toMatchObject([{ title: '有一件限知悉的件', body: '请打开看。' }]);
    const ticket = await told.ticketOf(id, OVERSIGHT);
    expect(await told.ticket(ticket, receiver)).toMatchObject({ fields: FACTS, isConfidential: true });
    expect((await told.step(ticket, 'sign', {}, receiver)).json()).toEqual({ id: ticket, state: 'finished' });
    expect((await told.notice(id)).readers).toHaveLength(3);
    expect((await told.notice(id)).history.map(({ action }) => action)).toEqual(['draft', 'send', 'check', 'issue']);
  });

  it('names nobody but officers of the lead unit and people of the unit addressed, among them a second one to check', async () => {
    const [stranger] = await stage.rows<{ id: string }>(
      `SELECT a.id FROM appointment a JOIN unit u ON u.id = a.unit_id WHERE u.name = '逊克县' AND a.role = 'liaison'`,
    );
    const fit = await draft({ readerIds: [...readerIds, stranger!.id] });
    expect(codeOf(await told.move(fit, 'send'))).toBe('supervision.reader-unfit');
    const alone = await draft({ readerIds: [oversight.liaisonId] });
    expect(codeOf(await told.move(alone, 'send'))).toBe('supervision.readers-incomplete');
    const unread = await draft({ readerIds: [readerIds[0]] });
    expect(codeOf(await told.move(unread, 'send'))).toBe('supervision.readers-incomplete');
  });

  it('cannot be learnt of by anybody else through any route, list, count or message', async () => {
    const id = await told.issued('clue', [], clue());
    const ticket = await told.ticketOf(id, OVERSIGHT);
    await told.deliver();
    await stage.server.ticker.tick();
    const outsiders = {
      'third officer': await signInNth(stage, 2),
      administrator: await stage.as('市专班牵头单位', 'administrator'),
      'leader of the lead unit': await stage.as('市专班牵头单位', 'leader'),
      'leader of the receiver': await stage.as(OVERSIGHT, 'leader'),
      county: told.officer,
    };
    const secrets = [TITLE, FACTS.facts, FACTS.persons, '问题线索', '限知悉', id, ticket];
    const reads = routesOf(stage.server.app).filter(({ method, isPublic }) => method === 'GET' && !isPublic);
    expect(reads.length).toBeGreaterThan(40);
    for (const [who, as] of Object.entries(outsiders)) {
      for (const route of reads) {
        const urls = route.url.includes('/1')
          ? [id, ticket].map((own) => route.url.replace('/1', `/${own}`))
          : [route.url];
        for (const url of urls) {
          const answer = await stage.ask({ url, as });
          const learnt = secrets.filter((secret) => answer.body.includes(secret));
          expect([who, url, learnt]).toEqual([who, url, []]);
        }
      }
    }
    for (const as of Object.values(outsiders)) {
      for (const path of [`notices/${id}/steps`, `tickets/${ticket}/steps`]) {
        const body = path.startsWith('notices') ? { action: 'void', version: 4, reason: '试试' } : { action: 'sign' };
        const real = await told.post(as, path, body);
        const none = await told.post(as, path.replace(/\/[^/]+\/steps/, '/01G0000000000000000000NONE/steps'), body);
        expect([real.statusCode, codeOf(real)]).toEqual([none.statusCode, codeOf(none)]);
      }
    }
    expect(stage.server.logLines.join('')).not.toContain(TITLE);
    const written = await stage.rows('SELECT detail FROM audit_entry');
    expect(JSON.stringify([written, await stage.rows('SELECT payload FROM outbox_message')])).not.toContain(TITLE);
  });

  it('does not come to whoever follows a named person in the post', async () => {
    const id = await told.issued('clue', [], clue());
    const ticket = await told.ticketOf(id, OVERSIGHT);
    const body = {
      role: 'liaison',
      personName: '督导专班新联络员',
      phone: '13800009991',
      section: '督查科',
      post: '科长',
      isSectionHead: true,
      unitId: oversight.unitId,
      replaces: oversight.liaisonId,
    };
    expect((await stage.ask({ method: 'POST', url: '/api/appointments', as: told.writer, body })).statusCode).toBe(201);
    const next = await stage.server.signInAs(OVERSIGHT, 'liaison');
    expect((await told.tickets(next)).rows).toEqual([]);
    expect((await told.step(ticket, 'sign', {}, next)).statusCode).toBe(404);
  });
});
