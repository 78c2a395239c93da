import type { Regulation } from '../regulation';
import { points } from './points';

/** 《黑河市政务守信践诺工作专班考评细则（试行）》 of 2022-04-18, annexes 2 and 3. */
export const HEIHE_2022_REGULATION: Regulation = {
  id: 'heihe-2022',
  title: '黑河市政务守信践诺工作专班考评细则（试行）',
  issuedOn: '2022-04-18',
  cycle: { first: '2022-04', last: '2022-12', article: '附件2 三' },
  completion: { article: '附件2 二（一）1', points: points('40') },
  spotCheck: { article: '附件2 二（一）4', shares: points('1') },
  timeliness: {
    article: '附件2 二（一）2（1）',
    printed: '按照《政务守信践诺工作专班工作制度》要求，按时报送相关文件材料的',
  },
  mailbox: 'hhsxyb@126.com',
  information: {
    article: '附件2 二（一）2（2）',
    printed: '经市专班推荐，被市优化营商环境领导小组办公室编发采用，或报送省级专班的',
  },
  materials: {
    'annex-2': {
      label: '材料按附件2：按时报送5分，信息3分加2分',
      timeliness: { points: points('5'), each: points('1') },
      information: {
        highQuality: { each: points('1'), most: points('3') },
        adopted: { each: points('1'), most: points('2') },
        most: points('5'),
      },
    },
    'annex-3': {
      label: '材料按附件3：按时报送2.5分，信息2.5分',
      timeliness: { points: points('2.5'), each: points('1') },
      information: {
        highQuality: { each: points('1'), most: points('3') },
        adopted: { each: points('1'), most: points('2') },
        most: points('2.5'),
      },
    },
  },
  adjustment: {
    article: '附件2 二（一）3',
    each: points('1'),
    types: {
      'added-task': { article: '附件2 二（一）3（1）', title: '增加工作任务' },
      'raised-target': { article: '附件2 二（一）3（2）', title: '调高工作指标或标准' },
      'local-innovation': { article: '附件2 二（一）3（3）', title: '地方首创的创新性举措' },
    },
  },
  month: { article: '附件2 二（一）', points: points('70') },
  taskPart: {
    article: '附件2 二（二）1',
    points: points('70'),
    months: 9,
    readings: {
      literal: { label: '月度、年度各乘一次（字面）', factors: ['monthlyFactor', 'annualFactor'] },
      single: { label: '只乘月度一次', factors: ['monthlyFactor'] },
      headings: { label: '按标题70分加30分，都不乘', factors: [] },
    },
  },
  innovation: {
    article: '附件2 二（二）2',
    each: points('5'),
    points: points('30'),
    kinds: {
      1: '国务院大督查表扬通报',
      2: '国家、部委、省或省厅局复制推广或表扬',
      3: '党中央国务院或省委省政府领导批示肯定',
      4: '营商环境评价指标优异或优秀',
      5: '国家社会信用体系建设示范城市',
      6: '“新华信用杯”大赛获奖',
    },
  },
  rulings: {
    monthlyFactor: { question: 'Q1', article: '附件2 二（一）', title: '月度得分所乘比例', standard: '0.7' },
    annualFactor: { question: 'Q1', article: '附件2 二（二）1', title: '年度任务部分所乘比例', standard: '0.7' },
    annualReading: { question: 'Q1', article: '附件2 二（二）1', title: '70%乘一次还是两次', standard: 'literal' },
    materials: { question: 'Q2', article: '附件3 二', title: '材料报送按附件2还是附件3', standard: 'annex-2' },
    emptyLedger: { question: 'Q10', article: '附件2 二（一）1', title: '台账没有措施的月份', standard: 'full' },
    adjustmentCap: { question: 'Q15', article: '附件2 二（一）3', title: '动态调整的上限', standard: '20' },
  },
};
