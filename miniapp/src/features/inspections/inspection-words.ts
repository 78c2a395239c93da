import {
  atBeijing,
  formatDate,
  formatDay,
  formatDue,
  remaining,
  type DateText,
  type Refusal,
} from '@jiannuo/shared/kernel';
import {
  INSPECTIONS_MESSAGES,
  METHOD_TITLES,
  type FindingRow,
  type FindingState,
  type InspectionEvent,
  type InspectionRow,
  type InspectionState,
} from '@jiannuo/shared/inspections';
import { dueWords } from '../../ui/due/due-words';
import { factsInLine } from '../../ui/ideographic-space';
import type { DueWords } from '../../ui/status/status-word';

const INSPECTION_WORDS: Readonly<Record<InspectionState, DueWords>> = {
  planned: { shape: 'not-yet', text: '计划' },
  'under-way': { shape: 'doing', text: '督导中' },
  findings: { shape: 'doing', text: '等反馈' },
  released: { shape: 'done', text: '已反馈' },
  rectification: { shape: 'doing', text: '整改中' },
  closed: { shape: 'done', text: '办结' },
  cancelled: { shape: 'waived', text: '已取消' },
};

const FINDING_WORDS: Readonly<Record<FindingState, DueWords>> = {
  noted: { shape: 'not-yet', text: '还没反馈' },
  dropped: { shape: 'waived', text: '已去掉' },
  informed: { shape: 'done', text: '知悉' },
  'to-rectify': { shape: 'not-yet', text: '待整改' },
  answered: { shape: 'doing', text: '待核查' },
  returned: { shape: 'returned', text: '退回再改' },
  closed: { shape: 'done', text: '整改完成' },
  cleared: { shape: 'done', text: '说明已认可' },
  upheld: { shape: 'late', text: '瞒报成立' },
};

/** Of a finding of 瞒报, which is heard and judged. */
const HEARING_WORDS: Readonly<Partial<Record<FindingState, DueWords>>> = {
  'to-rectify': { shape: 'not-yet', text: '待说明' },
  answered: { shape: 'doing', text: '待认定' },
  returned: { shape: 'returned', text: '退回再说明' },
};

const EVENT_WORDS: Readonly<Record<InspectionEvent['action'], string>> = {
  plan: '起草计划',
  edit: '修改',
  start: '开始督导',
  note: '记下问题',
  conclude: '汇总问题',
  resume: '回到督导中',
  release: '反馈问题',
  close: '办结',
  cancel: '取消',
  succeed: '换督导人员',
  drop: '去掉这个问题',
  answer: '交整改情况',
  'take-back': '撤回整改情况',
  'enter-answer': '代录整改情况',
  accept: '认可',
  clear: '认可说明，不算瞒报',
  uphold: '认定瞒报成立',
  return: '退回再改',
  'draft-notice': '转成通知',
};

const HEARING_EVENTS: Readonly<Partial<Record<InspectionEvent['action'], string>>> = {
  answer: '说明情况',
  'take-back': '撤回说明',
  'enter-answer': '代录说明',
  return: '退回再说明',
};

/** How an inspection stands, as shape and word. */
export function inspectionWords(state: InspectionState): DueWords {
  return INSPECTION_WORDS[state];
}

/** How a finding stands, as shape and word. */
export function findingWords({ state, concealedIn }: Pick<FindingRow, 'state' | 'concealedIn'>): DueWords {
  return (concealedIn === null ? undefined : HEARING_WORDS[state]) ?? FINDING_WORDS[state];
}

/** An event in a word; of a finding of 瞒报 its unit explains, and puts nothing right. */
export function eventWords(action: InspectionEvent['action'], isHearing: boolean): string {
  return (isHearing ? HEARING_EVENTS[action] : undefined) ?? EVENT_WORDS[action];
}

const OPEN: readonly InspectionState[] = ['planned', 'under-way', 'findings'];

/** How an inspection of the lead unit's list stands: what waits for it, else what is late, else its state. */
export function progressWords(
  { state, findings, toOn }: Pick<InspectionRow, 'state' | 'findings' | 'toOn'>,
  today: DateText,
): DueWords {
  const { waiting, overdue, over, all } = findings;
  if (waiting > 0) return { shape: 'doing', text: `${String(waiting)}个等您核查` };
  if (overdue > 0) return { shape: 'late', text: `${String(overdue)}个超期` };
  if (state === 'rectification') return { shape: 'not-yet', text: `${String(over)}/${String(all)}个办完` };
  const isPast = toOn !== null && toOn < today && OPEN.includes(state);
  return isPast ? { shape: 'late', text: `${inspectionWords(state).text}，过了结束日` } : inspectionWords(state);
}

/** Method and days: 实地督导, 5月16日 周一; several without their weekdays, on one line, a year once: 5月16日至5月18日. */
export function occasionWords(
  { method, fromOn, toOn }: Pick<InspectionRow, 'method' | 'fromOn' | 'toOn'>,
  at: string,
): string {
  if (fromOn === null) return METHOD_TITLES[method];
  if (toOn === null || toOn === fromOn) return factsInLine(METHOD_TITLES[method], formatDay(fromOn, at));
  const isSameYear = toOn.slice(0, 4) === fromOn.slice(0, 4);
  const days = `${formatDate(fromOn, at)}至${formatDate(toOn, isSameYear ? atBeijing(fromOn, '00:00') : at)}`;
  return factsInLine(METHOD_TITLES[method], days);
}

/** By when a finding is to be put right or explained, as chip and sentence; null when nothing is due of it. */
export function findingDue(
  { state, dueAt, concealedIn }: Pick<FindingRow, 'state' | 'dueAt' | 'concealedIn'>,
  at: string,
): { readonly chip: DueWords; readonly sentence: string } | null {
  if (dueAt === null || (state !== 'to-rectify' && state !== 'returned')) return null;
  return {
    chip: dueWords(remaining(dueAt, at)),
    sentence: `${formatDue(dueAt, at)}${concealedIn === null ? '交整改情况' : '说明情况'}`,
  };
}

/** What is missing or wrong, in a sentence. */
export function gapWords({ code, facts }: Refusal): string {
  return INSPECTIONS_MESSAGES[code as keyof typeof INSPECTIONS_MESSAGES](facts);
}
