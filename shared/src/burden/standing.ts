import type { Named } from './likeness';

const PEOPLE = '联络员|联系人|分管领导|分管负责人';
const PARTICULARS = [
  '联系方式',
  '联系电话',
  '名单',
  '姓名',
  '电话',
  '手机',
  '号码',
  '职务',
  '职位',
  '科室',
  '通讯录',
] as const;

/** What every unit hands in anyway, or the product keeps of it, by the words by which it is asked for. */
export const STANDING = {
  /** 月报 and its four parts: 工作进展、取得成效、存在的问题、下步工作计划 (art. 7, annex 1). */
  report: {
    mark: /月报|月度|推进情况|自评报告|工作进展|(取得的?|工作)成效|存在的?(主要|突出)?问题|(下一?步|下月|下阶段)的?(工作)?(计划|安排|打算)|工作总结/u,
    words: [
      ...['月报', '月度', '每月', '自评', '专项行动', '政务守信践诺', '守信践诺', '表', '市'],
      ...['取得', '成效', '存在', '主要', '突出', '问题', '不足'],
      ...['总结', '小结', '下一步', '下步', '下月', '下阶段', '计划', '安排', '打算'],
    ],
  },
  /** 自查评分 (annex 2). */
  assessment: {
    mark: /自查|自评|评分表/u,
    words: ['自查', '自评', '评分', '打分', '得分', '分数', '月度', '结果', '表', '政务守信践诺', '守信践诺'],
  },
  /** 工作台账 (art. 9). */
  ledger: {
    mark: /台账/u,
    words: ['台账', '月度', '任务', '措施', '创新举措', '举措', '责任', '更新', '表', '政务守信践诺', '守信践诺'],
  },
  /** 六个一: the measures with who does what, as the ledger holds them (art. 9). */
  sixfold: {
    mark: /六个一|措施清单|责任分工/u,
    words: ['六个一', '措施', '清单', '责任分工', '责任', '制度', '明细', '表', '政务守信践诺', '守信践诺'],
  },
  /** 工作动态 (art. 8). */
  update: {
    mark: /工作动态|工作信息|动态信息/u,
    words: ['动态', '每月', '月度', '篇', '条', '稿件', '政务守信践诺', '守信践诺'],
  },
  /** 通讯录: the people of a unit (art. 3). */
  directory: {
    mark: new RegExp(`(${PEOPLE}).*(${PARTICULARS.join('|')})|通讯录`, 'u'),
    words: [...PEOPLE.split('|'), ...PARTICULARS, '花名册', '微信', '办公', '手机号', '表'],
  },
} as const satisfies Readonly<Record<string, Named>>;
export type StandingSource = keyof typeof STANDING;

/** Whether a source is one that people ask for by its name. */
export function isStanding(source: string): source is StandingSource {
  return source in STANDING;
}
