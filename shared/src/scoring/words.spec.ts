import { canonicalJson } from '../kernel';
import { aMonth, aYear } from '../samples';
import { scoreMonth } from './month.score';
import type { MonthCase, YearCase } from './case';
import { scoreYear } from './year.score';
import { tellTrace } from './trace.words';
import { changeSentence, factSentence, pointsText, spellOut } from './words';
import type { TraceNode } from './trace';

const FULL = aMonth()
  .done(1)
  .notDone(2)
  .failed(1)
  .onTime(1)
  .late(1)
  .missing(6)
  .informed(4, { highQuality: true, adopted: true })
  .approved(22)
  .applied(1)
  .ruled({ monthlyFactor: '0.75', materials: 'annex-3' }).built;
const NAMES = { m2: '公示承诺', m3: '合同履约', o2: '5月月报' };

function because(trace: readonly TraceNode[], names = {}): readonly string[] {
  return trace.flatMap((node) => node.because.map((fact) => factSentence(fact, names)));
}
function changes(trace: readonly TraceNode[], names = {}): readonly string[] {
  return trace.flatMap((node) => node.wouldChange.map((change) => changeSentence(change, names)));
}

describe('why a score is what it is, in sentences', () => {
  it.each([
    ['40', '40'],
    ['5/2', '2.5'],
    ['1/4', '0.25'],
    ['240/7', '约34.29'],
    ['0', '0'],
    ['100', '100'],
    ['-1/3', '约-0.33'],
    ['1/8', '约0.13'],
  ])('writes %s points as %s', (exact, text) => {
    expect(pointsText(exact)).toBe(text);
  });

  it('says each fact of a month in one sentence', () => {
    const { trace, weighting } = scoreMonth(FULL);
    expect(because([...trace, weighting], NAMES)).toEqual([
      '台账本月列了4项措施，完成2项，没完成2项（公示承诺、合同履约）。',
      '40分按4项平均，40×2÷4，得20.00分。',
      '抽查发现1项没有完成（m4），每项减10.00分。',
      '40分按4项平均，40×1÷4，减10.00分。',
      '算分的材料8件，按时1件，都按时得2.5分。',
      '月报应在5月20日 周五 24:00前报，5月21日 00:00才报，迟报1次，扣1分。',
      '月报应在5月20日 周五 24:00前报，没有报，漏报1次，扣1分。',
      '月报应在5月20日 周五 24:00前报，没有报，漏报1次，扣1分。',
      '月报应在5月20日 周五 24:00前报，没有报，漏报1次，扣1分。',
      '月报应在5月20日 周五 24:00前报，没有报，漏报1次，扣1分。',
      '月报应在5月20日 周五 24:00前报，没有报，漏报1次，扣1分。',
      '月报应在5月20日 周五 24:00前报，没有报，漏报1次，扣1分。',
      '迟报漏报7次，2.5分扣完为止。',
      '按口径算：材料按附件3：按时报送2.5分，信息2.5分。',
      '高质量信息4条，每条1分，最多3分，得3.00分。',
      '被采用或报省的信息4条，每条1分，最多2分，得2.00分。',
      '两样合起来最多2.5分。',
      '按口径算：材料按附件3：按时报送2.5分，信息2.5分。',
      '认定并落实动态调整22项，没认定或当月没确认落实1项（a23），每项1分，最多20分，得20.00分。',
      '合计32.50分乘75%，得约24.38分。',
      '按口径算：月度得分所乘比例为0.75。',
    ]);
  });

  it('says what would have changed a month', () => {
    expect(changes(scoreMonth(FULL).trace, NAMES)).toEqual([
      '完成公示承诺，经得起抽查，加10.00分。',
      '完成合同履约，经得起抽查，加10.00分。',
      '完成公示承诺、合同履约，经得起抽查，加20.00分。',
      '完成m4，经得起抽查，加10.00分。',
      '按时报5月月报、o3、o4、o5、o6等7项，加2.50分。',
    ]);
  });

  it('says what would have changed a month that is fixed as what could have been done then', () => {
    const past = scoreMonth(aMonth().built).trace.flatMap((node) => tellTrace(node, { isPast: true }).changes);
    expect(past).toEqual([
      '当时多报1条高质量信息，多1.00分。',
      '当时多有1条信息被采用或报省，多1.00分。',
      '当时多认定1项动态调整，多1.00分。',
    ]);
  });

  it('says which of the three keeps an adjustment from counting, where its case knows, and else as before', () => {
    const waits = { type: 'added-task', approved: false } as const;
    const adjustments = [
      { ...waits, id: 'a1', approved: true },
      { ...waits, id: 'a2', standing: 'undecided' as const },
      { ...waits, id: 'a3', standing: 'unconfirmed' as const },
      { ...waits, id: 'a4', standing: 'not-carried-out' as const, reason: '没有方案。' },
    ];
    const names = { a2: '信用进村', a3: '试点', a4: '窗口' };
    const node = scoreMonth({ ...aMonth().built, adjustments }).trace.find(({ rule }) => rule === 'adjustment')!;
    expect(because([node], names)).toEqual([
      '认定并落实动态调整1项，没审核1项（信用进村），已认定、当月没确认落实1项（试点），当月没落实1项（窗口：没有方案），每项1分，最多20分，得1.00分。',
    ]);
    expect(changes([node], names)).toContain('试点得到认定并落实，加1.00分。');
    const silent = scoreMonth({ ...aMonth().built, adjustments: [{ ...waits, id: 'a2' }] }).trace;
    expect(because(silent, names).join()).toContain('没认定或当月没确认落实1项（信用进村）');
    expect(canonicalJson(silent)).not.toContain('undecided');
  });

  it('says it of an empty month', () => {
    const empty: MonthCase = aMonth().built;
    expect(because(scoreMonth(empty).trace)).toEqual([
      '台账本月没有措施，按口径得40.00分。',
      '没有因抽查减分的措施。',
      '算分的材料0件，按时0件，都按时得5分。',
      '高质量信息0条，每条1分，最多3分，得0.00分。',
      '被采用或报省的信息0条，每条1分，最多2分，得0.00分。',
      '认定并落实动态调整0项，每项1分，最多20分，得0.00分。',
    ]);
    expect(changes(scoreMonth(empty).trace)).toEqual([
      '再报1条高质量信息，加1.00分。',
      '再有1条信息被采用或报省，加1.00分。',
      '再认定1项动态调整，加1.00分。',
    ]);
  });

  it('says it of a sum below zero, where a regulation takes more than was given', () => {
    const harsh: MonthCase = {
      ...aMonth().failed(3).missing(9).built,
      regulation: 'investment-2022',
    };
    expect(because(scoreMonth(harsh).trace).at(-1)).toBe('各项合计-30.00分，低于0分按0分算。');
  });

  it('says it of a year', () => {
    const year: YearCase = {
      ...aYear('455/7', 7, 2),
      innovations: [...aYear('0', 0, 1).innovations, { id: 'x9', kind: 3, approved: false }],
    };
    expect(because(scoreYear(year).trace, { x9: '领导批示' })).toEqual([
      '各月合计455.00分，按9个月平均，每月约50.56分。',
      '11月、12月没有得分，按0分算。',
      '平均约50.56分乘70%，再乘70%，得约24.77分。',
      '按口径算：月度、年度各乘一次（字面）。',
      '标题写70分，按这个口径最多能得34.30分。',
      '认定创新举措1项，没有认定1项（领导批示），每项5分，最多30分，得5.00分。',
    ]);
    expect(changes(scoreYear(year).trace, { x9: '领导批示' })).toEqual([
      '11月得70分，加约3.81分。',
      '12月得70分，加约3.81分。',
      '11月、12月得70分，加约7.62分。',
      '口径改为“只乘月度一次”，加约10.62分。',
      '口径改为“按标题70分加30分，都不乘”，加约25.78分。',
      '领导批示得到认定，加5.00分。',
      '再认定1项创新举措，加5.00分。',
    ]);
  });

  it('names at most five things and counts the rest', () => {
    const many = scoreMonth(aMonth().notDone(12).built).trace;
    expect(because(many)[0]).toBe('台账本月列了12项措施，完成0项，没完成12项（m1、m10、m11、m12、m2等12项）。');
  });

  it('stands beside the facts for those who read the trace outside the app', () => {
    const { trace } = scoreMonth(FULL);
    const spelt = spellOut(trace, NAMES) as TraceNode[];
    expect(JSON.parse(JSON.stringify(spelt))[0].because[0].text).toContain('公示承诺');
    expect(spelt.map(({ awarded }) => awarded)).toEqual(trace.map(({ awarded }) => awarded));
  });

  it('takes no name from a prototype', () => {
    const odd = scoreMonth({
      ...FULL,
      measures: [{ id: 'toString', done: false, failedSpotCheck: false }],
    }).trace;
    expect(because(odd)[0]).toContain('（toString）');
  });
});
