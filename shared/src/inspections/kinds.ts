import type { UnitKind } from '../people';

/** How the lead unit inspects (art. 11): 书面督导, 暗访督导, 实地督导. */
export const METHODS = ['written', 'unannounced', 'on-site'] as const;
export type Method = (typeof METHODS)[number];

/** What screens call each method. */
export const METHOD_TITLES: Readonly<Record<Method, string>> = {
  written: '书面督导',
  unannounced: '暗访督导',
  'on-site': '实地督导',
};

/** What an inspection looks at (art. 11): newly issued deployments, the special action's key tasks, system building and running. */
export const SUBJECTS = ['deployments', 'key-tasks', 'institutions'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What screens call each subject. */
export const SUBJECT_TITLES: Readonly<Record<Subject, string>> = {
  deployments: '省、市新出台的重要部署',
  'key-tasks': '专项行动重点工作任务',
  institutions: '工作制度和机制建设运行',
};

/** The kinds of unit that can be inspected (art. 11): 责任单位, 县（市、区）专班, 管委会. */
export const INSPECTED_KINDS: readonly UnitKind[] = ['department', 'county', 'zone'];

/** The article that inspections rest on. */
export const INSPECTION_ARTICLE = '第十一条';
