import type { NoticeContent, NoticeKind, NoticeView, TicketStepRequest } from '@jiannuo/shared/supervision';
import { LadderCommands } from '..';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import {
  openSupervisionStage,
  OVERSIGHT,
  oversightOf,
  secondOfficerOf,
  type SupervisionStage,
} from '../../../../test/supervision-stage';

const SLIP = { ground: 'report-due', fields: {}, answer: 'material', dueAt: '2022-05-18T10:00:00.000Z' };
const TALK = {
  persons: '分管负责人',
  conductor: '牵头单位负责人',
  heldAt: '2022-06-21T01:00:00.000Z',
  place: '三楼会议室',
};
const SAID = { text: '正在对接银行。', evidence: [] };

describeOnEachDatabase('The whole ladder (art. 5, 13-16)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    // Nobody owes anything but what the story asks.
    await stage.server.transactions.run((tx) =>
      tx.query('UPDATE obligation SET waived_at = created_at').then(() => null),
    );
  });
  afterEach(() => stage.close());

  /** How many rungs are proposed in the night of that instant. */
  const propose = (now: string): Promise<number> => {
    stage.at(now);
    return stage.server.app.get(LadderCommands).proposeAll(now);
  };

  /** Adopts the one proposal of that kind, fills in what only a person can say, and issues it. */
  const takeUp = async (
    kind: NoticeKind,
    dueAt: string | null,
    change: Partial<NoticeContent> = {},
  ): Promise<string> => {
    const { rows } = await told.notices();
    const [proposal] = rows.filter((row) => row.state === 'proposed' && row.kind === kind);
    expect(proposal?.kind).toBe(kind);
    const { id } = proposal!;
    await told.move(id, 'adopt');
    const { version, content } = await told.notice(id);
    const full = { ...content, ...change, fields: { ...content.fields, ...change.fields }, dueAt };
    expect((await told.post(told.writer, `notices/${id}/edit`, { version, content: full })).statusCode).toBe(200);
    const steps = [['send'], ['check', told.checker], ['issue']] as const;
    for (const [action, as] of steps) expect((await told.move(id, action, as)).statusCode).toBe(200);
    return id;
  };

  it.each(['逊克县', '市司法局'])(
    'leads %s from a slip to a clue with its dossier, with an extension, a return, a hand-over and a void number',
    async (unit) => {
      const { unitId: oversight, liaisonId } = await oversightOf(stage);
      const officer = await stage.as(unit, 'liaison');
      const act = async (
        ticket: string,
        action: TicketStepRequest['action'],
        said = {},
        as = officer,
      ): Promise<void> => {
        expect([action, (await told.step(ticket, action, said, as)).statusCode]).toEqual([action, 200]);
      };
      const voided = await told.issued('slip', [unit], SLIP);
      await told.move(voided, 'void', told.writer, '材料名称写错。');
      await told.issued('slip', [unit], SLIP);

      expect(await propose('2022-05-19T18:30:00.000Z')).toBe(1);
      const warned = await told.ticketOf(await takeUp('warning', '2022-05-24T10:00:00.000Z'), unit);
      await act(warned, 'sign');
      await act(warned, 'ask-extension', { text: '等银行数据。', dueAt: '2022-05-26T10:00:00.000Z' });
      expect(await propose('2022-05-25T18:30:00.000Z')).toBe(0);
      await act(warned, 'grant-extension', {}, told.writer);

      expect(await propose('2022-05-27T18:30:00.000Z')).toBe(1);
      const ordered = await told.ticketOf(await takeUp('order', '2022-06-01T10:00:00.000Z'), unit);
      await act(ordered, 'sign');
      await act(ordered, 'hand-over', { handler: '信用工作股王股长' });
      stage.at('2022-05-31T01:00:00.000Z');
      await act(ordered, 'answer', SAID);
      expect(await propose('2022-06-01T18:30:00.000Z')).toBe(0);
      stage.at('2022-06-02T01:00:00.000Z');
      await act(ordered, 'return', { text: '没有说明原因' }, told.writer);
      expect(await told.ticket(ordered, officer)).toMatchObject({ state: 'returned', handler: '信用工作股王股长' });

      expect(await propose('2022-06-10T18:30:00.000Z')).toBe(1);
      await takeUp('listing', '2022-06-15T10:00:00.000Z');
      expect(await propose('2022-06-17T18:30:00.000Z')).toBe(1);
      await takeUp('talk', '2022-06-22T10:00:00.000Z', { fields: TALK });
      expect(await propose('2022-06-24T18:30:00.000Z')).toBe(1);
      const second = await secondOfficerOf(stage);
      const clue = await takeUp('clue', null, { readerIds: [second, liaisonId] });

      const view = await told.notice(clue);
      expect(view).toMatchObject({
        number: '问题线索〔2022〕1号',
        clause: expect.stringContaining('第十六条'),
        content: { addressees: [{ unitId: oversight, part: 'main' }] },
      });
      expect(dossierOf(view)).toEqual([
        ['工作提示单〔2022〕2号', false],
        ['预警提示〔2022〕1号', false],
        ['督办单〔2022〕1号', false],
        ['挂牌督办〔2022〕1号', false],
        ['约谈提醒〔2022〕1号', false],
      ]);
      const deedsIn = (nth: number): readonly string[] =>
        view.chain[nth]!.deliveries.flatMap(({ deeds }) => deeds.map(({ action }) => action));
      expect(view.chain[1]).toMatchObject({ deliveries: [{ grantedUntil: '2022-05-26T10:00:00.000Z' }] });
      expect(deedsIn(1)).toEqual(['sign', 'ask-extension', 'grant-extension']);
      expect(deedsIn(2)).toEqual(['sign', 'hand-over', 'answer', 'return']);
      const [before] = view.paper.lines.filter(({ label }) => label === '此前通知');
      expect(before?.texts[2]).toMatch(/5月28日签收，2022年5月31日反馈，2022年6月2日退回修改，要求.*没有再反馈$/u);
      const receiver = await stage.as(OVERSIGHT, 'liaison');
      const received = await told.ticketOf(clue, OVERSIGHT);
      expect(dossierOf(await told.ticket(received, receiver))).toEqual(dossierOf(view));
      await act(received, 'sign', {}, receiver);
      expect(await propose('2022-07-04T18:30:00.000Z')).toBe(0);
      const numbers = "SELECT number, state FROM supervision_notice WHERE kind = 'slip' ORDER BY number";
      expect(await stage.rows(numbers)).toEqual([
        { number: 1, state: 'voided' },
        { number: 2, state: 'issued' },
      ]);
    },
  );
});

/** The prior notices and whether each was met. */
function dossierOf({ chain }: Pick<NoticeView, 'chain'>): readonly (readonly [string, boolean])[] {
  return chain.map(({ number, isMet }) => [number, isMet]);
}
