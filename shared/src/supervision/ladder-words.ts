import { asSentence, beijingDate, formatDate, formatDue, formatFullDate, type Instant } from '../kernel';
import { cameIn, deedsWords, openRequest } from './deeds';
import { SUPERVISION_LIMITS } from './draft';
import type { NoticeKind } from './kinds';
import { countingCirculars, type LadderRecord } from './ladder-record';

/** What every proposal asks beside the thing itself, once: written without its stop, since whoever edits a draft writes on. */
const EXPLAIN = '说明没有按时完成的原因和下步安排';

/** What the matter is called on every rung: as the notice before called it. A clue goes to others, so it says who did not do it. */
export function matterOf({ last, unitName, title }: LadderRecord, kind: NoticeKind): string {
  const matter = last?.title ?? `${unitName}${title}没有按时完成`;
  const isWhole = kind !== 'clue' || matter.includes(unitName);
  return (isWhole ? matter : `${unitName}没有按要求办完：${matter}`).slice(0, SUPERVISION_LIMITS.title);
}

/**
 * The facts of a proposal, all of them from the record: what the notice before stated, what was due when, what the unit
 * and the lead unit did about it in their order, and that nothing has come since; in a clue, at last what was asked.
 */
export function factsOf(record: LadderRecord, kind: NoticeKind, now: Instant): string {
  const { last, circulars, dueAt } = record;
  const asked = kind === 'clue' && last !== null ? `没有做到的要求：${asSentence(last.requirement)}` : '';
  const named = countingCirculars(circulars, dueAt).map(
    ({ title, shortfall }) => `${title}点到：${asSentence(shortfall)}`,
  );
  const own = `${storyOf(record, now)}${named.join('')}`;
  const whole = `${asSentence(last?.facts ?? '')}${own}${asked}`;
  return (whole.length > SUPERVISION_LIMITS.field ? own : whole).slice(0, SUPERVISION_LIMITS.field);
}

function storyOf(record: LadderRecord, now: Instant): string {
  const { title, last, deeds } = record;
  const dueAt = last?.dueAt ?? record.dueAt;
  // The first answer is what was due then; that it was sent back stands among the deeds.
  const name = last === null ? title : title.replace(/退回修改$/, '反馈');
  const spelling = { day: (date: string) => formatDate(date, now), due: (at: Instant) => formatDue(at, now) };
  const told = deedsWords(deeds, '反馈', spelling);
  const again = cameIn(deeds) ? '再' : '';
  const ends = [`到${formatFullDate(beijingDate(now))}没有${again}收到`, ...extensionEnd(record)];
  return `${name}应在${formatDue(dueAt, now)}完成，${[...told, ...ends].join('，')}。`;
}

/** What a reader has to know of more time: that nobody asked for it, or that nobody answered. */
function extensionEnd({ last, deeds }: LadderRecord): readonly string[] {
  if (openRequest(deeds) !== undefined) return ['延期申请还没有答复'];
  return last === null || deeds.some(({ action }) => action.endsWith('-extension')) ? [] : ['没有申请延期'];
}

/** What is asked: still what the notice before asked for, with the reason why it was not done; of a clue, to be looked into. */
export function requirementOf({ last, title }: LadderRecord, kind: NoticeKind): string {
  if (kind === 'clue') return '请按工作制度第十六条核查处理。';
  if (last === null) return `请补上${title}，${EXPLAIN}。`;
  const asked = asSentence(last.requirement);
  const whole = asked.includes(EXPLAIN) ? asked : `${asked}同时${EXPLAIN}。`;
  return whole.length > SUPERVISION_LIMITS.requirement ? last.requirement : whole;
}
