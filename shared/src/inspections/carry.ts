import { asSentence, firstCodePoints, formatFullDate, type Refusal } from '../kernel';
import { ruleOf, SUPERVISION_LIMITS, type NoticeContent, type NoticeKind } from '../supervision';
import type { FindingContent } from './finding';
import { METHOD_TITLES, type Method } from './kinds';
import { findingName, isConcealment } from './naming';
import type { FindingState } from './states';

/** The kinds of notice that a finding can become: 预警提示 and 督办单 (art. 13, 14); 瞒报 also a 问题线索 (art. 15). */
export const FINDING_NOTICES = ['warning', 'order', 'clue'] as const satisfies readonly NoticeKind[];
export type FindingNotice = (typeof FINDING_NOTICES)[number];

/** Those that a finding can become now, the likeliest first: a clue once its 瞒报 was upheld, and from no other finding. */
export function findingNotices(state: FindingState): readonly FindingNotice[] {
  return state === 'upheld' ? ['clue', 'warning', 'order'] : ['warning', 'order'];
}

/** What a finding says where it is carried on: when and how it was found, and what; cut to so many characters. */
export function carriedFacts(
  method: Method,
  { seenOn, facts }: Pick<FindingContent, 'seenOn' | 'facts'>,
  limit: number,
): string {
  const day = seenOn === null ? '' : formatFullDate(seenOn);
  return firstCodePoints(`${day}${METHOD_TITLES[method]}发现：${facts}`, limit);
}

/** A finding with what its inspection, its unit and what it was hidden in are called. */
export interface NamedFinding extends FindingContent {
  readonly id: string;
  readonly state: FindingState;
  readonly method: Method;
  /** `5月月报`; null where nothing was hidden. */
  readonly concealedTitle: string | null;
  /** What the unit answered last; null where it has not. */
  readonly unitSays: string | null;
}

/** How many characters of its facts a notice has for its title. */
const TITLE = 40;
/** How much of the facts a notice takes where the unit's words stand below them: neither pushes out the other. */
const BOTH = SUPERVISION_LIMITS.field / 2 - 30;

/** What the facts of a draft say while its unit has not explained itself. */
const UNHEARD = '起草时单位还没说明。';

/** Whether a draft still says that its unit has not explained itself. */
export function saysUnheard({ fields }: Pick<NoticeContent, 'fields'>): boolean {
  return (fields['facts'] ?? '').includes(UNHEARD);
}

/**
 * Why a notice out of a finding of 瞒报 cannot go out in these words: it still calls a suspicion what was upheld, or tells
 * the unit itself of 瞒报 without what the unit said to it. Null where it can.
 */
export function wordingGap(
  { kind, title, fields }: Pick<NoticeContent, 'title' | 'fields'> & { readonly kind: NoticeKind },
  finding: Pick<NamedFinding, 'concealedIn' | 'state'> & { readonly isHeard: boolean },
): Refusal | null {
  const facts = fields['facts'] ?? '';
  const words = `${title}${facts}`;
  if (!isConcealment(finding) || !words.includes('瞒报')) return null;
  if (finding.state === 'upheld' && words.includes('疑似瞒报'))
    return { code: 'inspections.still-suspected', facts: {} };
  const isSaid = ruleOf(kind).accuses === true || !finding.isHeard || facts.includes('单位说明');
  return isSaid ? null : { code: 'inspections.words-missing', facts: {} };
}

/** The facts; of 瞒报 with where, and with what the unit said to it. */
function factsOf(finding: NamedFinding): string {
  const { facts, concealedTitle, unitSays, state } = finding;
  if (concealedTitle === null || !isConcealment(finding)) return facts;
  const suspicion = `${concealedTitle}${state === 'upheld' ? '' : '疑似'}瞒报。`;
  const said = unitSays === null ? UNHEARD : `单位说明：${asSentence(firstCodePoints(unitSays, BOTH))}`;
  return `${suspicion}${asSentence(firstCodePoints(facts, BOTH))}${said}`;
}

/**
 * The draft that a released finding becomes: its facts, unit, evidence and what it asked for, with the finding as link. A
 * clue goes to others than the unit, which it accuses; to whom and on which ground, a person says.
 */
export function noticeFrom(finding: NamedFinding, kind: FindingNotice): NoticeContent {
  const { id, unitId, method, seenOn, evidence, demand, dueAt } = finding;
  const said = { seenOn, facts: factsOf(finding) };
  const fields = { facts: carriedFacts(method, said, SUPERVISION_LIMITS.field) };
  const title = firstCodePoints(findingName(finding, TITLE), SUPERVISION_LIMITS.title);
  const draft = { title, ground: null, fields, earlierId: null, link: { kind: 'finding', id }, evidence } as const;
  if (kind === 'clue') {
    const asks = { requirement: '', answer: 'receipt', dueAt: null, addressees: [], readerIds: [] } as const;
    // Its unit reads the finding's files; those of a clue are for its named persons alone, who put them in anew.
    const names = evidence.map((entry) => ({ ...entry, attachmentId: null }));
    return { ...draft, ...asks, evidence: names, accusedIds: [unitId], dossier: null };
  }
  const addressees = [{ unitId, part: 'main' }] as const;
  return { ...draft, requirement: demand, answer: 'feedback', dueAt, addressees, readerIds: [] };
}
