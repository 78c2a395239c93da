import { addMinutes } from '@jiannuo/shared/kernel';
import type { InboxView } from '@jiannuo/shared/notifications';
import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { execute } from '../../platform/database';
import { Outages } from '../../platform/health';
import { describeOnEachDatabase } from '../../../test/databases';
import { MAY, MAY_DUE, openReportStage, type ReportStage } from '../../../test/report-stage';
import { OutboxDispatcher } from '../../platform/outbox';
import { OutageMoves } from '.';

const RULE = HEIHE_2022.settings.outage;

describeOnEachDatabase('When the platform itself was down before a due time (M11)', (open) => {
  let stage: ReportStage;

  beforeEach(async () => {
    stage = await openReportStage(open);
    stage.at('2022-05-19T01:00:00.000Z');
    await stage.handIn('北安市');
  });
  afterEach(() => stage.close());

  async function outage(beganAt: string, endedAt: string): Promise<void> {
    const outages = stage.server.app.get(Outages);
    await stage.server.transactions.run((tx) =>
      outages.record(tx, { beganAt, endedAt, cause: '机房停电' }).then(() => null),
    );
  }

  it('moves the due time by rule: nobody is late, and the exception is on record with its clause', async () => {
    await outage('2022-05-20T14:00:00.000Z', MAY_DUE);
    stage.at('2022-05-20T16:00:30.000Z');
    await stage.server.ticker.tick();
    const board = await stage.board();
    const standings = board.rows.map((row) => row.cells[0]?.standing);
    expect(standings).not.toContain('missing');
    expect(standings).not.toContain('late');
    // Friday 20 May; the next working day is Monday the 23rd, until 24:00.
    expect(board.columns[0]).toMatchObject({ dueAt: '2022-05-23T16:00:00.000Z' });
    const moves = await stage.rows<{ article: string; reason: string; from_due_at: string; to_due_at: string }>(
      "SELECT DISTINCT article, reason, from_due_at, to_due_at FROM obligation_change WHERE kind = 'moved'",
    );
    expect(moves).toEqual([
      {
        article: RULE.article,
        reason: expect.stringContaining('120分钟'),
        from_due_at: MAY_DUE,
        to_due_at: '2022-05-23T16:00:00.000Z',
      },
    ]);
    expect(await stage.rows("SELECT id FROM audit_entry WHERE action = 'obligation.move'")).toHaveLength(1);
    stage.at('2022-05-23T15:00:00.000Z');
    expect(await stage.handIn('逊克县')).toMatchObject({ isOnTime: true });
    const done = (await stage.mine('逊克县')).done[0];
    expect(done?.dueChange?.reason).toContain(RULE.article);
  });

  it('moves once, however often and on however many servers the rule is looked at', async () => {
    await outage('2022-05-20T14:00:00.000Z', MAY_DUE);
    stage.at('2022-05-20T16:00:30.000Z');
    const moves = stage.server.app.get(OutageMoves);
    const counts = await Promise.all([1, 2, 3].map(() => moves.moveForOutage(stage.groupId)));
    expect(counts.sort()).toEqual([0, 0, 20]);
    expect(await moves.moveForOutage(stage.groupId)).toBe(0);
    expect(await stage.rows("SELECT id FROM obligation_change WHERE kind = 'moved'")).toHaveLength(20);
  });

  it('tells the liaison of each unit that moved, once, however many servers look and tell', async () => {
    await outage('2022-05-20T14:00:00.000Z', MAY_DUE);
    stage.at('2022-05-20T16:00:30.000Z');
    const moves = stage.server.app.get(OutageMoves);
    await Promise.all([1, 2, 3].map(() => moves.moveForOutage(stage.groupId)));
    const dispatcher = stage.server.app.get(OutboxDispatcher);
    await Promise.all([dispatcher.drain(), dispatcher.drain()]);
    // The message is handled again, as after a crash.
    await stage.server.transactions.run((tx) =>
      execute(tx, "UPDATE outbox_message SET state = 'waiting', owner = NULL WHERE topic = 'obligation.moved'"),
    );
    await dispatcher.drain();
    const told = await stage.rows<{ unitName: string }>(
      `SELECT u.name AS unitName FROM notice n JOIN appointment a ON a.id = n.appointment_id
       JOIN unit u ON u.id = a.unit_id WHERE n.kind = 'moved' AND a.role = 'liaison'`,
    );
    expect(told).toHaveLength(20);
    expect(new Set(told.map(({ unitName }) => unitName)).size).toBe(20);
    const officer = await stage.as('逊克县', 'liaison');
    const inbox = (await stage.ask({ url: '/api/inbox', as: officer })).json<InboxView>();
    const { id } = await stage.obligation('逊克县');
    expect(inbox.toKnow.filter(({ kind }) => kind === 'moved')).toMatchObject([
      {
        title: '平台中断，5月月报截止改到5月23日 周一 24:00',
        body: expect.stringContaining(RULE.article),
        target: { kind: 'obligation', id },
      },
    ]);
  });

  it('shows the new due time with its reason on the list, on the board and on the receipt', async () => {
    await outage('2022-05-20T14:00:00.000Z', MAY_DUE);
    stage.at('2022-05-20T16:00:30.000Z');
    expect((await stage.board()).columns[0]).toMatchObject({ movedReason: null });
    await stage.server.app.get(OutageMoves).moveForOutage(stage.groupId);
    const reason = expect.stringContaining('120分钟');
    const { open: owed } = await stage.mine('逊克县');
    expect(owed.find(({ period, kind }) => period === MAY && kind === 'monthly-report')).toMatchObject({
      originalDueAt: MAY_DUE,
      dueChange: { kind: 'moved', reason },
    });
    const board = await stage.board();
    expect(board.columns.map((column) => column.movedReason)).toEqual([reason, null]);
    expect(board.rows.find((row) => row.unitName === '逊克县')?.cells[0]).toMatchObject({
      dueChange: { kind: 'moved', reason },
    });
    const receipt = await stage.handIn('逊克县');
    expect(receipt).toMatchObject({ isOnTime: true, dueAt: '2022-05-23T16:00:00.000Z', dueReason: reason });
    const officer = await stage.as('逊克县', 'liaison');
    const again = await stage.ask({ url: `/api/reports/${receipt.reportId}/receipt`, as: officer });
    expect(again.json()).toMatchObject({ dueReason: reason });
  });

  it('does not move for an outage that is too short, or that lies before the watched hours', async () => {
    await outage(addMinutes(MAY_DUE, 1 - RULE.minimumMinutes), MAY_DUE);
    await outage('2022-05-18T01:00:00.000Z', addMinutes(MAY_DUE, -60 * RULE.windowHours));
    stage.at('2022-05-20T16:00:30.000Z');
    expect(await stage.server.app.get(OutageMoves).moveForOutage(stage.groupId)).toBe(0);
    expect(await stage.obligation('逊克县')).toMatchObject({ due_at: MAY_DUE });
  });

  it('leaves alone what another due time or a waiver has', async () => {
    const lead = await stage.as('市专班牵头单位', 'lead-officer');
    const waived = await stage.obligation('孙吴县');
    const extended = await stage.obligation('嫩江市');
    await stage.ask({ method: 'POST', url: `/api/obligations/${waived.id}/waive`, as: lead, body: { reason: '免报' } });
    const more = { dueAt: '2022-05-27T16:00:00.000Z', reason: '有汛情' };
    await stage.ask({ method: 'POST', url: `/api/obligations/${extended.id}/extend`, as: lead, body: more });
    await outage('2022-05-20T14:00:00.000Z', MAY_DUE);
    stage.at('2022-05-20T16:00:30.000Z');
    expect(await stage.server.app.get(OutageMoves).moveForOutage(stage.groupId)).toBe(18);
    expect(await stage.obligation('孙吴县')).toMatchObject({ due_at: MAY_DUE });
    expect(await stage.obligation('嫩江市')).toMatchObject({ due_at: more.dueAt });
  });
});
