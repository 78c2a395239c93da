import type { MatterKind, MatterState } from './matter.states';

/** What people call the kinds. */
export const MATTER_KIND_NAMES: Readonly<Record<MatterKind, string>> = {
  'cross-department': '跨部门协调',
  'major-problem': '重大问题',
  'key-project': '重点项目会商',
};

/** What people call the states. */
export const MATTER_STATE_NAMES: Readonly<Record<MatterState, string>> = {
  raised: '待受理',
  'taken-up': '已受理',
  decided: '已定办法',
  finished: '已报办好',
  closed: '已办结',
};

/** What the parts of a matter are called; a kind without an indicator has null there. */
export interface MatterLabels {
  readonly title: string;
  readonly facts: string;
  readonly indicator: string | null;
  readonly wish: string;
}

const COMMON: MatterLabels = { title: '什么事', facts: '情况', indicator: null, wish: '请专班做什么' };

/** The same three texts under the names that each kind has for them. */
export const MATTER_LABELS: Readonly<Record<MatterKind, MatterLabels>> = {
  'cross-department': COMMON,
  'major-problem': COMMON,
  'key-project': { title: '重点项目', facts: '短板分析', indicator: '弱项指标', wish: '打算怎么做' },
};
