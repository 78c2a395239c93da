import type { LinkChoicesView, NoticeContent, NoticeStanding, Prior } from '@jiannuo/shared/supervision';
import { LadderCommands } from '..';
import { describeOnEachDatabase } from '../../../../test/databases';
import { importSamplePlan } from '../../../../test/ledger-stage';
import type { ReportStage } from '../../../../test/report-stage';
import { codeOf, ISSUED, openSupervisionStage, type SupervisionStage } from '../../../../test/supervision-stage';

/** After the orders of the stage and the reports of May were due, with the day of grace behind. */
const NIGHT = '2022-05-26T18:30:00.000Z';

describeOnEachDatabase('What a notice is about (关联事项, art. 13, 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let measure: { readonly id: string; readonly title: string };
  let report: { readonly id: string };

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    await importSamplePlan(stage.server, stage.groupId);
    [measure] = (await stage.rows<{ id: string; title: string }>(
      `SELECT m.id, m.title FROM ledger_measure m JOIN unit u ON u.id = m.unit_id
       WHERE u.name = '逊克县' AND m.group_id = ? ORDER BY m.number`,
      [stage.groupId],
    )) as [typeof measure];
    report = await stage.obligation('逊克县');
  });
  afterEach(() => stage.close());

  const choices = async (asked: string, as = told.writer): Promise<LinkChoicesView> =>
    (await stage.ask({ url: `/api/supervision/links?${asked}`, as })).json();
  const prior = async (unit: string): Promise<Prior> =>
    (await stage.ask({ url: `/api/supervision/prior?units=${await told.unitOf(unit)}`, as: told.writer })).json();
  const linked = (link: object, units = ['逊克县']) => told.draft('order', units, { link, ground: 'weak-push' });
  const sent = async (link: object, units = ['逊克县']): Promise<string | number> => {
    const { id } = (await linked(link, units)).json<NoticeStanding>();
    const answer = await told.move(id, 'send');
    return answer.statusCode === 200 ? 200 : codeOf(answer);
  };
  const propose = (): Promise<number> => {
    stage.at(NIGHT);
    return stage.server.app.get(LadderCommands).proposeAll(NIGHT);
  };

  it('is chosen from what its units owe and from the measures of the year, found by number, title or unit', async () => {
    const ofUnit = await choices(`units=${await told.unitOf('逊克县')}`);
    expect(ofUnit.rows.every(({ unitName }) => unitName === '逊克县')).toBe(true);
    expect(ofUnit.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'obligation', id: report.id, title: '5月月报', isMet: false }),
        expect.objectContaining({ kind: 'measure', ...measure, periods: expect.arrayContaining(['2022-05']) }),
      ]),
    );
    const byTitle = await choices(`find=${encodeURIComponent(measure.title)}`);
    expect(byTitle.rows.map(({ id }) => id)).toContain(measure.id);
    const byUnit = await choices(`find=${encodeURIComponent('孙吴')}`);
    expect(new Set(byUnit.rows.map(({ unitName }) => unitName))).toEqual(new Set(['孙吴县']));
    expect((await choices('find=100%25')).rows).toEqual([]);
  });

  it('stands with the name it had on the draft, the record and the ticket of its unit, which it opens', async () => {
    const link = { kind: 'measure', id: measure.id, period: '2022-05', name: { title: '瞎写', unitId: null } };
    const id = await told.issued('order', ['逊克县', '孙吴县'], { link });
    const about = { kind: 'measure', title: `5月${measure.title}`, unitName: '逊克县', period: '2022-05' };
    const record = { kind: 'measure', id: measure.id };
    expect(await told.notice(id, told.checker)).toMatchObject({ about: { ...about, record } });
    expect(await told.ticket(await told.ticketOf(id))).toMatchObject({ about: { ...about, record } });
    const sunwu = await stage.as('孙吴县', 'liaison');
    expect(await told.ticket(await told.ticketOf(id, '孙吴县'), sunwu)).toMatchObject({ about: null });
    await stage.server.transactions.run((tx) =>
      tx.query('UPDATE ledger_measure SET title = ?, removed_at = ? WHERE id = ?', ['改了名', ISSUED, measure.id]),
    );
    expect(await told.notice(id)).toMatchObject({ about: { ...about, record: null } });
    const better = await told.issued('order', ['逊克县'], { link }, id);
    expect(await told.notice(better)).toMatchObject({ state: 'issued', about });
  });

  it('that opens is the report once it was handed in, and what is to be reported before', async () => {
    const link = { kind: 'obligation', id: report.id };
    const id = await told.issued('order', ['逊克县'], { link, ground: 'weak-push' });
    const view = await told.ticket(await told.ticketOf(id));
    expect(view.about).toMatchObject({ title: '5月月报', record: { kind: 'to-report', id: report.id } });
  });

  it('is no record of another group, none that is not there, and none of a unit that it does not go to', async () => {
    const [foreign] = await stage.rows<{ id: string }>('SELECT id FROM ledger_measure WHERE id <> ?', [measure.id]);
    const [other] = await stage.rows<{ id: string }>('SELECT id FROM working_group WHERE id <> ?', [stage.groupId]);
    const owed = await stage.obligation('北安市');
    await stage.server.transactions.run(async (tx) => {
      await tx.query('UPDATE ledger_measure SET group_id = ? WHERE id = ?', [other!.id, foreign!.id]);
      await tx.query('UPDATE obligation SET group_id = ? WHERE id = ?', [other!.id, owed.id]);
    });
    const strangers = [
      { kind: 'measure', id: foreign!.id },
      { kind: 'obligation', id: owed.id },
      { kind: 'obligation', id: measure.id },
      { kind: 'measure', id: measure.id, period: '2031-01' },
      { kind: 'matter', id: measure.id },
    ];
    for (const link of strangers) expect(codeOf(await linked(link))).toBe('supervision.link-unknown');
    expect(await sent({ kind: 'measure', id: measure.id }, ['孙吴县'])).toBe('supervision.link-unfit');
    expect(await sent({ kind: 'obligation', id: report.id }, ['孙吴县'])).toBe('supervision.link-unfit');
    expect(await sent({ kind: 'obligation', id: report.id }, ['孙吴县', '逊克县'])).toBe(200);
  });

  it('is offered to nobody but the lead unit', async () => {
    const leader = await stage.as('逊克县', 'leader');
    for (const url of ['links', 'prior']) {
      for (const as of [told.officer, leader]) {
        expect((await stage.ask({ url: `/api/supervision/${url}`, as })).statusCode).toBe(403);
      }
    }
  });

  it('is a notice’s alone: what reminds of a report before it is due is no warning that it is late', async () => {
    await stage.server.transactions.run((tx) =>
      tx.query('UPDATE obligation SET waived_at = created_at WHERE id <> ?', [report.id]).then(() => null),
    );
    const link = { kind: 'obligation', id: report.id };
    const slip = { ground: 'report-due', fields: {}, answer: 'none', dueAt: null, link };
    await told.issued('slip', ['逊克县'], slip);
    await told.issued('slip', ['逊克县'], { ...slip, answer: 'material', dueAt: '2022-05-30T10:00:00.000Z' });
    expect(await propose()).toBe(1);
    const [proposal] = (await told.notices()).rows;
    const { content } = await told.notice(proposal!.id);
    expect(content.link).toMatchObject({ id: report.id, name: { title: '5月月报', unitName: '逊克县' } });
  });

  it('keeps the ladder from proposing what a person has issued about it once it was due', async () => {
    await stage.server.transactions.run((tx) =>
      tx.query('UPDATE obligation SET waived_at = created_at WHERE id <> ?', [report.id]).then(() => null),
    );
    stage.at('2022-05-24T02:00:00.000Z');
    const warning = { ground: 'daily-assessment', fields: {}, dueAt: '2022-05-31T10:00:00.000Z' };
    await told.issued('warning', ['孙吴县', '逊克县'], { ...warning, link: { kind: 'obligation', id: report.id } });
    expect(await propose()).toBe(0);
  });

  it('leads to what was issued about it before, with how each was delivered, signed for and answered', async () => {
    const link = { kind: 'measure', id: measure.id };
    const warning = { ground: 'task-monitoring', fields: {}, link };
    const first = await told.issued('warning', ['逊克县', '孙吴县'], warning);
    const voided = await told.issued('warning', ['逊克县'], warning);
    await told.move(voided, 'void', told.writer, '发错了。');
    await told.issued('warning', ['孙吴县'], { ground: 'task-monitoring', fields: {} });
    const ticket = await told.ticketOf(first);
    await told.ticket(ticket);
    await told.step(ticket, 'sign');
    const { notices } = await prior('逊克县');
    expect(notices.map(({ id }) => id)).toEqual([first]);
    expect(notices[0]).toMatchObject({
      linkId: measure.id,
      deliveries: [{ unitName: '逊克县', state: 'working', openedAt: ISSUED, deeds: [{ action: 'sign', at: ISSUED }] }],
    });
    const order = await told.issued('order', ['逊克县'], { link, earlierId: first });
    expect((await told.notice(order)).chain).toMatchObject([{ id: first, deliveries: [{ unitName: '逊克县' }] }]);
  });

  it('is the same text for two who write at once: one is turned away', async () => {
    const { id } = (await linked({ kind: 'measure', id: measure.id })).json<NoticeStanding>();
    const { version, content } = await told.notice(id);
    const edit = (link: NoticeContent['link'], as: string) =>
      told.post(as, `notices/${id}/edit`, { version, content: { ...content, link } });
    const answers = await Promise.all([
      edit(null, told.writer),
      edit({ kind: 'obligation', id: report.id }, told.checker),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});
