import type { UnitKind } from '../people';

/** What the lead unit can issue: 工作提示单, 预警提示, 批示预警提示, 督办单, 挂牌督办, 约谈提醒, 问题线索. */
export const NOTICE_KINDS = ['slip', 'warning', 'instruction', 'order', 'listing', 'talk', 'clue'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a notice asks of its addressees: only to know it, to sign for it, to say how it was handled, or to send material. */
export const ANSWERS = ['none', 'receipt', 'feedback', 'material'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Why a notice may be issued: one of the triggers that an article names. */
export interface Ground {
  readonly code: string;
  readonly title: string;
  readonly article: string;
  /** Whether it stands only on a notice that was issued to the unit before. */
  readonly needsEarlier: boolean;
  /** Whether what it asks may be due at once: a leader's instruction, time that runs out (art. 13, 及时). */
  readonly isUrgent?: true;
  /** Whether a circular (通报) that named the shortfall is such a notice too (Q25). */
  readonly takesCircular?: true;
}

/** A text that one kind of notice carries beside its requirement. */
export interface NoticeField {
  readonly code: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** Only asked for on an occasion of its own: forms do not offer it beforehand. */
  readonly isOnOccasion?: true;
  /** One line says it. */
  readonly isLine?: true;
  /** It is a day and an hour. */
  readonly isMoment?: true;
  /** What it was called while it also said the moment that now is asked for by itself. */
  readonly formerLabel?: string;
}

/** What the regulation says about one kind of notice. Forms, checks and documents read it here. */
export interface NoticeKindRule {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly article: string;
  readonly grounds: readonly Ground[];
  /** What it may ask, the usual first. */
  readonly answers: readonly Answer[];
  readonly fields: readonly NoticeField[];
  readonly unitKinds: readonly UnitKind[];
  /** Only named persons may know of it. */
  readonly isConfidential: boolean;
  /** Whether it is about other units than those that it goes to, with what was issued to them before. */
  readonly accuses?: true;
}

const UNITS: readonly UnitKind[] = ['department', 'county', 'zone'];
/** The units of which a clue can tell (art. 15). */
export const ACCUSED_KINDS = UNITS;
const URGENT: readonly string[] = ['leader-instruction', 'time-near'];
const FACTS: NoticeField = { code: 'facts', label: '事实', isRequired: true };

/** Every kind with its articles (art. 5, 13-16), from the mildest to the gravest. */
export const NOTICE_KIND_RULES: readonly NoticeKindRule[] = [
  {
    kind: 'slip',
    title: '工作提示单',
    article: '第五条',
    grounds: groundsOf('第五条', [
      ['relayed-requirement', '反馈督导考评专班要求'],
      ['report-due', '提醒报送工作情况'],
    ]),
    answers: ['none', 'material'],
    fields: [{ code: 'duplicateReason', label: '再要一次的理由', isRequired: false, isOnOccasion: true }],
    unitKinds: UNITS,
    isConfidential: false,
  },
  {
    kind: 'warning',
    title: '预警提示',
    article: '第十三条',
    grounds: groundsOf('第十三条', [
      ['task-monitoring', '重点任务监测质效'],
      ['daily-assessment', '日常考评发现问题'],
      ['time-near', '工作时序临近'],
    ]),
    answers: ['feedback'],
    fields: [{ ...FACTS, isRequired: false }],
    unitKinds: UNITS,
    isConfidential: false,
  },
  {
    // A warning by itself, with numbers of its own: a gap among those of other warnings would betray it.
    kind: 'instruction',
    title: '批示预警提示',
    article: '第十三条',
    grounds: groundsOf('第十三条', [['leader-instruction', '市领导重要批示']]),
    answers: ['receipt'],
    fields: [{ code: 'instruction', label: '批示内容', isRequired: true }],
    unitKinds: UNITS,
    isConfidential: true,
  },
  {
    kind: 'order',
    title: '督办单',
    article: '第十四条',
    grounds: shortfalls(),
    answers: ['feedback'],
    fields: [FACTS],
    unitKinds: UNITS,
    isConfidential: false,
  },
  {
    kind: 'listing',
    title: '挂牌督办',
    article: '第十四条',
    grounds: shortfalls(),
    answers: ['feedback'],
    fields: [FACTS, { code: 'delistWhen', label: '摘牌条件', isRequired: true }],
    unitKinds: UNITS,
    isConfidential: false,
  },
  {
    kind: 'talk',
    title: '约谈提醒',
    article: '第十四条',
    grounds: [
      ...groundsOf('第十四条', [['still-short', '经督办仍没有达到要求']], true),
      ...groundsOf('第十四条', [['weak-organisation', '工作推进组织不力']]),
    ],
    answers: ['feedback'],
    fields: [
      FACTS,
      { code: 'persons', label: '约谈对象', isRequired: true, isLine: true },
      { code: 'conductor', label: '约谈人', isRequired: true, isLine: true },
      { code: 'heldAt', label: '约谈时间', isRequired: true, isMoment: true },
      { code: 'place', label: '约谈地点', isRequired: true, isLine: true, formerLabel: '时间、地点' },
    ],
    unitKinds: UNITS,
    isConfidential: false,
  },
  {
    kind: 'clue',
    title: '问题线索',
    article: '第十五条',
    grounds: [
      ...groundsOf('第十五条', [
        ['poor-execution', '政策部署执行不力，贻误工作或受到通报批评'],
        ['duty-unmet', '落实主体责任不到位'],
        ['no-cooperation', '主办不牵头协调，协办不配合'],
      ]),
      ...groundsOf('第十六条', [['after-notices', '通报、督办、预警后仍没有按要求推进']], true).map((ground) => ({
        ...ground,
        takesCircular: true as const,
      })),
    ],
    answers: ['receipt'],
    fields: [FACTS, { code: 'persons', label: '责任人', isRequired: false, isLine: true }],
    unitKinds: ['oversight'],
    isConfidential: true,
    accuses: true,
  },
];

function shortfalls(): readonly Ground[] {
  return groundsOf('第十四条', [
    ['weak-push', '推进不力'],
    ['late', '延迟完成'],
    ['below-quality', '质量未达标'],
  ]);
}

function groundsOf(
  article: string,
  named: readonly (readonly [string, string])[],
  needsEarlier = false,
): readonly Ground[] {
  return named.map(([code, title]) => {
    return { code, title, article, needsEarlier, ...(URGENT.includes(code) ? { isUrgent: true } : {}) };
  });
}

/** What the regulation says about a kind. */
export function ruleOf(kind: NoticeKind): NoticeKindRule {
  const rule = NOTICE_KIND_RULES.find((each) => each.kind === kind);
  if (rule === undefined) throw new Error(`No rule for the kind ${kind}.`);
  return rule;
}

/** The ground of that code; undefined where the kind does not know it. */
export function groundOf(kind: NoticeKind, code: string | null): Ground | undefined {
  return ruleOf(kind).grounds.find((ground) => ground.code === code);
}

/** How a notice is cited, 督办单〔2022〕3号; before it is issued its number is not settled. */
export function noticeNumber(kind: NoticeKind, year: number, number: number | null): string {
  const { title } = ruleOf(kind);
  return number === null ? `${title}（文号签发时定）` : `${title}〔${String(year)}〕${String(number)}号`;
}

/** Whether a notice is one of the two gravest that a unit answers: 挂牌督办, 约谈提醒. */
export function isGrave(kind: NoticeKind): boolean {
  return kind === 'listing' || kind === 'talk';
}

/** The articles in which a kind has its grounds: 第十五条、第十六条. */
export function articlesOf(kind: NoticeKind): string {
  return [...new Set(ruleOf(kind).grounds.map(({ article }) => article))].join('、');
}

/** The clause that a notice rests on, as people cite it: 工作制度第十四条，延迟完成. */
export function clauseOf(kind: NoticeKind, ground: string | null): string {
  const found = groundOf(kind, ground);
  return found === undefined ? `工作制度${ruleOf(kind).article}` : `工作制度${found.article}，${found.title}`;
}
