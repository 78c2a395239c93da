import { beijingDate, type DateText, type Instant } from '../kernel';
import type { LadderDeed } from './ladder-record';
import type { Delivery } from './prior';

/** How days and due times are written: in full on papers, short on screens; and what is said of what is not due yet. */
export interface Spelling {
  readonly day: (date: DateText) => string;
  readonly due: (dueAt: Instant) => string;
  readonly notDue: string;
}

type Wording = (due: string, verb: string, text: string) => string | null;
/** Each deed after its day; null for what says nothing about the answer or its time. */
const DEED_WORDS: Readonly<Record<LadderDeed['action'], Wording | null>> = {
  sign: () => '签收',
  'enter-sign': () => '签收',
  note: () => '报了办理进展',
  'hand-over': null,
  outcome: null,
  'ask-extension': (due) => `申请延到${due}`,
  'drop-extension': () => '收回延期申请',
  'grant-extension': (due) => `同意延到${due}`,
  'refuse-extension': () => '没有同意延期',
  answer: (_, verb) => verb,
  'enter-answer': (_, verb) => verb,
  'take-back': (_, verb) => `撤回${verb}`,
  return: (due, verb) => `退回修改，要求${due}再${verb}`,
  finish: () => '办结',
  urge: () => '催办',
  withdraw: () => '撤回',
  'move-due': (due) => `时限改到${due}`,
  shake: (_due, _verb, text) => (text === '' ? null : `依据有变（${text.replace(/。$/u, '').replaceAll('。', '；')}）`),
  keep: (due) => (due === '' ? null : `依据有变后维持，时限延到${due}`),
  renew: () => '另发更正',
  carry: (due) => (due === '' ? null : `时限仍是${due}`),
  'carry-extension': (due) => `延到${due}的申请照旧等答复`,
};

/** What a unit does about a notice: material is handed in, everything else is answered. */
export function answerVerb(delivery: Pick<Delivery, 'answer'> | undefined): string {
  return delivery?.answer === 'material' ? '报送' : '反馈';
}

/** What was done, each after its day and in its order: one wording for the facts of a proposal, chains and papers. */
export function deedsWords(
  deeds: readonly LadderDeed[],
  verb: string,
  { day, due }: Pick<Spelling, 'day' | 'due'>,
): readonly string[] {
  return deeds.flatMap(({ action, at, dueAt, text = '' }) => {
    // On a ticket stands also what was done to the whole notice, which is told elsewhere.
    const words = DEED_WORDS[action]?.(dueAt === null ? '' : due(dueAt), verb, text) ?? null;
    return words === null ? [] : [`${day(beijingDate(at))}${words}`];
  });
}

/** Whether an answer came, whatever became of it. */
export function cameIn(deeds: readonly LadderDeed[]): boolean {
  return deeds.some(isAnswer);
}

/** The request for more time that nobody has answered; undefined where none waits. */
export function openRequest(deeds: readonly LadderDeed[]): LadderDeed | undefined {
  // A correction ends what was asked of the notice before it, unless it takes it over.
  const last = deeds.filter(({ action }) => action.endsWith('-extension') || action === 'renew').at(-1);
  return last?.action === 'ask-extension' || last?.action === 'carry-extension' ? last : undefined;
}

/** What one unit did about a notice until then, and how it stood with its answer; what it did later is not told. */
export function deliveryWords(delivery: Delivery, asOf: Instant, spelling: Spelling): string {
  if (delivery.state === 'informed') return '只要知悉';
  const verb = answerVerb(delivery);
  const deeds = delivery.deeds.filter(({ at }) => at <= asOf);
  const isSigned = deeds.some(({ action }) => action === 'sign' || action === 'enter-sign') || cameIn(deeds);
  return [
    ...(isSigned ? [] : ['没有签收']),
    ...deedsWords(deeds, verb, spelling),
    ...(openRequest(deeds) === undefined ? [] : ['牵头单位还没答复']),
    ...standing({ ...delivery, deeds }, asOf, spelling),
  ].join('，');
}

/** How it stood with the answer after all that: it waits for a review, is not due, or has not come. */
function standing({ answer, answerDueAt, deeds }: Delivery, asOf: Instant, { notDue }: Spelling): readonly string[] {
  const last = deeds.filter((deed) => isAnswer(deed) || MOVED_ON.includes(deed.action)).at(-1);
  if (last !== undefined && isAnswer(last)) return ['等复核'];
  if (answerDueAt === null || last?.action === 'finish' || last?.action === 'withdraw') return [];
  if (answerDueAt > asOf) return [notDue];
  return [`没有${cameIn(deeds) ? '再' : ''}${answerVerb({ answer })}`];
}

const MOVED_ON: readonly LadderDeed['action'][] = ['take-back', 'return', 'finish', 'withdraw'];

function isAnswer({ action }: LadderDeed): boolean {
  return action === 'answer' || action === 'enter-answer';
}
