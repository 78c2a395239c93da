import type { LightMyRequestResponse } from 'fastify';
import { ruleOf, type NoticeStanding } from '@jiannuo/shared/supervision';
import { describeOnEachDatabase } from '../../../../test/databases';
import { aForm, aPdf } from '../../../../test/files';
import { marksOf } from '../../../../test/marks';
import type { ReportStage } from '../../../../test/report-stage';
import { routesOf } from '../../../../test/routes';
import {
  codeOf,
  openSupervisionStage,
  OVERSIGHT,
  oversightOf,
  secondOfficerOf,
  signInNth,
  type SupervisionStage,
} from '../../../../test/supervision-stage';

const TITLE = '甲乙丙任务经督办仍未完成';
const NONE = '01G0000000000000000000NONE';
const FACTS = { facts: '丁戊己对接没有完成。', persons: '某县分管负责人' };
const INSTRUCTION = '庚辛壬请抓紧办理';
/** Where a leader’s instruction goes. */
const CONCERNED = '孙吴县';

describeOnEachDatabase('A clue (问题线索, art. 15, 16)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let oversight: { readonly unitId: string; readonly liaisonId: string };
  let readerIds: string[], accusedIds: string[];

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    oversight = await oversightOf(stage);
    const second = await secondOfficerOf(stage);
    readerIds = [second, oversight.liaisonId];
    accusedIds = [await told.unitOf(CONCERNED)];
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
    accusedIds,
    ...change,
  });
  const draft = async (change: object = {}): Promise<string> =>
    (await told.draft('clue', [], clue(change))).json<NoticeStanding>().id;

  it('goes from the writer over a second named officer to the named receiver, who signs for it', async () => {
    const id = await told.issued('clue', [], clue());
    const receiver = await stage.as(OVERSIGHT, 'liaison');
    await told.deliver();
    expect((await told.inbox(receiver)).toDo).toMatchObject([
      { title: '问题线索〔2022〕1号', body: '限知悉，请打开签收。' },
    ]);
    const ticket = await told.ticketOf(id, OVERSIGHT);
    expect(await told.ticket(ticket, receiver)).toMatchObject({ fields: FACTS, isConfidential: true });
    expect((await told.step(ticket, 'sign', {}, receiver)).json()).toEqual({ id: ticket, state: 'finished' });
    expect((await told.notice(id)).readers).toHaveLength(3);
    expect((await told.notice(id)).history.map(({ action }) => action)).toEqual(['draft', 'send', 'check', 'issue']);
  });

  it('keeps its outcome, which its receiver or the lead unit writes down, and who opened it, for those named', async () => {
    const { id, ticket, file } = await issue('clue');
    const receiver = await stage.as(OVERSIGHT, 'liaison');
    expect(codeOf(await told.step(ticket, 'outcome', { text: '已立项核查。' }, receiver))).toBe(
      'supervision.ticket-not-possible-to-sign',
    );
    await told.step(ticket, 'sign', {}, receiver);
    expect(codeOf(await told.step(ticket, 'outcome', {}, receiver))).toBe('supervision.text-missing');
    expect((await told.step(ticket, 'outcome', { text: '已立项核查。' }, receiver)).statusCode).toBe(200);
    expect((await told.step(ticket, 'outcome', { text: '约谈了责任人。' }, told.writer)).statusCode).toBe(200);
    expect(await told.ticket(ticket, receiver)).toMatchObject({ state: 'finished', actions: ['outcome'] });
    const said = (await told.ticket(ticket, receiver)).history.map(({ action, text }) => [action, text]);
    expect(said.slice(-2)).toEqual([
      ['outcome', '已立项核查。'],
      ['outcome', '约谈了责任人。'],
    ]);
    await stage.ask({ url: `/api/attachments/${file}`, as: receiver });
    const { openings } = await told.notice(id);
    expect(openings.find(({ unitName }) => unitName === OVERSIGHT)).toMatchObject({ times: 3, files: 1 });
    const order = await told.issued('order', ['逊克县']);
    expect((await told.notice(order)).openings).toEqual([]);
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

  const upload = async (as: string, name: string, fields: object = { reserved: 'yes' }): Promise<string> => {
    const { headers, payload } = aForm(name, aPdf('丁戊己'), { ...fields });
    const answer = await stage.ask({ method: 'POST', url: '/api/attachments', as, body: payload, headers });
    return answer.json<{ id: string }>().id;
  };
  const withFile = (attachmentId: string): object =>
    clue({ evidence: [{ id: 'e1', title: '督办材料', kind: 'document', attachmentId }] });
  const outsidersOf = async (): Promise<Readonly<Record<string, string>>> => ({
    'third officer': await signInNth(stage, 2),
    administrator: await stage.as('市专班牵头单位', 'administrator'),
    'leader of the lead unit': await stage.as('市专班牵头单位', 'leader'),
    'leader of the receiver': await stage.as(OVERSIGHT, 'leader'),
    county: told.officer,
    'leader of the unit concerned': await stage.as(CONCERNED, 'leader'),
  });
  /** The routes that say something only when they are asked for something. */
  const askingMore = async (): Promise<readonly { readonly url: string }[]> => {
    const units = [await told.unitOf(CONCERNED), oversight.unitId];
    return [
      { url: '/api/burden/months/2022-05' },
      { url: `/api/burden/look?units=${units.join(',')}&ask=${encodeURIComponent(TITLE)}` },
      { url: `/api/supervision/circulars/subjects?unitId=${units[0]!}` },
      ...['links', 'prior'].map((name) => ({ url: `/api/supervision/${name}?units=${units.join(',')}` })),
    ];
  };
  /** Issues a confidential notice of that kind with a file, to the unit that it goes to. */
  const issue = async (kind: 'clue' | 'instruction') => {
    const file = await upload(told.writer, '督办材料.pdf');
    const to = kind === 'clue' ? OVERSIGHT : CONCERNED;
    const [liaison] = await stage.rows<{ id: string; unitId: string }>(
      `SELECT a.id, a.unit_id AS unitId FROM appointment a JOIN unit u ON u.id = a.unit_id
       WHERE u.name = ? AND u.group_id = ? AND a.role = 'liaison' AND a.ended_at IS NULL`,
      [to, stage.groupId],
    );
    const change = {
      ...(kind === 'clue' ? {} : { ground: 'leader-instruction', fields: { instruction: INSTRUCTION } }),
      addressees: [{ unitId: liaison!.unitId, part: 'main' }],
      readerIds: [readerIds[0], liaison!.id],
    };
    const id = await told.issued(kind, [], { ...withFile(file), ...change });
    return { id, file, ticket: await told.ticketOf(id, to) };
  };
  const settle = async (): Promise<void> => {
    await told.deliver();
    await stage.server.ticker.tick();
    await told.deliver();
  };
  /** What an answer says, without the number of its request. A workbook says when it was made, so its bytes do not count. */
  const saidOf = ({ statusCode, body, headers }: LightMyRequestResponse, id: string): readonly [number, string] => {
    const isText = String(headers['content-type']).includes('json');
    return [statusCode, isText ? body.replaceAll(id, '').replace(/"requestId":"[^"]*"/, '') : ''];
  };

  it.each(['clue', 'instruction'] as const)(
    '%s cannot be learnt of by anybody else through any route, list, count, file or message',
    async (kind) => {
      const outsiders = await outsidersOf();
      const reads = routesOf(stage.server.app).filter(({ method, isPublic }) => method === 'GET' && !isPublic);
      expect(reads.length).toBeGreaterThan(40);
      const plain = [...reads.filter(({ url }) => !url.includes('/1')), ...(await askingMore())];
      await settle();
      const before = new Map<string, readonly [number, string]>();
      for (const [who, as] of Object.entries(outsiders)) {
        for (const { url } of plain) before.set(`${who} ${url}`, saidOf(await stage.ask({ url, as }), '-'));
      }
      const { id, ticket, file } = await issue(kind);
      await settle();
      const named = [ruleOf(kind).title, '限知悉', '督办材料'];
      const secrets = [TITLE, FACTS.facts, FACTS.persons, INSTRUCTION, ...named, id, ticket, file];
      for (const [who, as] of Object.entries(outsiders)) {
        for (const { url } of plain) {
          const answer = saidOf(await stage.ask({ url, as }), '-');
          // The walk downloads sheets itself, which the list of downloads tells.
          if (url !== '/api/downloads') expect([who, url, answer]).toEqual([who, url, before.get(`${who} ${url}`)]);
          expect(secrets.filter((secret) => answer[1].includes(secret))).toEqual([]);
        }
        for (const { url } of reads.filter((route) => route.url.includes('/1'))) {
          const none = saidOf(await stage.ask({ url: url.replace('/1', `/${NONE}`), as }), NONE);
          for (const own of [id, ticket, file]) {
            const real = saidOf(await stage.ask({ url: url.replace('/1', `/${own}`), as }), own);
            expect([who, url, real]).toEqual([who, url, none]);
          }
        }
      }
      expect(stage.server.logLines.join('')).not.toContain(TITLE);
      const written = await stage.rows('SELECT detail FROM audit_entry');
      const sent = await stage.rows('SELECT payload FROM outbox_message');
      const messages = await stage.rows('SELECT about FROM delivery');
      expect(JSON.stringify([written, sent, messages])).not.toContain(TITLE);
    },
  );

  it.each(['clue', 'instruction'] as const)('%s is to every write of an outsider what is not there', async (kind) => {
    const outsiders = await outsidersOf();
    const { id, ticket, file } = await issue(kind);
    const steps = { action: 'sign', version: 4, reason: '试试', text: '试试', evidence: [] };
    const writes = routesOf(stage.server.app).filter(({ method, url, isPublic }) => {
      return method !== 'GET' && !isPublic && url.includes('/1');
    });
    expect(writes.length).toBeGreaterThan(40);
    for (const [who, as] of Object.entries(outsiders)) {
      for (const { method, url } of writes) {
        const body = url.includes('notices') ? { ...steps, action: 'void' } : steps;
        const write = (target: string) => stage.ask({ method, url: url.replace('/1', `/${target}`), as, body });
        const none = saidOf(await write(NONE), NONE);
        for (const own of [id, ticket, file]) {
          expect([who, method, url, saidOf(await write(own), own)]).toEqual([who, method, url, none]);
        }
      }
    }
    const naming = (attachmentId: string): object => ({
      evidence: [{ id: 'e1', title: '材料', kind: 'document', attachmentId }],
    });
    const third = outsiders['third officer']!;
    for (const own of [file, NONE]) {
      const answer = await told.post(third, 'notices', { kind: 'slip', content: naming(own), correctsId: null });
      expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'attachment.not-found']);
    }
    for (const correctsId of [id, NONE]) {
      const answer = await told.post(third, 'notices', { kind, content: {}, correctsId });
      expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'supervision.not-found']);
    }
  });

  it('has files for its named persons alone, though a colleague puts in the same file under the same name', async () => {
    const file = await upload(told.writer, '督办材料.pdf');
    const id = await told.issued('clue', [], withFile(file));
    const ticket = await told.ticketOf(id, OVERSIGHT);
    const receiver = await stage.as(OVERSIGHT, 'liaison');
    expect((await told.ticket(ticket, receiver)).attachments).toMatchObject([
      { id: file, name: '督办材料.pdf', isReserved: true },
    ]);
    const read = async (as: string): Promise<number> =>
      (await stage.ask({ url: `/api/attachments/${file}`, as })).statusCode;
    expect(await Promise.all([read(told.writer), read(told.checker)])).toEqual([200, 200]);
    const given = await stage.ask({ url: `/api/attachments/${file}`, as: receiver });
    expect(given.statusCode).toBe(200);
    // In the samples a person’s name is his post.
    const mark = ['督导考评问责专班联络员', '督导考评问责专班联络员 2022年5月16日 09:20'];
    expect(await marksOf(given.rawPayload, [...mark, '逊克县联络员'])).toEqual(mark);
    const third = await signInNth(stage, 2);
    const same = await upload(third, '督办材料.pdf', {});
    expect([same === file, await read(third)]).toEqual([false, 404]);
    const sql = "SELECT appointment_id FROM audit_entry WHERE action = 'attachment.read' AND subject_id = ?";
    expect(await stage.rows(sql, [file])).toHaveLength(3);
  });

  it('of a leader’s instruction (批示, art. 13) is signed for by the officer named, and leaves no gap among the warnings', async () => {
    const { id, ticket } = await issue('instruction');
    const officer = await stage.as(CONCERNED, 'liaison');
    await told.deliver();
    expect((await told.inbox(officer)).toDo).toMatchObject([
      { title: '批示预警提示〔2022〕1号', body: '限知悉，请打开签收。' },
    ]);
    expect(await told.ticket(ticket, officer)).toMatchObject({
      number: '批示预警提示〔2022〕1号',
      fields: { instruction: INSTRUCTION },
      dueAt: null,
    });
    expect((await told.step(ticket, 'sign', {}, officer)).json()).toEqual({ id: ticket, state: 'finished' });
    expect(await stage.rows('SELECT id FROM obligation WHERE record_id = ?', [ticket])).toEqual([]);
    const warning = { ground: 'time-near', fields: {} };
    expect(await told.notice(await told.issued('warning', [CONCERNED], warning))).toMatchObject({
      number: '预警提示〔2022〕1号',
    });
    expect((await told.notice(id)).readers).toHaveLength(3);
  });

  it('takes no file that all of the unit could read', async () => {
    const open = await upload(told.writer, '督办材料.pdf', {});
    const answer = await told.draft('clue', [], withFile(open));
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'supervision.file-open']);
  });

  it('keeps on record who opened it, and shows it under his name and the time', async () => {
    const id = await told.issued('clue', [], clue());
    const receiver = await stage.as(OVERSIGHT, 'liaison');
    const ticket = await told.ticketOf(id, OVERSIGHT);
    expect((await told.ticket(ticket, receiver)).watermark).toMatch(/^督导考评问责专班联络员 2022年5月16日 09:20$/);
    expect((await told.notice(id)).watermark).toMatch(/ 2022年5月16日 09:20$/);
    const sql = "SELECT subject_id FROM audit_entry WHERE action = 'supervision.read' AND subject_id = ?";
    expect(await stage.rows(sql, [ticket])).toHaveLength(1);
    const order = await told.issued('order', ['逊克县']);
    expect((await told.notice(order)).watermark).toBeNull();
    expect(await stage.rows(sql, [order])).toEqual([]);
  });
});
