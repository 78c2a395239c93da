import { priorOfMatter, type CircularStanding, type NoticeStanding, type Prior } from '@jiannuo/shared/supervision';
import { LadderCommands } from '..';
import { describeOnEachDatabase } from '../../../../test/databases';
import { importSamplePlan } from '../../../../test/ledger-stage';
import type { ReportStage } from '../../../../test/report-stage';
import {
  codeOf,
  openSupervisionStage,
  OVERSIGHT,
  oversightOf,
  secondOfficerOf,
  signInNth,
  talkFields,
  type SupervisionStage,
} from '../../../../test/supervision-stage';

const ACCUSED = '逊克县';
/** After the orders of the stage were due. */
const OVERDUE = '2022-05-26T02:00:00.000Z';
const LATER = '2022-05-27T02:00:00.000Z';
const HELD_AT = '2022-05-27T06:00:00.000Z';
const WARNING = { ground: 'task-monitoring', fields: {} };

describeOnEachDatabase('What a hand-written clue rests on (art. 15, 16)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let clue: object;
  let link: { readonly kind: 'measure'; readonly id: string };

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    await importSamplePlan(stage.server, stage.groupId);
    const [measure] = await stage.rows<{ id: string }>(
      `SELECT m.id FROM ledger_measure m JOIN unit u ON u.id = m.unit_id
       WHERE u.name = ? AND m.group_id = ? ORDER BY m.number`,
      [ACCUSED, stage.groupId],
    );
    link = { kind: 'measure', id: measure!.id };
    const oversight = await oversightOf(stage);
    const second = await secondOfficerOf(stage);
    clue = {
      title: '经督办仍没有完成',
      ground: 'after-notices',
      fields: { facts: '到5月26日没有完成。' },
      answer: 'receipt',
      dueAt: null,
      addressees: [{ unitId: oversight.unitId, part: 'main' }],
      readerIds: [second, oversight.liaisonId],
      accusedIds: [await told.unitOf(ACCUSED)],
      link,
    };
  });
  afterEach(() => stage.close());

  const draft = async (change: object = {}): Promise<string> =>
    (await told.draft('clue', [], { ...clue, ...change })).json<NoticeStanding>().id;
  const chosen = (noticeIds: readonly string[], circularIds: readonly string[] = []): object => {
    return { dossier: { isGathered: false, noticeIds, circularIds } };
  };
  const sent = async (change: object): Promise<string | number> => {
    const answer = await told.move(await draft(change), 'send');
    return answer.statusCode === 200 ? 200 : codeOf(answer);
  };
  const named = async (): Promise<string> => {
    const owed = await told.post(told.writer, 'circulars', {
      ...{ title: '5月通报', issuedOn: '2022-05-16', shortfall: '第三条点到没有进展。', evidence: [] },
      ...{ unitId: await told.unitOf(ACCUSED), obligationId: null },
    });
    return owed.json<CircularStanding>().id;
  };

  it('holds what is below a notice that was corrected, and its correction in its place', async () => {
    const asked = { answer: 'feedback', dueAt: '2022-05-25T10:00:00.000Z' };
    const warning = await told.issued('warning', [ACCUSED], { ...WARNING, ...asked, link });
    const order = await told.issued('order', [ACCUSED], { earlierId: warning });
    const corrected = await told.issued('order', [ACCUSED], { earlierId: warning }, order);
    stage.at(OVERDUE);
    const url = `/api/supervision/prior?units=${await told.unitOf(ACCUSED)}`;
    const prior = (await stage.ask({ url, as: told.writer })).json<Prior>();
    expect(priorOfMatter(prior, { link: null, earlierId: order }).notices.map(({ id }) => id)).toEqual([
      corrected,
      warning,
    ]);
  });

  it('once issued ends only what would lead to another: no officer learns of it by what the ladder leaves out', async () => {
    await stage.server.transactions.run(async (tx) => {
      await tx.query("UPDATE obligation SET waived_at = created_at WHERE kind <> 'ticket-answer'");
      return null;
    });
    const order = await told.issued('order', [ACCUSED], {});
    const fields = talkFields(HELD_AT);
    stage.at(OVERDUE);
    const talked = { ground: 'still-short', earlierId: order, fields, dueAt: '2022-06-02T10:00:00.000Z' };
    const talk = await told.issued('talk', [ACCUSED], talked);
    const proposed = async (): Promise<readonly string[]> => {
      const rows = await stage.rows<{ kind: string }>(
        "SELECT kind FROM supervision_notice WHERE state = 'proposed' ORDER BY kind",
      );
      return rows.map(({ kind }) => kind);
    };
    const propose = (now: string): Promise<number> => stage.server.app.get(LadderCommands).proposeAll(now);
    stage.at('2022-06-06T02:00:00.000Z');
    const out = await draft(chosen([order, talk]));
    expect((await told.move(out, 'send')).json()).toMatchObject({ state: 'checking' });
    await told.move(out, 'check', told.checker);
    expect((await told.move(out, 'issue')).json()).toMatchObject({ state: 'issued' });
    await propose('2022-06-20T18:30:00.000Z');
    expect(await proposed()).toEqual([]);
    await told.move(out, 'void', told.writer, '发错了。');
    await propose('2022-06-21T18:30:00.000Z');
    expect(await proposed()).toEqual(['clue']);
  });

  it('is gathered from the linked matter as the nightly proposal gathers it, with how each was delivered', async () => {
    const warning = await told.issued('warning', [ACCUSED, '孙吴县'], { ...WARNING, link });
    const order = await told.issued('order', [ACCUSED], { earlierId: warning });
    await told.issued('order', [ACCUSED], { title: '另一件事' });
    await told.ticket(await told.ticketOf(warning));
    stage.at(OVERDUE);
    const id = await draft();
    const view = await told.notice(id);
    expect(view).toMatchObject({
      accused: [ACCUSED],
      about: { unitName: ACCUSED },
      content: { earlierId: order, dossier: { isGathered: true } },
      chain: [
        { id: warning, isMet: false, deliveries: [{ unitName: ACCUSED, state: 'to-sign', deeds: [] }] },
        { id: order, isMet: false, deliveries: [{ unitName: ACCUSED, openedAt: null }] },
      ],
    });
    const clueId = await told.issued('clue', [], clue);
    const receiver = await stage.as(OVERSIGHT, 'liaison');
    const ticket = await told.ticket(await told.ticketOf(clueId, OVERSIGHT), receiver);
    expect(ticket).toMatchObject({
      accused: [ACCUSED],
      about: { unitName: ACCUSED, record: null },
      chain: [{ id: warning }, { id: order }],
    });
    const labels = ticket.paper.lines.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['报给', '责任单位', '关联事项', '此前通知']));
    const before = ticket.paper.lines.find(({ label }) => label === '此前通知')?.texts.join('\n');
    expect(before).toMatch(/1\. 预警提示〔2022〕1号.*没有签收.*\n2\. 督办单〔2022〕1号.*没有反馈/u);
    expect(ticket.paper.isConfidential).toBe(true);
  });

  it('is what its writer took out and added, and stays so when more is issued', async () => {
    const order = await told.issued('order', [ACCUSED], { link });
    const other = await told.issued('order', [ACCUSED], { title: '另一件事' });
    const circular = await named();
    stage.at(OVERDUE);
    const id = await told.issued('clue', [], { ...clue, ...chosen([other], [circular]) });
    await told.issued('order', [ACCUSED], { link, dueAt: '2022-06-10T10:00:00.000Z' });
    expect(await told.notice(id)).toMatchObject({
      content: { earlierId: other },
      chain: [{ id: other, state: 'issued' }],
      circulars: [{ id: circular }],
      since: [],
    });
    expect((await told.notice(await draft())).chain.map((each) => each.id)).toContain(order);
  });

  it('is told as it stood when the clue was sent, and what became of it later stands beside', async () => {
    const order = await told.issued('order', [ACCUSED], { link });
    stage.at(OVERDUE);
    const id = await told.issued('clue', [], clue);
    const clueTicket = await told.ticketOf(id, OVERSIGHT);
    const receiver = await stage.as(OVERSIGHT, 'liaison');
    const sent = await told.ticket(clueTicket, receiver);
    stage.at(LATER);
    const ticket = await told.ticketOf(order);
    await told.step(ticket, 'sign');
    const asked = { text: '还要几天。', lateReason: '人手不够。', dueAt: '2022-06-02T10:00:00.000Z' };
    await told.step(ticket, 'ask-extension', asked);
    await told.step(ticket, 'grant-extension', { dueAt: asked.dueAt }, told.writer);
    const { chain, paper, since } = await told.ticket(clueTicket, receiver);
    expect([chain, paper]).toEqual([sent.chain, sent.paper]);
    expect(since.map(({ id: of, action, unitName }) => [of, action, unitName])).toEqual([
      [order, 'sign', ACCUSED],
      [order, 'ask-extension', ACCUSED],
      [order, 'grant-extension', ACCUSED],
    ]);
  });

  it('shakes the clue when some of it is declared void, of which its readers alone are warned and told, until they say that it stands', async () => {
    const order = await told.issued('order', [ACCUSED], { link });
    const circular = await named();
    stage.at(OVERDUE);
    const id = await told.issued('clue', [], { ...clue, ...chosen([order], [circular]) });
    const clueTicket = await told.ticketOf(id, OVERSIGHT);
    const [third, receiver] = [await signInNth(stage, 2), await stage.as(OVERSIGHT, 'liaison')];
    expect((await told.notice(order)).restedOn).toEqual(['问题线索〔2022〕1号']);
    expect((await told.notice(order, third)).restedOn).toEqual([]);
    expect(codeOf(await told.move(id, 'keep', told.writer, '依据没有变。'))).toBe('supervision.not-shaken');
    await told.deliver();

    stage.at(LATER);
    expect((await told.move(order, 'void', third, '发错了。')).statusCode).toBe(200);
    await told.deliver();
    const claimsOf = async (as: string) =>
      (await told.inbox(as)).claims.filter(({ about }) => about === '依据有变化，等您定');
    expect(await claimsOf(told.checker)).toMatchObject([{ title: '问题线索〔2022〕1号', targets: [{ id }] }]);
    expect(await claimsOf(third)).toEqual([]);
    const known = (await told.inbox(receiver)).toKnow;
    expect(known).toMatchObject([
      { title: '问题线索〔2022〕1号', body: '依据有变，请打开看。', target: { kind: 'ticket', id: clueTicket } },
    ]);
    expect(JSON.stringify(await told.inbox(third))).not.toMatch(/限知悉|问题线索/u);
    const { since, history } = await told.ticket(clueTicket, receiver);
    expect(since).toMatchObject([{ id: order, action: 'void', at: LATER }]);
    expect(history.at(-1)).toMatchObject({ action: 'shake', text: '督办单〔2022〕1号作废。发错了。' });

    expect((await told.move(id, 'keep', told.checker, '其余事实仍然成立。')).statusCode).toBe(200);
    expect(await claimsOf(told.writer)).toEqual([]);
    expect((await told.ticket(clueTicket, receiver)).history.at(-1)).toMatchObject({ action: 'keep' });
    const withdrawn = await told.post(told.writer, `circulars/${circular}/withdraw`, { reason: '录错了。' });
    expect(withdrawn.statusCode).toBe(200);
    expect(await claimsOf(told.writer)).toHaveLength(1);
    expect(codeOf(await told.move(id, 'keep', told.checker, '仍然成立。'))).toBe('supervision.keep-groundless');
  });

  it('may not go out while one of the prior notices waits for the lead unit, which its checker reads as well', async () => {
    const order = await told.issued('order', [ACCUSED], { link });
    const circular = await named();
    stage.at(OVERDUE);
    const listing = await told.issued('listing', [ACCUSED], {
      ...{ earlierId: order, dueAt: '2022-06-10T10:00:00.000Z' },
      fields: { facts: '仍没有完成。', delistWhen: '补齐。' },
    });
    const id = await draft(chosen([listing], [circular]));
    expect((await told.move(id, 'send')).statusCode).toBe(200);
    expect((await told.notice(id)).chain[0]).not.toHaveProperty('isShaken');
    expect((await told.move(order, 'void', told.writer, '发错了。')).statusCode).toBe(200);
    for (const as of [told.writer, told.checker]) {
      expect((await told.notice(id, as)).chain).toMatchObject([{ id: listing, isShaken: true }]);
    }
    const refused = await told.move(id, 'check', told.checker);
    expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'supervision.dossier-shaken']);
    expect(refused.json()).toMatchObject({
      sentence: '前面的通知里，挂牌督办〔2022〕1号依据有变，请先更正、作废或者维持，或者从归集里去掉。',
    });
    expect(await sent(chosen([], [circular]))).toBe(200);
    expect((await told.move(listing, 'keep', told.checker, '其余事实仍然成立。')).statusCode).toBe(200);
    // Its facts were written before: they are looked at anew.
    expect(codeOf(await told.move(id, 'check', told.checker))).toBe('supervision.facts-behind');
    expect((await told.move(id, 'send-back', told.checker, '看看事实')).statusCode).toBe(200);
    const { content, version } = await told.notice(id);
    const fields = { ...content.fields, facts: `${content.fields['facts']!}督办单作废后挂牌督办维持。` };
    const written = { content: { ...content, fields }, version };
    expect((await told.post(told.writer, `notices/${id}/edit`, written)).statusCode).toBe(200);
    for (const [action, as] of [['send'], ['check', told.checker], ['issue']] as const) {
      expect((await told.move(id, action, as)).statusCode).toBe(200);
    }
  });

  it('never holds what these units did not have, nor what only others may know of, and says of both the same', async () => {
    const foreign = await told.issued('order', ['孙吴县']);
    const voided = await told.issued('order', [ACCUSED]);
    await told.move(voided, 'void', told.writer, '发错了。');
    const secret = await told.issued('clue', [], { ...clue, ground: 'duty-unmet', link: null });
    for (const id of [foreign, voided, secret, '01G0000000000000000000NONE']) {
      const answer = await told.draft('clue', [], { ...clue, ...chosen([id]) });
      expect([id, answer.statusCode, codeOf(answer)]).toEqual([id, 422, 'supervision.dossier-unfit']);
      expect(codeOf(await told.draft('clue', [], { ...clue, ...chosen([], [id]) }))).toBe('supervision.dossier-unfit');
    }
  });

  it('on art. 16 is not met and due; on art. 15 it may be empty; and it is about a unit that the regulation binds', async () => {
    expect(await sent({})).toBe('supervision.earlier-missing');
    const order = await told.issued('order', [ACCUSED], { link });
    expect(await sent({})).toBe('supervision.dossier-not-due');
    expect(await sent({ ground: 'duty-unmet', ...chosen([]) })).toBe(200);
    stage.at(OVERDUE);
    expect(await sent({})).toBe(200);
    const later = await draft();
    await told.move(order, 'void', told.writer, '发错了。');
    const gone = await told.move(later, 'send');
    expect(gone.json()).toMatchObject({ sentence: '前面的通知里，督办单〔2022〕1号已经作废或者更正，请重新归集。' });
    const circular = await named();
    const onItem = await draft({ link: null, ...chosen([], [circular]) });
    expect((await told.move(onItem, 'send')).statusCode).toBe(200);
    await told.post(told.writer, `circulars/${circular}/withdraw`, { reason: '录错了。' });
    const taken = await told.move(onItem, 'check', told.checker);
    expect([taken.statusCode, codeOf(taken)]).toEqual([422, 'supervision.dossier-named-no-more']);
    const weak = { ground: 'weak-organisation', fields: talkFields(HELD_AT) };
    const talk = await told.issued('talk', [ACCUSED], { ...weak, link, dueAt: '2022-05-30T10:00:00.000Z' });
    stage.at('2022-06-01T02:00:00.000Z');
    expect(await sent(chosen([talk]))).toBe('supervision.dossier-unprompted');
    stage.at(OVERDUE);
    expect(await sent({ accusedIds: [] })).toBe('supervision.accused-missing');
    expect(await sent({ accusedIds: [(await oversightOf(stage)).unitId] })).toBe('supervision.accused-unfit');
    expect(await sent({ accusedIds: [await told.unitOf('孙吴县')] })).toBe('supervision.link-unfit');
  });
});
