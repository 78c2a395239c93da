import type { NoticeStanding } from '@jiannuo/shared/supervision';
import { OrphanedNotices } from '..';
import type { DomainError } from '../../../platform/http';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import {
  codeOf,
  openSupervisionStage,
  OVERSIGHT,
  oversightOf,
  secondOfficerOf,
  signInNth,
  type SupervisionStage,
} from '../../../../test/supervision-stage';

const NONE = '01G0000000000000000000NONE';

describeOnEachDatabase('A clue whose reader left his post (交接, 换人)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let oversight: { readonly unitId: string; readonly liaisonId: string };
  let readerIds: readonly string[];
  let clue: object;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    oversight = await oversightOf(stage);
    const second = await secondOfficerOf(stage);
    readerIds = [second, oversight.liaisonId];
    clue = {
      ...{
        title: '经督办仍没有完成',
        ground: 'duty-unmet',
        fields: { facts: '没有完成。' },
        answer: 'receipt',
        dueAt: null,
      },
      addressees: [{ unitId: oversight.unitId, part: 'main' }],
      readerIds,
      accusedIds: [await told.unitOf('孙吴县')],
    };
  });
  afterEach(() => stage.close());

  /** Somebody else takes over as liaison of the oversight group; his token and his appointment. */
  const replaceReceiver = async () => {
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
    const answer = await stage.ask({ method: 'POST', url: '/api/appointments', as: told.writer, body });
    expect(answer.statusCode).toBe(201);
    return { next: await stage.server.signInAs(OVERSIGHT, 'liaison'), ...(await oversightOf(stage)) };
  };

  it('comes to whoever follows a named person in the post once a reader of the lead unit names him, and only then', async () => {
    const id = await told.issued('clue', [], clue);
    const ticket = await told.ticketOf(id, OVERSIGHT);
    const third = await signInNth(stage, 2);
    const { next, liaisonId: successorId } = await replaceReceiver();
    expect((await told.tickets(next)).rows).toEqual([]);
    expect((await told.step(ticket, 'sign', {}, next)).statusCode).toBe(404);
    const claimsOf = async (as: string) =>
      (await told.inbox(as)).claims.filter(({ about }) => about === '知悉人已不在岗，等您换人');
    expect(await claimsOf(told.checker)).toMatchObject([
      { title: '问题线索〔2022〕1号', targets: [{ kind: 'notice', id }] },
    ]);
    expect(await claimsOf(third)).toEqual([]);
    expect((await told.notices()).rows[0]).toMatchObject({ id, isYours: true });
    expect(await told.notice(id)).toMatchObject({ actions: ['correct', 'void', 'succeed'] });

    const succeed = (as: string, change: object = {}) => {
      const names = { formerId: oversight.liaisonId, successorId, reason: '工作交接。' };
      return told.post(as, `notices/${id}/successors`, { ...names, ...change });
    };
    expect((await succeed(third)).statusCode).toBe(404);
    for (const other of [readerIds[0]!, oversight.liaisonId, NONE]) {
      expect(codeOf(await succeed(told.writer, { successorId: other }))).toBe('supervision.successor-unfit');
    }
    expect(codeOf(await succeed(told.writer, { formerId: readerIds[0] }))).toBe('supervision.readers-in-post');
    expect(codeOf(await succeed(told.writer, { reason: ' ' }))).toBe('supervision.text-missing');
    const both = await Promise.all([succeed(told.writer), succeed(told.checker)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);

    await told.deliver();
    expect((await told.inbox(next)).toDo).toMatchObject([{ title: '问题线索〔2022〕1号' }]);
    expect(await claimsOf(told.checker)).toEqual([]);
    const { readers, history } = await told.notice(id);
    expect(readers.filter(({ isInPost }) => !isInPost)).toMatchObject([{ successor: '督导专班新联络员' }]);
    expect(history.at(-1)).toMatchObject({
      action: 'succeed',
      text: expect.stringMatching(/新联络员接替。工作交接。$/u) as string,
    });
    expect((await told.step(ticket, 'sign', {}, next)).statusCode).toBe(200);
  });

  it('has a reader named on the command line once nobody of the lead unit is left who may know of it', async () => {
    const id = await told.issued('clue', [], clue);
    const third = await signInNth(stage, 2);
    const orphans = stage.server.app.get(OrphanedNotices);
    const waiting = async () =>
      (await told.inbox(third)).claims.filter(({ title }) => title === '有限知悉的件，本单位没有知悉人了');
    expect([await orphans.of(stage.groupId), await waiting()]).toEqual([[], []]);
    const leave = `UPDATE appointment SET ended_at = valid_from WHERE role = 'lead-officer' AND id IN (
      SELECT appointment_id FROM supervision_reader WHERE notice_id = ?)`;
    await stage.server.transactions.run((tx) => tx.query(leave, [id]).then(() => null));
    expect(JSON.stringify(await waiting())).not.toMatch(/线索|1号/u);
    expect(await waiting()).toHaveLength(1);
    const number = '问题线索〔2022〕1号';
    expect(await orphans.of(stage.groupId)).toEqual([{ id, number, isIssued: true }]);
    const [officer] = await stage.rows<{ name: string }>(
      `SELECT p.name FROM appointment a JOIN person p ON p.id = a.person_id
       WHERE a.group_id = ? AND a.role = 'lead-officer' AND a.ended_at IS NULL ORDER BY a.id`,
      [stage.groupId],
    );
    const named = { number, personName: officer!.name, reason: '分管领导6月1日指定。' };
    const refused = async (change: object): Promise<string> => {
      const error: unknown = await orphans
        .name(stage.groupId, { ...named, ...change })
        .catch((reason: unknown) => reason);
      return (error as DomainError).refusals[0].code;
    };
    expect(await refused({ personName: '督导考评问责专班联络员' })).toBe('supervision.successor-unfit');
    expect(await refused({ number: '问题线索〔2022〕9号' })).toBe('supervision.not-found');
    expect(await refused({ reason: ' ' })).toBe('supervision.text-missing');
    await orphans.name(stage.groupId, named);
    expect(await refused({})).toBe('supervision.not-found');
    await told.deliver();
    expect(await waiting()).toEqual([]);
    expect((await told.inbox(third)).toKnow).toMatchObject([{ title: number, target: { kind: 'notice', id } }]);
    expect((await told.notice(id, third)).history.at(-1)).toMatchObject({ action: 'succeed', by: '管理员' });
  });

  it('says whose reader was replaced where a draft still names him', async () => {
    const { id } = (await told.draft('clue', [], clue)).json<NoticeStanding>();
    await replaceReceiver();
    const answer = await told.move(id, 'send');
    expect([codeOf(answer), answer.json<{ sentence: string }>().sentence]).toEqual([
      'supervision.reader-gone',
      '督导考评问责专班有知悉人已不在岗，请重新选。',
    ]);
  });
});
