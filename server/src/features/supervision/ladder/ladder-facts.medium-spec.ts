import type { NoticeRow, NoticeView } from '@jiannuo/shared/supervision';
import { LadderCommands } from '..';
import { LapseCommands } from './lapse.commands';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import {
  codeOf,
  openSupervisionStage,
  ORDER,
  talkFields,
  type SupervisionStage,
} from '../../../../test/supervision-stage';

/** A working day after the order was due for the first time, and after it was due with its extension. */
const OVERDUE = '2022-05-26T18:30:00.000Z';
const LONGER = '2022-05-27T10:00:00.000Z';
/** What a unit says that asks for more time after the due time. */
const MORE_TIME = { text: '还差一家银行。', dueAt: '2022-06-10T10:00:00.000Z', lateReason: '人手不够。' };
const OVERDUE_AGAIN = '2022-05-30T18:30:00.000Z';

describeOnEachDatabase('What the ladder proposes about an order (art. 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let order: string;
  let ticket: string;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    await stage.server.transactions.run((tx) =>
      tx.query('UPDATE obligation SET waived_at = created_at').then(() => null),
    );
    order = await told.issued('order', ['逊克县']);
    ticket = await told.ticketOf(order);
    await told.step(ticket, 'sign');
  });
  afterEach(() => stage.close());

  const propose = async (now: string): Promise<readonly NoticeRow[]> => {
    stage.at(now);
    const ladder = stage.server.app.get(LadderCommands);
    await stage.server.app.get(LapseCommands).lapseAll(now);
    await ladder.proposeAll(now);
    return (await told.notices()).rows.filter(({ state }) => state === 'proposed');
  };
  const only = async (now: string): Promise<NoticeView> => {
    const rows = await propose(now);
    expect(rows).toHaveLength(1);
    return told.notice(rows[0]!.id);
  };
  const extend = async (): Promise<void> => {
    stage.at('2022-05-17T02:00:00.000Z');
    await told.step(ticket, 'ask-extension', { text: '银行数据月底才出。', dueAt: LONGER });
    await told.step(ticket, 'grant-extension', {}, told.writer);
  };

  it('carries its matter, its figures and its requirement, and says what the record says of the extension', async () => {
    await extend();
    const { title, content } = await only(OVERDUE_AGAIN);
    expect(title).toBe(ORDER.title);
    expect(content.requirement).toContain(ORDER.requirement);
    expect(content.fields['facts']).toBe(
      '到5月15日累计占比20.11%。督办单〔2022〕1号反馈应在5月25日 周三 18:00前完成，5月16日签收，' +
        '5月17日申请延到5月27日 周五 18:00前，5月17日同意延到5月27日 周五 18:00前，到2022年5月31日没有收到。',
    );
  });

  it.each([
    ['answered', 'supervision.ground-met', () => told.step(ticket, 'answer', { text: '补上了。', evidence: [] })],
    ['voided', 'supervision.ground-released', () => told.move(order, 'void', told.writer, '发错了。')],
    [
      'given more time',
      'supervision.ground-extended',
      async () => {
        await told.step(ticket, 'ask-extension', MORE_TIME);
        return told.step(ticket, 'grant-extension', {}, told.writer);
      },
    ],
    [
      'asked to be given more time for',
      'supervision.ground-extension-asked',
      () => told.step(ticket, 'ask-extension', MORE_TIME),
    ],
  ])('lapses once the order was %s', async (_, code, happen) => {
    const { id } = await only(OVERDUE);
    stage.at('2022-05-27T02:00:00.000Z');
    expect((await happen()).statusCode).toBe(200);
    expect(codeOf(await told.move(id, 'adopt'))).toBe(code);
    expect(await propose('2022-05-27T18:30:00.000Z')).toEqual([]);
    expect((await told.notice(id)).state).toBe('lapsed');
  });

  it('is proposed anew when the longer time has passed as well', async () => {
    const first = await only(OVERDUE);
    stage.at('2022-05-27T02:00:00.000Z');
    await told.step(ticket, 'ask-extension', MORE_TIME);
    await told.step(ticket, 'grant-extension', {}, told.writer);
    expect(await propose('2022-05-27T18:30:00.000Z')).toEqual([]);
    const again = await only('2022-06-13T18:30:00.000Z');
    expect(again.id).not.toBe(first.id);
    expect(again.content.fields['facts']).toContain('同意延到6月10日 周五 18:00前');
  });

  it('goes no further on a rung whose order was declared void, and asks the lead unit, until somebody says that it stands', async () => {
    stage.at(OVERDUE);
    const listing = await told.issued('listing', ['逊克县'], {
      ...{ earlierId: order, dueAt: '2022-06-01T10:00:00.000Z' },
      fields: { facts: '仍没有完成。', delistWhen: '补齐。' },
    });
    const talk = await only('2022-06-02T18:30:00.000Z');
    expect(talk.kind).toBe('talk');
    stage.at('2022-06-06T02:00:00.000Z');
    expect((await told.notice(order)).restedOn).toEqual(['挂牌督办〔2022〕1号']);
    expect((await told.move(order, 'void', told.writer, '依据没有了。')).statusCode).toBe(200);
    await told.deliver();
    const claims = async () =>
      (await told.inbox(told.checker)).claims.filter(({ about }) => about.includes('依据有变'));
    const about = '挂牌督办〔2022〕1号　依据有变化，等您定';
    expect(await claims()).toMatchObject([{ about, targets: [{ kind: 'notice', id: listing }] }]);
    expect(codeOf(await told.move(talk.id, 'adopt'))).toBe('supervision.ground-shaken');
    const fields = talkFields('2022-06-09T01:00:00.000Z');
    const byHand = { earlierId: listing, ground: 'still-short', fields, dueAt: '2022-06-10T10:00:00.000Z' };
    const { id } = (await told.draft('talk', ['逊克县'], byHand)).json<NoticeView>();
    expect(codeOf(await told.move(id, 'send'))).toBe('supervision.earlier-shaken');
    expect((await told.move(id, 'discard', told.writer, '先不发。')).statusCode).toBe(200);
    expect(await propose('2022-06-06T18:30:00.000Z')).toEqual([]);
    expect((await told.notice(listing)).chain).toMatchObject([{ id: order, state: 'voided' }]);
    const mine = await told.ticket(await told.ticketOf(listing));
    expect(mine.history.at(-1)).toMatchObject({ action: 'shake', text: '督办单〔2022〕1号作废。依据没有了。' });
    const known = (await told.inbox(told.officer)).toKnow.map(({ title }) => title);
    expect(known).toContainEqual(expect.stringMatching(/^挂牌督办〔2022〕1号依据有变\u3000./));
    expect((await told.move(listing, 'keep', told.checker, '其余事实仍然成立。')).statusCode).toBe(200);
    expect(await claims()).toEqual([]);
    expect(await only('2022-06-07T18:30:00.000Z')).toMatchObject({ kind: 'talk' });
  });

  it('presses a unit nowhere while the lead unit has to say whether its notice stands', async () => {
    stage.at(OVERDUE);
    const listing = await told.issued('listing', ['逊克县'], {
      ...{ earlierId: order, dueAt: '2022-06-01T10:00:00.000Z' },
      fields: { facts: '仍没有完成。', delistWhen: '补齐。' },
    });
    const mine = await told.ticketOf(listing);
    stage.at('2022-06-02T02:00:00.000Z');
    const urge = () => told.step(mine, 'urge', {}, told.writer);
    expect((await urge()).statusCode).toBe(200);
    expect((await told.move(order, 'void', told.writer, '依据没有了。')).statusCode).toBe(200);
    await told.deliver();
    expect((await told.inbox(told.officer)).toDo.map(({ title }) => title)).not.toContain(
      '挂牌督办〔2022〕1号请尽快签收',
    );
    stage.at('2022-06-06T02:00:00.000Z');
    const refused = await urge();
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'supervision.urge-shaken']);
    expect(refused.json()).toMatchObject({ sentence: '这一份依据有变，请先更正、作废或者维持，再催办。' });
    const seen = await told.ticket(mine, told.writer);
    expect([seen.isShaken, seen.actions.includes('urge')]).toEqual([true, false]);
    expect((await told.tickets()).rows[0]).toMatchObject({ id: mine, isShaken: true });
    const row = async () => (await told.notices()).rows.find(({ id }) => id === listing);
    expect(await row()).toMatchObject({ tickets: { overdue: 0 }, overdueSince: null, isYours: true });
    const claims = async () =>
      (await told.inbox(told.officer)).claims.filter(({ about }) => about.includes('挂牌督办'));
    expect(await claims()).toMatchObject([{ about: '挂牌督办〔2022〕1号　依据有变，等牵头单位决定', dueAt: null }]);
    expect((await told.move(listing, 'keep', told.checker, '其余事实仍然成立。')).statusCode).toBe(200);
    // What was due before the ground fell away gets no more time.
    expect(await told.ticket(mine)).toMatchObject({ isShaken: false, answerDueAt: '2022-06-01T10:00:00.000Z' });
    expect(await claims()).toMatchObject([{ about: '挂牌督办〔2022〕1号　要签收' }]);
  });

  it('gives its units a working day for what fell due meanwhile once it stands after all, past a holiday', async () => {
    await told.step(ticket, 'answer', { text: '补上了。', evidence: [] });
    const both = await told.issued('order', ['逊克县', '北安市']);
    stage.at(OVERDUE);
    const listing = await told.issued('listing', ['逊克县', '北安市'], {
      ...{ earlierId: both, dueAt: '2022-06-01T10:00:00.000Z' },
      fields: { facts: '仍没有完成。', delistWhen: '补齐。' },
    });
    const mine = await told.ticketOf(listing);
    const theirs = await told.ticketOf(listing, '北安市');
    const other = await stage.as('北安市', 'liaison');
    await told.step(mine, 'sign');
    await told.step(theirs, 'sign', {}, other);
    stage.at('2022-05-30T02:00:00.000Z');
    expect((await told.move(both, 'void', told.writer, '依据没有了。')).statusCode).toBe(200);
    // It came after the due time, while nobody had said whether it was to be done at all.
    stage.at('2022-06-02T01:00:00.000Z');
    expect((await told.step(theirs, 'answer', { text: '补上了。', evidence: [] }, other)).statusCode).toBe(200);
    // The Thursday before 端午: the next working day is Monday.
    stage.at('2022-06-02T02:00:00.000Z');
    const until = '2022-06-06T16:00:00.000Z';
    const kept = await Promise.all([
      told.move(listing, 'keep', told.checker, '其余事实仍然成立。'),
      told.step(mine, 'note', { text: '正在办。' }),
    ]);
    expect(kept.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const seen = await told.ticket(mine);
    expect(seen).toMatchObject({ answerDueAt: until, dueAt: until, isShaken: false });
    expect(seen.history.find(({ action }) => action === 'keep')).toMatchObject({ dueAt: until });
    const sql = `SELECT o.due_at AS dueAt FROM obligation o JOIN supervision_ticket t ON t.answer_obligation_id = o.id
      WHERE t.id = ?`;
    expect(await stage.rows(sql, [theirs])).toEqual([{ dueAt: until }]);
    await told.deliver();
    expect((await told.inbox(told.officer)).toKnow[0]).toMatchObject({
      title: '挂牌督办〔2022〕1号照旧　“码上诚信”赋码进度滞后',
      body: expect.stringContaining('牵头单位定了照旧办理。6月6日 周一 24:00前反馈。') as string,
    });
    const about = '挂牌督办〔2022〕1号　办理中';
    expect((await told.inbox(told.officer)).claims).toContainEqual(expect.objectContaining({ about, dueAt: until }));
    expect(codeOf(await told.step(mine, 'urge', {}, told.writer))).toBe('supervision.urge-not-due');
    expect(await propose('2022-06-06T18:30:00.000Z')).toEqual([]);
    const { content } = await only('2022-06-07T18:30:00.000Z');
    expect(content.fields['facts']).toContain('6月2日依据有变后维持，时限延到6月6日 周一 24:00前');
  });

  it('tells of an extension that was given before the order was corrected', async () => {
    await extend();
    stage.at('2022-05-18T02:00:00.000Z');
    const anew = await told.issued('order', ['逊克县'], { dueAt: '2022-06-01T10:00:00.000Z' }, order);
    await told.step(await told.ticketOf(anew), 'sign');
    const { content } = await only('2022-06-02T18:30:00.000Z');
    expect(content.fields['facts']).toBe(
      '到5月15日累计占比20.11%。督办单〔2022〕2号反馈应在6月1日 周三 18:00前完成，5月16日签收，' +
        '5月17日申请延到5月27日 周五 18:00前，5月17日同意延到5月27日 周五 18:00前，5月18日另发更正，5月18日签收，' +
        '到2022年6月3日没有收到。',
    );
  });

  it('shakes a talk two rungs after an order that was declared void', async () => {
    stage.at(OVERDUE);
    const listing = await told.issued('listing', ['逊克县'], {
      ...{ earlierId: order, dueAt: '2022-06-01T10:00:00.000Z' },
      fields: { facts: '仍没有完成。', delistWhen: '补齐。' },
    });
    stage.at('2022-06-02T02:00:00.000Z');
    const fields = talkFields('2022-06-09T01:00:00.000Z');
    const rung = { earlierId: listing, ground: 'still-short', fields, dueAt: '2022-06-14T10:00:00.000Z' };
    const talk = await told.issued('talk', ['逊克县'], rung);
    stage.at('2022-06-06T02:00:00.000Z');
    expect((await told.notice(order)).restedOn).toEqual(['挂牌督办〔2022〕1号', '约谈提醒〔2022〕1号']);
    expect((await told.move(order, 'void', told.writer, '依据没有了。')).statusCode).toBe(200);
    expect((await told.notice(talk)).actions).toContain('keep');
    const mine = await told.ticket(await told.ticketOf(talk));
    expect(mine.history.at(-1)).toMatchObject({ action: 'shake', text: '督办单〔2022〕1号作废。依据没有了。' });
  });

  it('proposes no rung again that stands on the order which was corrected', async () => {
    stage.at(OVERDUE);
    const listing = await told.issued('listing', ['逊克县'], {
      ...{ earlierId: order, dueAt: '2022-06-14T10:00:00.000Z' },
      fields: { facts: '仍没有完成。', delistWhen: '补齐。' },
    });
    await told.issued('order', ['逊克县'], { title: '更正', dueAt: '2022-06-01T10:00:00.000Z' }, order);
    expect((await told.notice(order)).state).toBe('corrected');
    expect((await told.move(listing, 'keep', told.checker, '其余事实仍然成立。')).statusCode).toBe(200);
    expect(await propose('2022-06-02T18:30:00.000Z')).toEqual([]);
    expect((await told.move(listing, 'void', told.writer, '不挂牌了。')).statusCode).toBe(200);
    expect(await propose('2022-06-03T18:30:00.000Z')).toMatchObject([{ kind: 'listing' }]);
  });

  it('says on adoption what was done since it was proposed', async () => {
    const { id, content } = await only(OVERDUE);
    expect(content.fields['facts']).toContain('没有申请延期');
    stage.at('2022-05-30T02:00:00.000Z');
    await told.step(ticket, 'note', { text: '正在对接。' });
    await told.move(id, 'adopt');
    const adopted = await told.notice(id);
    expect(adopted.content.fields['facts']).toContain('5月30日报了办理进展，到2022年5月30日没有收到');
    expect(adopted.state).toBe('draft');
  });
});
