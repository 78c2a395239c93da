import type { Register } from '../reading';

/** What the invented second regulation leaves open: little, and nothing that the year has to wait for. */
export const INVESTMENT_2022_REGISTER: Register = {
  annualReading: {
    title: '年度怎样折算',
    doubt: '办法写乘年度比例，另一处写取平均。',
    concerns: 'year',
    mustBeRuled: false,
    readings: [
      { value: 'weighted', name: '乘年度比例', sentence: '月度平均乘年度比例。' },
      { value: 'plain', name: '直接平均', sentence: '月度平均就是任务部分。' },
    ],
  },
  monthlyFactor: {
    title: '月度得分乘多少',
    doubt: '办法没写月度要乘。',
    concerns: 'month',
    mustBeRuled: false,
    readings: [{ value: '1', name: '不乘', sentence: '各项合计就是月度得分。' }],
  },
  annualFactor: {
    title: '年度乘多少',
    doubt: '办法写80%。',
    concerns: 'year',
    mustBeRuled: false,
    readings: [{ value: '0.8', name: '乘80%', sentence: '月度平均乘80%。' }],
  },
  materials: {
    title: '材料报送的分值',
    doubt: '只有一处写明，没有疑问。',
    concerns: 'month',
    mustBeRuled: false,
    readings: [{ value: 'standard', name: '第二十二条', sentence: '按时报送6分，信息4分。' }],
  },
  emptyLedger: {
    title: '台账没有措施的月份怎么算',
    doubt: '办法没写没有措施怎么算。',
    concerns: 'month',
    mustBeRuled: false,
    readings: [
      { value: 'zero', name: '得0分', sentence: '没有做就没有分。' },
      { value: 'full', name: '得满分', sentence: '没有安排就没有欠账。' },
    ],
  },
  adjustmentCap: {
    title: '动态调整最多加几分',
    doubt: '办法写10分。',
    concerns: 'month',
    mustBeRuled: false,
    readings: [{ value: '10', name: '10分', sentence: '合在一起，每月最多10分。' }],
  },
};
