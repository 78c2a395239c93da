import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';
import { sheetsOf, type Rows } from '../../../../test/workbooks';

const MONTH = '/api/scores/export?period=2022-05';
const OWN = '/api/scores/history/export?period=2022-05';

describeOnEachDatabase('A month taken out before and after it is final (annex 2, art. 12)', (open) => {
  let stage: AssessmentStage;

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at('2022-05-22T02:00:00.000Z');
  });
  afterEach(() => stage.close());

  /** 合计, 折算后 and 状态 of a county. */
  const lineOf = (table: Rows, name: string) => table.find(([unit]) => unit === name)!.slice(-3);

  it('holds what was reviewed and what was handed in, each with its trace under its plain state', async () => {
    const reviewed = await stage.reviewed('逊克县');
    await stage.handIn('孙吴县');
    const sheets = await sheetsOf(await stage.get(MONTH, stage.lead));
    const table = sheets.get('各县得分')!;
    expect(table[0]![0]).toBe('2022年5月各县考评得分');
    const { review } = await stage.view(reviewed, stage.lead);
    expect(review!.isConfirmed).toBe(true);
    expect(lineOf(table, '逊克县')).toEqual([expect.any(Number), expect.any(Number), '已复核，没定稿']);
    expect(lineOf(table, '孙吴县')).toEqual([expect.any(Number), expect.any(Number), '待复核，是自评']);
    expect(lineOf(table, '爱辉区')).toEqual([null, null, '没报']);
    const why = sheets.get('各月来由')!;
    expect(why.filter(([title]) => title === '复核得分' || title === '自评总分').map(([title]) => title)).toEqual([
      '复核得分',
      '自评总分',
    ]);
    expect(why.find(([title]) => title === '复核得分')![1]).toBe(lineOf(table, '逊克县')[0]);
  });

  it('is called 自评得分 as long as nothing in it was reviewed', async () => {
    await stage.handIn('逊克县');
    for (const [url, as, name] of [
      [MONTH, stage.lead, '2022年5月各县自评得分'],
      [OWN, stage.officer, '逊克县2022年5月自评得分'],
    ] as const) {
      const answer = await stage.get(url, as);
      expect([...(await sheetsOf(answer)).values()][0]![0]![0]).toBe(name);
      expect(decodeURIComponent(answer.headers['content-disposition']!)).toContain(`${name}.xlsx`);
    }
    await stage.reviewed('逊克县');
    const own = [...(await sheetsOf(await stage.get(OWN, stage.officer))).values()];
    expect(own[0]![0]![0]).toBe('逊克县2022年5月考评得分');
  });

  it('tells a correction by the number before it, the new one, and what it said of the thing', async () => {
    const id = await stage.final('逊克县');
    const { version, scores } = await stage.view(id, stage.lead);
    const undone = scores[0]!.month.measures.find(({ done }) => !done)!;
    const verdict = { subject: 'measure', id: undone.id, counts: true, reason: '公示栏补拍了照片' };
    const body = { version, review: { verdicts: [verdict], reasons: {} }, reason: '补了佐证' };
    expect((await stage.post(id, 'correct', stage.lead, body)).statusCode).toBe(200);
    for (const [url, as] of [
      [MONTH, stage.lead],
      [OWN, stage.officer],
    ] as const) {
      const why = (await sheetsOf(await stage.get(url, as))).get('各月来由')!;
      expect(why.filter(([title]) => title === '定稿得分' || title === '更正后得分')).toHaveLength(2);
      const remarks = why.filter(([title]) => title === '工作完成情况').map((row) => (row[3] as string | null) ?? '');
      expect(remarks.filter((remark) => /^(自评.*\n)?更正：“.+”，公示栏补拍了照片$/.test(remark))).toHaveLength(1);
    }
    const raw = await stage.rows<{ review: string | null }>('SELECT review FROM score ORDER BY number');
    expect(raw.map(({ review }) => review === null)).toEqual([true, false]);
  });
});
