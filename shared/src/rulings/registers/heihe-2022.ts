import type { Register } from '../reading';

/** What 黑河 2022 leaves open, as far as the engine has a switch for it. */
export const HEIHE_2022_REGISTER: Register = {
  annualReading: {
    title: '年度分要不要乘两次70%',
    doubt: '考评细则（一）末行和（二）1都写了70%。',
    concerns: 'year',
    mustBeRuled: true,
    readings: [
      { value: 'literal', name: '字面', sentence: '月度乘一次，年度再乘一次。' },
      { value: 'single', name: '只乘一次', sentence: '月度已经乘过，年度取平均，不再乘。' },
      { value: 'headings', name: '标题口径', sentence: '按标题70分加30分，都不乘。' },
    ],
  },
  monthlyFactor: {
    title: '月度得分乘多少',
    doubt: '细则写70%，标题写70分，两处都算就再也到不了70分。',
    concerns: 'month',
    mustBeRuled: false,
    readings: [
      { value: '0.7', name: '乘70%', sentence: '各项合计乘70%。' },
      { value: '1', name: '不乘', sentence: '各项合计就是月度得分。' },
    ],
  },
  annualFactor: {
    title: '年度任务部分乘多少',
    doubt: '细则写“按70%比例”，没写对着哪个数乘。',
    concerns: 'year',
    mustBeRuled: false,
    readings: [
      { value: '0.7', name: '乘70%', sentence: '月度平均再乘70%。' },
      { value: '1', name: '不乘', sentence: '月度平均不再乘。' },
    ],
  },
  materials: {
    title: '材料报送5加5，还是2.5加2.5',
    doubt: '附件2写5分加5分，附件3的表上印2.5分加2.5分。',
    concerns: 'month',
    mustBeRuled: false,
    readings: [
      { value: 'annex-2', name: '附件2', sentence: '按时报送5分，信息3分加2分。' },
      { value: 'annex-3', name: '附件3', sentence: '按时报送2.5分，信息2.5分。' },
    ],
  },
  emptyLedger: {
    title: '台账没有措施的月份怎么算',
    doubt: '工作完成情况按措施平均分，没有措施就没有可分的。',
    concerns: 'month',
    mustBeRuled: false,
    readings: [
      { value: 'full', name: '得满分', sentence: '没有安排就没有欠账，得40分。' },
      { value: 'zero', name: '得0分', sentence: '没有做就没有分，得0分。' },
    ],
  },
  adjustmentCap: {
    title: '动态调整最多加几分',
    doubt: '细则写20分，没写三类各算还是合算。',
    concerns: 'month',
    mustBeRuled: false,
    readings: [{ value: '20', name: '20分', sentence: '三类合在一起，每月最多20分。' }],
  },
};
