import type { Regulation } from '../regulation';
import { points } from './points';

/** The invented regulation of the second sample group: other months, points, shares, factors and kinds. It proves that all of that is data. */
export const INVESTMENT_2022_REGULATION: Regulation = {
  id: 'investment-2022',
  title: '样例市招商服务专班考评办法（样例）',
  issuedOn: '2022-02-28',
  cycle: { first: '2022-03', last: '2022-12', article: '第二十条' },
  completion: { article: '第二十一条', points: points('30') },
  spotCheck: { article: '第二十四条', shares: points('2') },
  timeliness: { article: '第二十二条（一）', printed: '按时报送材料的' },
  information: { article: '第二十二条（二）', printed: '被采用的信息' },
  materials: {
    standard: {
      label: '材料按第二十二条：按时报送6分，信息4分',
      timeliness: { points: points('6'), each: points('1.5') },
      information: {
        highQuality: { each: points('0.5'), most: points('2') },
        adopted: { each: points('2'), most: points('4') },
        most: points('4'),
      },
    },
  },
  adjustment: {
    article: '第二十三条',
    each: points('2'),
    types: {
      'added-task': { article: '第二十三条（一）', title: '新增招商任务' },
      'raised-target': { article: '第二十三条（二）', title: '提高签约目标' },
      'local-innovation': { article: '第二十三条（三）', title: '首创服务举措' },
    },
  },
  month: { article: '第二十条', points: points('50') },
  taskPart: {
    article: '第二十六条',
    points: points('80'),
    months: 10,
    readings: {
      weighted: { label: '按月度平均乘年度比例', factors: ['annualFactor'] },
      plain: { label: '直接按月度平均', factors: [] },
    },
  },
  innovation: {
    article: '第二十七条',
    each: points('4'),
    points: points('20'),
    kinds: { 1: '国家级招商示范', 2: '省级通报表扬' },
  },
  rulings: {
    monthlyFactor: { question: '第二十条', article: '第二十条', title: '月度得分所乘比例', standard: '1' },
    annualFactor: { question: '第二十六条', article: '第二十六条', title: '年度任务部分所乘比例', standard: '0.8' },
    annualReading: { question: '第二十六条', article: '第二十六条', title: '年度怎样折算', standard: 'weighted' },
    materials: { question: '第二十二条', article: '第二十二条', title: '材料报送的分值', standard: 'standard' },
    emptyLedger: { question: '第二十一条', article: '第二十一条', title: '台账没有措施的月份', standard: 'zero' },
    adjustmentCap: { question: '第二十三条', article: '第二十三条', title: '动态调整的上限', standard: '10' },
  },
};
