import type { LightMyRequestResponse } from 'fastify';
import { toldNumber, toldYear, yearLines, type AssessmentView, type NumberKey } from '@jiannuo/shared/assessment';
import type { RulingOutcome } from '@jiannuo/shared/rulings';
import { tellTrace, type RuleName } from '@jiannuo/shared/scoring';
import { COUNTIES, openAnnualStage } from '../../../../test/annual-stage';
import { openAssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { TestRequest } from '../../../../test/served';
import { sheetsOf } from '../../../../test/workbooks';

const LEAD = '市专班牵头单位';
const RULED = `${LEAD}2022年5月22日定（第1号，从2022年5月起）：材料按附件3的表打分。`;
const RULED_YEAR = `${LEAD}2023年1月5日定（第1号，从2022年4月起）：按此计算。`;

/** The column 口径 of every line of that name. */
async function printedRulings(answer: LightMyRequestResponse, sheet: string, line: string) {
  const rows = (await sheetsOf(answer)).get(sheet)!;
  const column = rows[2]!.indexOf('口径');
  return rows.filter(([title]) => title === line).map((row) => row[column]);
}

function shownRulings(view: AssessmentView, key: NumberKey, rule: RuleName) {
  const { lines, ruled } = toldNumber(view, key)!;
  return tellTrace(lines.find((line) => line.rule === rule)!.node, { ruled }).rulings;
}

interface Stage {
  readonly ask: (request: TestRequest) => Promise<LightMyRequestResponse>;
}
interface People {
  readonly drafter: string;
  readonly checker: string;
}

describeOnEachDatabase('A number names the ruling that decided it (附则, R32)', (open) => {
  /** One officer drafts, another checks. */
  const rule = async ({ ask }: Stage, { drafter, checker }: People, body: object): Promise<string> => {
    const drafted = await ask({ method: 'POST', url: '/api/rulings', as: drafter, body: { year: 2022, ...body } });
    expect(drafted.statusCode).toBe(200);
    const { id } = drafted.json<RulingOutcome>();
    const checked = await ask({ method: 'POST', url: `/api/rulings/${id}/check`, as: checker, body: {} });
    expect(checked.statusCode).toBe(200);
    return id;
  };

  it('on the county’s screen and in both files, and goes on naming it once the month is published', async () => {
    const stage = await openAssessmentStage(open);
    stage.at('2022-05-22T02:00:00.000Z');
    const people = { drafter: stage.lead, checker: await stage.second() };
    const annex = { name: 'materials', value: 'annex-3', basis: '附则', fromPeriod: '2022-05' };
    const first = await rule(stage, people, { ...annex, text: '材料按附件3的表打分' });
    const id = await stage.final('逊克县');
    for (const name of COUNTIES) if (name !== '逊克县') await stage.final(name);
    expect((await stage.publish()).statusCode).toBe(200);
    stage.at('2022-05-22T03:00:00.000Z');
    await rule(stage, people, { ...annex, value: 'annex-2', text: '改回附件2。', supersedes: first });
    const view = await stage.view(id, stage.officer);
    for (const key of ['self', 'reviewed', 1] as const) {
      expect(shownRulings(view, key, 'timeliness')).toEqual([RULED]);
      expect(shownRulings(view, key, 'adjustment')).toEqual(['没有专门解释']);
    }
    for (const [url, as] of [
      ['/api/scores/export?period=2022-05', stage.lead],
      ['/api/scores/history/export?period=2022-05', stage.officer],
    ] as const) {
      const printed = await printedRulings(await stage.get(url, as), '各月来由', '按时报送材料');
      expect(new Set(printed)).toEqual(new Set([RULED]));
    }
    await stage.close();
  });

  it('in the year too, for the county and for the lead unit, whatever is ruled after it was made final', async () => {
    const annual = await openAnnualStage(open);
    await annual.tellAll();
    expect((await annual.rule('annualReading', 'single')).statusCode).toBe(200);
    await annual.finalise();
    await annual.post('publish', { year: 2022 });
    const ruled = await annual.stage.rows<{ id: string }>('SELECT id FROM ruling');
    annual.stage.at('2023-01-05T02:00:00.000Z');
    await rule(
      annual.stage,
      { drafter: annual.lead, checker: annual.second },
      {
        name: 'annualReading',
        value: 'single',
        text: '换一种说法。',
        basis: '附则',
        fromPeriod: '2022-04',
        supersedes: ruled[0]!.id,
      },
    );
    const view = await annual.view(annual.county);
    const told = toldYear(view, view.rows[0]!)!;
    expect(tellTrace(yearLines(told)[0]!.node, told).rulings).toEqual([RULED_YEAR]);
    for (const as of [annual.lead, annual.county]) {
      const answer = await annual.stage.ask({ url: '/api/annual-results/export?year=2022', as });
      const printed = await printedRulings(answer, '年度来由', '任务完成情况');
      expect(new Set(printed)).toEqual(new Set([RULED_YEAR]));
    }
    await annual.stage.close();
  });
});
