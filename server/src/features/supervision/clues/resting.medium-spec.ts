import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { codeOf, openSupervisionStage, talkFields, type SupervisionStage } from '../../../../test/supervision-stage';
import { FallenGrounds } from '../ladder/fallen.commands';

/** After the reports of May were due. */
const AFTER = '2022-05-24T01:00:00.000Z';
const DUE = '2022-06-01T10:00:00.000Z';
const LISTED = { fields: { facts: '仍没有完成。', delistWhen: '补齐。' } };

describeOnEachDatabase('What follows an issued notice (前一份)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    stage.at(AFTER);
  });
  afterEach(() => stage.close());

  const keep = async (id: string): Promise<string | number> => {
    const answer = await told.move(id, 'keep', told.checker, '其余事实仍然成立。');
    return answer.statusCode === 200 ? 200 : codeOf(answer);
  };
  const lastShake = async (id: string): Promise<string | undefined> => {
    const { history, actions } = await told.notice(id);
    return actions.includes('keep') ? history.filter(({ action }) => action === 'shake').at(-1)?.text : undefined;
  };

  describe('that was corrected twice', () => {
    let report: string;
    let last: string;
    let order: string;

    beforeEach(async () => {
      report = (await stage.obligation('逊克县')).id;
      const warning = { ground: 'daily-assessment', fields: {}, dueAt: DUE, link: { kind: 'obligation', id: report } };
      const first = await told.issued('warning', ['逊克县'], warning);
      order = await told.issued('order', ['逊克县'], { earlierId: first, dueAt: DUE });
      const second = await told.issued('warning', ['逊克县'], { ...warning, title: '更正' }, first);
      last = await told.issued('warning', ['逊克县'], { ...warning, title: '再更正' }, second);
      expect(await lastShake(order)).toBe('预警提示〔2022〕2号已更正。已另发更正，以新的一份为准。');
      expect(await keep(order)).toBe(200);
      stage.at('2022-05-25T01:00:00.000Z');
    });

    it('hears when the last correction is declared void', async () => {
      expect((await told.notice(last)).restedOn).toEqual(['督办单〔2022〕1号']);
      expect((await told.move(last, 'void', told.writer, '发错了。')).statusCode).toBe(200);
      expect(await lastShake(order)).toBe('预警提示〔2022〕3号作废。发错了。');
    });

    it('hears when what the last correction is about falls away', async () => {
      const url = `/api/obligations/${report}/waive`;
      const body = { reason: '机构合并，免报' };
      expect((await stage.ask({ method: 'POST', url, as: told.writer, body })).statusCode).toBe(200);
      await stage.server.app.get(FallenGrounds).followAll();
      expect(await lastShake(order)).toBe('5月月报已经免了。机构合并，免报。');
    });
  });

  it('stands no more on a ground that needs one before, once none is left in force (art. 14)', async () => {
    stage.at('2022-05-16T01:20:00.000Z');
    const order = await told.issued('order', ['逊克县']);
    stage.at('2022-05-26T02:00:00.000Z');
    const listing = await told.issued('listing', ['逊克县'], { ...LISTED, earlierId: order, dueAt: DUE });
    stage.at('2022-06-02T02:00:00.000Z');
    const rung = { ground: 'still-short', fields: talkFields('2022-06-09T01:00:00.000Z') };
    const talk = await told.issued('talk', ['逊克县'], {
      ...rung,
      ...{ earlierId: listing, dueAt: '2022-06-14T10:00:00.000Z' },
    });
    await told.move(listing, 'void', told.writer, '不挂牌了。');
    expect(await keep(talk)).toBe(200);
    await told.move(order, 'void', told.writer, '依据没有了。');
    expect(await keep(talk)).toBe('supervision.keep-groundless');
    expect((await told.notice(talk)).actions).toContain('keep');
  });
});
