import { toDoLines } from '@jiannuo/shared/notifications';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import {
  codeOf,
  openSupervisionStage,
  ORDER,
  talkFields,
  type SupervisionStage,
} from '../../../../test/supervision-stage';

const HELD_AT = '2022-05-20T01:00:00.000Z';
const LATER = '2022-05-23T06:30:00.000Z';
const WEAK = { ground: 'weak-organisation' };

describeOnEachDatabase('约谈提醒 (art. 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
  });
  afterEach(() => stage.close());

  const sent = async (change: object, correctsId: string | null = null): Promise<string> => {
    const draft = await told.draft('talk', ['逊克县'], { ...WEAK, ...change }, correctsId);
    if (draft.statusCode !== 200) return codeOf(draft);
    const answer = await told.move(draft.json<{ id: string }>().id, 'send');
    return answer.statusCode === 200 ? 'sent' : codeOf(answer);
  };
  const talkAt = (heldAt: string, correctsId: string | null = null): Promise<string> =>
    told.issued('talk', ['逊克县'], { ...WEAK, fields: talkFields(heldAt) }, correctsId);

  it('names day, hour and place, before what is asked is due, and no day that is over', async () => {
    const { heldAt, ...words } = talkFields(HELD_AT);
    expect(await sent({ fields: words })).toBe('supervision.text-missing');
    expect(await sent({ fields: { ...words, heldAt: '5月20日上午' } })).toBe('supervision.moment-unreadable');
    expect(await sent({ fields: talkFields('2022-05-13T01:00:00.000Z') })).toBe('supervision.held-in-past');
    expect(await sent({ fields: talkFields(ORDER.dueAt) })).toBe('supervision.held-after-due');
    expect(await sent({ fields: { ...words, heldAt } })).toBe('sent');
  });

  it('is told by its day to its officer and its leader, on its ticket, in the list and on the paper', async () => {
    const ticket = await told.ticketOf(await talkAt(HELD_AT));
    await told.deliver();
    const line = `约谈提醒〔2022〕1号5月20日 周五 09:00约谈　${ORDER.title}`;
    const leader = await told.inbox(await stage.as('逊克县', 'leader'));
    expect(leader.toKnow.map(({ title }) => title)).toContain(line);
    const inbox = await told.inbox(told.officer);
    expect(inbox.toDo.map(({ title }) => title)).toContain(line.replace('约谈　', '约谈，要签收　'));
    expect(toDoLines(inbox).find(({ target }) => target.id === ticket)).toMatchObject({
      about: '约谈提醒〔2022〕1号　5月20日 周五 09:00约谈　要签收',
    });
    const [row] = (await told.tickets()).rows;
    const { fields, paper, heldAt } = await told.ticket(ticket);
    expect([row?.heldAt, heldAt, fields['heldAt']]).toEqual([HELD_AT, HELD_AT, HELD_AT]);
    expect(paper.lines.filter(({ label }) => label.startsWith('约谈'))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: '约谈时间', texts: ['2022年5月20日9时'] }),
        expect.objectContaining({ label: '约谈地点', texts: ['三楼会议室'] }),
      ]),
    );
  });

  it('gets another day by its correction, and keeps the one it had also once the talk was held', async () => {
    const first = await talkAt(HELD_AT);
    const second = await talkAt(LATER, first);
    expect(await told.ticket(await told.ticketOf(second))).toMatchObject({ heldAt: LATER });
    stage.at('2022-05-24T01:00:00.000Z');
    expect(await sent({ fields: talkFields(HELD_AT), dueAt: '2022-05-30T10:00:00.000Z' }, second)).toBe(
      'supervision.held-in-past',
    );
    expect(await sent({ fields: talkFields(LATER), dueAt: '2022-05-30T10:00:00.000Z' }, second)).toBe('sent');
  });

  it('says in the chain of what follows when it was held', async () => {
    const talk = await talkAt(HELD_AT);
    stage.at('2022-05-26T02:00:00.000Z');
    const next = await told.draft('order', ['逊克县'], { earlierId: talk, dueAt: '2022-06-10T10:00:00.000Z' });
    expect((await told.notice(next.json<{ id: string }>().id)).chain).toMatchObject([{ id: talk, heldAt: HELD_AT }]);
  });

  it('that was issued before its day was asked for by itself keeps its words as they were', async () => {
    const talk = await talkAt(HELD_AT);
    const [row] = await stage.rows<{ content: string }>('SELECT content FROM supervision_notice WHERE id = ?', [talk]);
    const former = {
      ...(JSON.parse(row!.content) as object),
      fields: { facts: '分工不明。', place: '5月20日上午9点，三楼' },
    };
    await stage.server.transactions.run(async (tx) => {
      const sql = 'UPDATE supervision_notice SET content = ?, held_at = NULL WHERE id = ?';
      await tx.query(sql, [JSON.stringify(former), talk]);
      return null;
    });
    const { paper, heldAt } = await told.ticket(await told.ticketOf(talk));
    expect(heldAt).toBeNull();
    expect(paper.lines.map(({ label }) => label)).not.toContain('约谈时间');
    expect(paper.lines).toContainEqual(
      expect.objectContaining({ label: '时间、地点', texts: ['5月20日上午9点，三楼'] }),
    );
  });
});
