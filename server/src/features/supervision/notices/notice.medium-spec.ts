import { toDoLines } from '@jiannuo/shared/notifications';
import type { DraftingView, NoticeStanding } from '@jiannuo/shared/supervision';
import { describeOnEachDatabase } from '../../../../test/databases';
import { aForm, aWordFile } from '../../../../test/files';
import type { ReportStage } from '../../../../test/report-stage';
import type { SupervisionStage } from '../../../../test/supervision-stage';
import { ANSWER_DUE, codeOf, LEAD, openSupervisionStage, ORDER, talkFields } from '../../../../test/supervision-stage';

describeOnEachDatabase('A notice of the lead unit (art. 5, 13, 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
  });
  afterEach(() => stage.close());

  const draftOf = async (...args: Parameters<SupervisionStage['draft']>): Promise<NoticeStanding> =>
    (await told.draft(...args)).json();
  const numbersOf = (kind = 'order'): Promise<{ number: number | null; state: string }[]> =>
    stage.rows('SELECT number, state FROM supervision_notice WHERE kind = ? ORDER BY number', [kind]);

  it('is drafted, checked by a second person, issued with a number, and makes one ticket for each unit', async () => {
    const { id, number } = await draftOf('order', ['逊克县', '孙吴县']);
    expect(number).toBe('督办单（文号签发时定）');
    expect(codeOf(await told.move(id, 'issue'))).toBe('supervision.notice-not-possible-draft');
    await told.move(id, 'send');
    const own = await told.move(id, 'check');
    expect([own.statusCode, codeOf(own)]).toEqual([403, 'supervision.own-draft']);
    expect((await told.move(id, 'check', told.checker)).statusCode).toBe(200);
    expect((await told.move(id, 'issue')).json()).toMatchObject({ state: 'issued', number: '督办单〔2022〕1号' });
    const view = await told.notice(id);
    expect(view).toMatchObject({
      number: '督办单〔2022〕1号',
      clause: '工作制度第十四条，延迟完成',
      tickets: { asked: 2, waiting: 0, overdue: 0, over: 0 },
      actions: ['correct', 'void'],
    });
    const units = view.units.map(({ unitName, state }) => `${unitName} ${state}`);
    expect([...units].sort()).toEqual(['孙吴县 to-sign', '逊克县 to-sign'].sort());
    expect(view.history.map(({ action }) => action)).toEqual(['draft', 'send', 'check', 'issue']);
  });

  it('that waits for the lead unit stands in its inboxes until it is issued: to be checked, then to be issued', async () => {
    const { id } = await draftOf('order', ['逊克县']);
    const waiting = async (as: string): Promise<readonly string[]> => {
      await told.deliver();
      return toDoLines(await told.inbox(as)).flatMap(({ target, about }) => (target.id === id ? [about] : []));
    };
    await told.move(id, 'send');
    expect([await waiting(told.writer), await waiting(told.checker)]).toEqual([[], ['督办单　等您核对']]);
    await told.move(id, 'check', told.checker);
    expect(await waiting(told.writer)).toEqual(['督办单　已核对，等签发']);
    await told.move(id, 'issue', told.checker);
    expect([await waiting(told.writer), await waiting(told.checker)]).toEqual([[], []]);
    expect((await told.inbox(told.writer)).toKnow.filter(({ isUnread }) => isUnread)).toEqual([]);
  });

  it('is owed to be signed for and answered, in the unit’s list and its inbox', async () => {
    await told.issued('order', ['逊克县']);
    await told.deliver();
    const { open: owed } = await stage.mine('逊克县');
    expect(owed.filter(({ kind }) => kind.startsWith('ticket'))).toMatchObject([
      { kind: 'ticket-sign', title: '督办单〔2022〕1号签收', dueAt: '2022-05-17T16:00:00.000Z' },
      { kind: 'ticket-answer', title: '督办单〔2022〕1号反馈', dueAt: ANSWER_DUE },
    ]);
    const { toDo } = await told.inbox(told.officer);
    expect(toDo).toMatchObject([{ title: `督办单〔2022〕1号要签收　${ORDER.title}`, target: { kind: 'ticket' } }]);
    const leader = await stage.as('逊克县', 'leader');
    expect((await told.inbox(leader)).toKnow).toMatchObject([
      { title: '督办单〔2022〕1号　“码上诚信”赋码进度滞后', body: '5月25日 周三 18:00前反馈。' },
    ]);
  });

  it('goes out with its files, which its addressees read and nobody else, fixed with the text', async () => {
    const { headers, payload } = aForm('赋码进度表.docx', aWordFile());
    const sent = await stage.ask({ method: 'POST', url: '/api/attachments', as: told.writer, body: payload, headers });
    const { id: attachmentId } = sent.json<{ id: string }>();
    const evidence = [{ id: 'e1', title: '赋码进度表', kind: 'document', attachmentId }];
    const { id } = await draftOf('order', ['逊克县'], { evidence });
    const read = async (as: string): Promise<number> =>
      (await stage.ask({ url: `/api/attachments/${attachmentId}`, as })).statusCode;
    expect(await read(told.officer)).toBe(404);
    await told.move(id, 'send');
    await told.move(id, 'check', told.checker);
    await told.move(id, 'issue');
    const ticket = await told.ticket(await told.ticketOf(id));
    expect(ticket).toMatchObject({ evidence, attachments: [{ id: attachmentId }], watermark: null });
    const stranger = await stage.as('孙吴县', 'liaison');
    expect([await read(told.officer), await read(stranger)]).toEqual([200, 404]);
    const next = await told.issued('order', ['孙吴县'], { evidence }, id);
    expect([await read(stranger), (await told.notice(next)).attachments.length]).toEqual([200, 1]);
  });

  it('names no file that its writer cannot read', async () => {
    const { headers, payload } = aForm('县里的材料.docx', aWordFile());
    const as = told.officer;
    const sent = await stage.ask({ method: 'POST', url: '/api/attachments', as, body: payload, headers });
    const evidence = [{ id: 'e1', title: '材料', kind: 'document', attachmentId: sent.json<{ id: string }>().id }];
    expect((await told.draft('order', ['逊克县'], { evidence })).statusCode).toBe(404);
    const { id, version } = await draftOf('order', ['逊克县']);
    const { content } = await told.notice(id);
    const edited = await told.post(told.writer, `notices/${id}/edit`, { version, content: { ...content, evidence } });
    expect(edited.statusCode).toBe(404);
  });

  it('is looked at once more before it is issued: its number, its sign-by time, who has nobody to tell', async () => {
    await told.issued('order', ['北安市']);
    const bare = await told.unitOf('孙吴县');
    const leave = "UPDATE appointment SET ended_at = valid_from WHERE unit_id = ? AND role = 'liaison'";
    await stage.server.transactions.run((tx) => tx.query(leave, [bare]).then(() => null));
    const { id } = await draftOf('order', ['逊克县', '孙吴县']);
    expect((await told.notice(id)).lastLook).toBeNull();
    for (const [action, as] of [['send'], ['check', told.checker]] as const) await told.move(id, action, as);
    expect((await told.notice(id)).lastLook).toEqual({
      number: '督办单〔2022〕2号',
      signDueAt: '2022-05-17T16:00:00.000Z',
      doubts: { isOffHours: false, unknownYear: null },
      withoutOfficer: ['孙吴县'],
      officers: 1,
      reachable: expect.any(Number),
    });
    expect((await told.move(id, 'issue')).statusCode).toBe(200);
    expect((await told.notice(id)).withoutOfficer).toEqual(['孙吴县']);
  });

  it('that is incomplete is kept, and turned away with every gap when it is sent to be checked', async () => {
    const { id } = await draftOf('order', [], { title: '', dueAt: null });
    const answer = await told.move(id, 'send');
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('还没选发给哪家单位。');
    expect((await told.notice(id)).state).toBe('draft');
  });

  it('is not written over by whoever read an older version', async () => {
    const { id } = await draftOf('order', ['逊克县']);
    const { content } = await told.notice(id);
    const write = (as: string, title: string) =>
      told.post(as, `notices/${id}/edit`, { version: 1, content: { ...content, title } });
    const answers = await Promise.all([write(told.writer, '一个题目'), write(told.checker, '另一个题目')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('never changes its text once issued', async () => {
    const id = await told.issued('order', ['逊克县']);
    const { version, content } = await told.notice(id);
    const answer = await told.post(told.writer, `notices/${id}/edit`, { version, content });
    expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'supervision.notice-not-possible-issued']);
  });

  it('is numbered without gaps for each kind and year, also when several are issued at once', async () => {
    const ids = await Promise.all(
      ['逊克县', '孙吴县', '北安市'].map((unit) => draftOf('order', [unit]).then((it) => it.id)),
    );
    for (const id of ids) {
      await told.move(id, 'send');
      await told.move(id, 'check', told.checker);
    }
    const answers = await Promise.all(ids.map((id) => told.move(id, 'issue')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    await told.issued('warning', ['逊克县'], { ground: 'time-near', fields: {} });
    expect((await numbersOf()).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect((await numbersOf('warning')).map(({ number }) => number)).toEqual([1]);
  });

  it('is issued once by two who issue it at once', async () => {
    const { id } = await draftOf('order', ['逊克县']);
    await told.move(id, 'send');
    await told.move(id, 'check', told.checker);
    const { version } = await told.notice(id);
    const body = { action: 'issue', version, reason: '' };
    const answers = await Promise.all([
      told.post(told.writer, `notices/${id}/steps`, body),
      told.post(told.checker, `notices/${id}/steps`, body),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await stage.rows('SELECT id FROM supervision_ticket')).toHaveLength(1);
  });

  it('that is declared void keeps its number, and its units owe nothing more for it', async () => {
    const first = await told.issued('order', ['逊克县', '孙吴县']);
    const ticket = await told.ticketOf(first);
    await told.step(ticket, 'sign');
    expect(codeOf(await told.move(first, 'void'))).toBe('supervision.text-missing');
    expect((await told.move(first, 'void', told.writer, '发错单位。')).json()).toMatchObject({ state: 'voided' });
    expect(await told.ticket(ticket)).toMatchObject({ state: 'withdrawn', noticeState: 'voided', actions: [] });
    expect((await stage.mine('逊克县')).open.filter(({ kind }) => kind.startsWith('ticket'))).toEqual([]);
    await told.issued('order', ['北安市']);
    expect(await numbersOf()).toEqual([
      { number: 1, state: 'voided' },
      { number: 2, state: 'issued' },
    ]);
    await told.deliver();
    const { toDo, toKnow } = await told.inbox(told.officer);
    expect(toDo).toEqual([]);
    expect(toKnow.map(({ title, body }) => `${title}：${body}`)).toContain(
      `督办单〔2022〕1号已作废　${ORDER.title}：这一份不再作数，没办完的不用再办。`,
    );
  });

  it('that corrects another says at its start that somebody is at it, and to its checker whose ticket it takes back', async () => {
    const drafting = async (corrects: string | null, as = told.writer): Promise<DraftingView> =>
      (
        await stage.ask({
          url: `/api/supervision/notices/drafting${corrects === null ? '' : `?corrects=${corrects}`}`,
          as,
        })
      ).json();
    expect(await drafting(null)).toMatchObject({ earliestDueAt: '2022-05-17T04:00:00.000Z', begun: null });
    const first = await told.issued('order', ['逊克县', '孙吴县']);
    expect(await drafting(first)).toMatchObject({ begun: null });
    const { id } = (await told.draft('order', ['逊克县'], {}, first)).json<NoticeStanding>();
    const begun = { id, state: 'draft', number: '督办单（文号签发时定）' };
    expect(await drafting(first, told.checker)).toMatchObject({ begun });
    expect((await drafting(first)).begun!.writer).not.toBe('');
    await told.move(id, 'send');
    expect((await told.notice(id, told.checker)).correcting).toMatchObject({ withdrawn: ['孙吴县'], anew: [] });
    await told.move(id, 'check', told.checker);
    await told.move(id, 'issue');
    expect((await told.notice(id)).correcting).toBeNull();
    expect(await drafting(first)).toMatchObject({ begun: null });
    expect(await drafting('unknown')).toMatchObject({ begun: null });
  });

  it('is corrected by a new one that refers to it and takes its place', async () => {
    const first = await told.issued('order', ['逊克县']);
    const second = (await told.draft('order', ['逊克县'], {}, first)).json<NoticeStanding>().id;
    const next = await told.issued('order', ['逊克县'], { requirement: '5月底前累计占比达到23.0%。' }, first);
    expect(await told.notice(next)).toMatchObject({ number: '督办单〔2022〕2号', corrects: { id: first } });
    expect(await told.notice(first)).toMatchObject({ state: 'corrected', correctedBy: { id: next } });
    expect(await told.ticket(await told.ticketOf(first))).toMatchObject({
      state: 'withdrawn',
      correctedBy: { number: '督办单〔2022〕2号' },
    });
    const late = [await told.draft('order', ['逊克县'], {}, first), await told.move(second, 'send')];
    expect(late.map(codeOf)).toEqual(Array(2).fill('supervision.notice-not-possible-corrected'));
  });

  it('that asks nothing is only to be known: opening it is the receipt (art. 5)', async () => {
    const slip = { ground: 'relayed-requirement', fields: {}, answer: 'none', dueAt: null };
    const id = await told.issued('slip', ['逊克县'], slip);
    await told.deliver();
    expect(await told.ticket(await told.ticketOf(id))).toMatchObject({ state: 'informed', actions: [] });
    expect((await told.inbox(told.officer)).toKnow).toMatchObject([
      { title: '工作提示单〔2022〕1号　“码上诚信”赋码进度滞后' },
    ]);
    expect((await stage.mine('逊克县')).open.filter(({ kind }) => kind.startsWith('ticket'))).toEqual([]);
  });

  it('that asks for material opens an obligation that counts for timeliness in the month of its due time (Q11)', async () => {
    await told.issued('slip', ['逊克县'], {
      ground: 'report-due',
      fields: {},
      answer: 'material',
      dueAt: '2022-06-02T10:00:00.000Z',
    });
    expect(await stage.obligation('逊克县', 'material', '2022-06')).toMatchObject({
      due_at: '2022-06-02T10:00:00.000Z',
    });
    expect((await stage.mine('逊克县')).open.map(({ title }) => title)).toContain('工作提示单〔2022〕1号材料');
  });

  it('is addressed to no unit outside the group, to no unit twice, and never to the lead unit', async () => {
    const { id } = await draftOf('order', [LEAD]);
    expect(codeOf(await told.move(id, 'send'))).toBe('supervision.addressee-unfit');
    const [other] = await stage.rows<{ id: string }>('SELECT id FROM unit WHERE group_id <> ? LIMIT 1', [
      stage.groupId,
    ]);
    const { id: outside } = await draftOf('order', [], { addressees: [{ unitId: other!.id, part: 'main' }] });
    expect(codeOf(await told.move(outside, 'send'))).toBe('supervision.addressee-unfit');
    expect(codeOf(await told.draft('order', ['逊克县', '逊克县']))).toBe('supervision.unit-twice');
  });

  it('that follows another goes to a unit that had it', async () => {
    const first = await told.issued('order', ['逊克县']);
    const talk = {
      ground: 'still-short',
      earlierId: first,
      fields: talkFields('2022-05-20T01:00:00.000Z'),
    };
    const { id } = await draftOf('talk', ['孙吴县'], talk);
    expect(codeOf(await told.move(id, 'send'))).toBe('supervision.earlier-unfit');
    const next = await told.issued('talk', ['逊克县'], talk);
    expect((await told.notice(next)).chain).toMatchObject([{ id: first, number: '督办单〔2022〕1号' }]);
  });

  it('is for the lead unit to write and to list; a unit reads its own ticket', async () => {
    const id = await told.issued('order', ['逊克县']);
    const stranger = await stage.as('孙吴县', 'liaison');
    for (const path of ['notices', `notices/${id}`]) {
      expect((await stage.ask({ url: `/api/supervision/${path}`, as: told.officer })).statusCode).toBe(403);
    }
    const ticket = await told.ticketOf(id);
    expect((await stage.ask({ url: `/api/supervision/tickets/${ticket}`, as: stranger })).statusCode).toBe(404);
    expect((await told.step(ticket, 'sign', {}, stranger)).statusCode).toBe(404);
    expect((await told.tickets(stranger)).rows).toEqual([]);
    expect((await told.notices()).rows).toMatchObject([{ id, unitNames: ['逊克县'], unitCount: 1 }]);
  });
});
