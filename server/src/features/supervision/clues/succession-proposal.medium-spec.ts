import type { NoticeStanding } from '@jiannuo/shared/supervision';
import { OrphanedNotices } from '..';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import {
  openSupervisionStage,
  oversightOf,
  signInNth,
  talkFields,
  type SupervisionStage,
} from '../../../../test/supervision-stage';

const UNIT = '逊克县';
/** Nights in which the ladder looks: after the talk was due, and a day later. */
const NIGHT = '2022-06-06T18:30:00.000Z';
const NEXT_NIGHT = '2022-06-07T18:30:00.000Z';
const LINE = '有限知悉的件，本单位没有知悉人了';

describeOnEachDatabase('A clue that the ladder proposes when people have left (art. 16)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let orphans: OrphanedNotices;
  /** The appointments of the lead unit's officers: who writes, who checks, and a third. */
  let officers: readonly { readonly id: string; readonly name: string }[];
  let third: string;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    orphans = stage.server.app.get(OrphanedNotices);
    third = await signInNth(stage, 2);
    officers = await stage.rows(
      `SELECT a.id, p.name FROM appointment a JOIN person p ON p.id = a.person_id
       WHERE a.group_id = ? AND a.role = 'lead-officer' ORDER BY a.id`,
      [stage.groupId],
    );
    await stage.server.transactions.run((tx) =>
      tx.query("UPDATE obligation SET waived_at = created_at WHERE kind <> 'ticket-answer'").then(() => null),
    );
  });
  afterEach(() => stage.close());

  const leave = (...nth: readonly number[]): Promise<null> =>
    stage.server.transactions.run(async (tx) => {
      for (const each of nth) {
        await tx.query('UPDATE appointment SET ended_at = valid_from, valid_to = valid_from WHERE id = ?', [
          officers[each]!.id,
        ]);
      }
      return null;
    });

  /** An order and a talk about it, both overdue in the night. */
  const talked = async (): Promise<void> => {
    const earlierId = await told.issued('order', [UNIT], {});
    stage.at('2022-05-26T02:00:00.000Z');
    const fields = talkFields('2022-05-30T01:00:00.000Z');
    const talk = { ground: 'still-short', earlierId, fields, dueAt: '2022-06-02T10:00:00.000Z' };
    await told.issued('talk', [UNIT], talk);
  };

  const tick = async (now: string): Promise<void> => {
    stage.at(now);
    await stage.server.ticker.tick();
  };

  /** The ids of the proposed clues that somebody finds in his list. */
  const seenBy = async (as: string): Promise<readonly string[]> => {
    const { rows } = await told.notices(as);
    return rows.filter(({ kind, state }) => kind === 'clue' && state === 'proposed').map(({ id }) => id);
  };
  const status = async (id: string, as: string): Promise<number> =>
    (await stage.ask({ url: `/api/supervision/notices/${id}`, as })).statusCode;
  const titles = async (as: string): Promise<readonly string[]> =>
    (await told.inbox(as)).claims.map(({ title }) => title);

  it('goes to whoever checked the talk once its writer has left, who takes it up, and to nobody else', async () => {
    await talked();
    await leave(0);
    await tick(NIGHT);
    const [id] = await seenBy(told.checker);
    expect(id).toBeDefined();
    expect(await titles(told.checker)).toContain('有一件限知悉的件');
    const view = await told.notice(id!, told.checker);
    expect(view.content.readerIds).toEqual([officers[1]!.id]);
    expect(view.history.at(-1)).toMatchObject({
      ...{ action: 'succeed', by: '督导建议' },
      text: `原经办人已不在岗，改由经办过前面通知的${officers[1]!.name}知悉。`,
    });
    expect([await seenBy(third), await status(id!, third)]).toEqual([[], 404]);
    expect(await titles(third)).not.toContain('有一件限知悉的件');
    expect(await titles(third)).not.toContain(LINE);
    await tick(NEXT_NIGHT);
    expect((await told.notice(id!, told.checker)).history).toHaveLength(view.history.length);
    expect((await told.move(id!, 'adopt', told.checker)).json()).toMatchObject({ state: 'draft' });
  });

  it('is handed on when its reader leaves before he has taken it up', async () => {
    await talked();
    await tick(NIGHT);
    const [id] = await seenBy(told.writer);
    expect(await seenBy(told.checker)).toEqual([]);
    await leave(0);
    await tick('2022-06-07T02:00:00.000Z');
    expect([await seenBy(told.checker), await seenBy(third)]).toEqual([[id], []]);
    expect((await told.notice(id!, told.checker)).readers).toMatchObject([
      { isInPost: false, successor: officers[1]!.name },
      { isInPost: true, name: expect.stringContaining(officers[1]!.name) as string },
    ]);
  });

  it('waits to be named where everybody who had the matter in hand has left', async () => {
    await talked();
    await leave(0, 1);
    await tick(NIGHT);
    expect(await titles(third)).toEqual(expect.arrayContaining([LINE]));
    const [orphan, ...others] = await orphans.of(stage.groupId);
    expect([others, orphan?.isIssued, orphan?.number]).toEqual([[], false, '问题线索（文号签发时定）']);
    const { id } = orphan!;
    expect([await seenBy(third), await status(id, third)]).toEqual([[], 404]);
    const named = { personName: officers[2]!.name, reason: '分管领导指定。' };
    await orphans.name(stage.groupId, { number: id, ...named });
    await told.deliver();
    expect(await seenBy(third)).toEqual([id]);
    expect(await titles(third)).not.toContain(LINE);
    expect((await told.move(id, 'adopt', third)).json()).toMatchObject({ state: 'draft' });
    expect((await told.notice(id, third)).content.readerIds).toEqual([officers[2]!.id]);
  });

  it('is no lost draft either: who is named goes on with what was sent to be checked', async () => {
    const { unitId, liaisonId } = await oversightOf(stage);
    const clue = {
      ...{ title: '没有履职', ground: 'duty-unmet', fields: { facts: '没有完成。' }, answer: 'receipt', dueAt: null },
      ...{ addressees: [{ unitId, part: 'main' }], accusedIds: [await told.unitOf('孙吴县')] },
      readerIds: [officers[1]!.id, liaisonId],
    };
    const { id } = (await told.draft('clue', [], clue)).json<NoticeStanding>();
    expect((await told.move(id, 'send')).statusCode).toBe(200);
    await leave(0);
    expect(await orphans.of(stage.groupId)).toEqual([]);
    await leave(1);
    await tick(NIGHT);
    expect(await status(id, third)).toBe(404);
    await orphans.name(stage.groupId, { number: id, personName: officers[2]!.name, reason: '分管领导指定。' });
    expect((await told.move(id, 'check', third)).json()).toMatchObject({ state: 'checked' });
    expect((await told.move(id, 'issue', third)).json()).toMatchObject({ number: '问题线索〔2022〕1号' });
  });
});
