import { parseEvidence } from '../information';
import {
  addDays,
  atBeijing,
  beijingDate,
  cleanLine,
  cleanText,
  isInstant,
  isLongerThan,
  refuseAll,
  type Instant,
  type Outcome,
  type Refusal,
} from '../kernel';
import type { UnitKind } from '../people';
import type { Evidence } from '../reporting';
import { DOSSIER_LIMIT, type Dossier } from './dossier';
import { heldGaps } from './fields';
import {
  ACCUSED_KINDS,
  ANSWERS,
  articlesOf,
  groundOf,
  ruleOf,
  type Answer,
  type Ground,
  type NoticeKind,
} from './kinds';
import { linkGaps, readLink, type NoticeLink } from './link';

/** How a unit is addressed: 主办 or 主送, 协办, 抄送. Who is only copied is asked nothing. */
export const PARTS = ['main', 'co', 'copy'] as const;
export type Part = (typeof PARTS)[number];

export interface Addressee {
  readonly unitId: string;
  readonly part: Part;
}

/** What a notice says. Once it is issued, it never changes. */
export interface NoticeContent {
  readonly title: string;
  readonly ground: string | null;
  readonly requirement: string;
  /** The texts that its kind carries beside, by their code. */
  readonly fields: Readonly<Record<string, string>>;
  readonly answer: Answer;
  readonly dueAt: Instant | null;
  readonly addressees: readonly Addressee[];
  /** The notice that was issued before and is not met; it begins the chain of prior notices. */
  readonly earlierId: string | null;
  readonly link: NoticeLink | null;
  readonly evidence: readonly Evidence[];
  /** Of a confidential one: the appointments that may know of it. */
  readonly readerIds: readonly string[];
  /** Of a clue: the units that it is about (责任单位); older texts name them in words alone. */
  readonly accusedIds?: readonly string[];
  /** Of a clue: what was issued before that it rests on; null until it is gathered. */
  readonly dossier?: Dossier | null;
}

/** Limits of notices and of what is said about them, inclusive; text in code points. */
export const SUPERVISION_LIMITS = {
  title: 60,
  requirement: 2_000,
  field: 1_000,
  addressees: 3_000,
  readers: 80,
  accused: 10,
  feedback: 5_000,
  note: 500,
  reason: 200,
  handler: 40,
} as const;

const KEYS = [
  'title',
  'ground',
  'requirement',
  'fields',
  'answer',
  'dueAt',
  'addressees',
  'earlierId',
  'link',
  'evidence',
  'readerIds',
  'accusedIds',
  'dossier',
];

/**
 * What came from outside as the text of a draft, or every reason why it cannot be kept: unknown parts, texts that are
 * too long, a unit addressed twice. What is still missing is no hindrance; `noticeGaps` says it.
 */
export function parseDraft(kind: NoticeKind, input: unknown): Outcome<NoticeContent> {
  const given = recordOf(input);
  const refusals: Refusal[] = Object.keys(given).every((key) => KEYS.includes(key)) ? [] : [because('unreadable')];
  const evidence = parseEvidence(given['evidence'] ?? []);
  if (!evidence.ok) refusals.push(...evidence.refusals);
  const content: NoticeContent = {
    title: limited('事项', cleanLine(rough(given['title'])), SUPERVISION_LIMITS.title, refusals),
    ground: groundOf(kind, textOrNull(given['ground']))?.code ?? null,
    requirement: limited('要求', cleanText(rough(given['requirement'])), SUPERVISION_LIMITS.requirement, refusals),
    fields: readFields(kind, recordOf(given['fields']), refusals),
    answer: readAnswer(kind, given['answer']),
    dueAt: isInstant(given['dueAt']) ? given['dueAt'] : null,
    addressees: readAddressees(given['addressees'] ?? [], refusals),
    earlierId: idOrNull(given['earlierId']),
    link: readNamed(given['link'], refusals),
    evidence: evidence.ok ? evidence.value : [],
    readerIds: readIds(given['readerIds'] ?? [], SUPERVISION_LIMITS.readers, refusals),
    ...readAccusation(kind, given, refusals),
  };
  return refuseAll(refusals, () => content);
}

function readFields(
  kind: NoticeKind,
  given: Readonly<Record<string, unknown>>,
  refusals: Refusal[],
): Readonly<Record<string, string>> {
  const known = ruleOf(kind).fields.map(({ code, label, isMoment }) => {
    const text = limited(label, cleanText(rough(given[code])), SUPERVISION_LIMITS.field, refusals);
    if (isMoment === true && text !== '' && !isInstant(text)) refusals.push(because('moment-unreadable', { label }));
    return [code, text] as const;
  });
  return Object.fromEntries(known.filter(([, text]) => text !== ''));
}

/** A link that cannot be read is not dropped: its writer would believe that the notice is about it. */
function readNamed(value: unknown, refusals: Refusal[]): NoticeLink | null {
  const link = readLink(value);
  if (link === null && value !== null && value !== undefined) refusals.push(because('link-unknown'));
  return link;
}

function readAnswer(kind: NoticeKind, value: unknown): Answer {
  const { answers } = ruleOf(kind);
  return answers.find((answer) => answer === value) ?? answers[0] ?? ANSWERS[0];
}

function readAddressees(value: unknown, refusals: Refusal[]): readonly Addressee[] {
  if (!Array.isArray(value) || value.length > SUPERVISION_LIMITS.addressees) {
    refusals.push(because('unreadable'));
    return [];
  }
  const addressees = value.flatMap((entry): readonly Addressee[] => {
    const { unitId, part } = recordOf(entry);
    const known = PARTS.find((each) => each === part);
    return isId(unitId) && known !== undefined ? [{ unitId, part: known }] : [];
  });
  if (addressees.length < value.length) refusals.push(because('unreadable'));
  if (new Set(addressees.map(({ unitId }) => unitId)).size < addressees.length) refusals.push(because('unit-twice'));
  return addressees;
}

function readAccusation(
  kind: NoticeKind,
  given: Readonly<Record<string, unknown>>,
  refusals: Refusal[],
): Pick<NoticeContent, 'accusedIds' | 'dossier'> {
  if (ruleOf(kind).accuses !== true) return {};
  const { isGathered, noticeIds, circularIds } = recordOf(given['dossier']);
  return {
    accusedIds: readIds(given['accusedIds'] ?? [], SUPERVISION_LIMITS.accused, refusals),
    dossier:
      given['dossier'] == null
        ? null
        : {
            isGathered: isGathered !== false,
            noticeIds: readIds(noticeIds, DOSSIER_LIMIT, refusals),
            circularIds: readIds(circularIds, DOSSIER_LIMIT, refusals),
          },
  };
}

function readIds(value: unknown, limit: number, refusals: Refusal[]): readonly string[] {
  if (Array.isArray(value) && value.length <= limit && value.every(isId)) return [...new Set(value)];
  refusals.push(because('unreadable'));
  return [];
}

/** What is due later than this, in days, was chosen by a slip of the finger: no notice of a year's work asks for so long. */
const LATEST_DAYS = 183;

/** What has to be known of the world to say whether a draft is complete. */
export interface DraftFacts {
  readonly kind: NoticeKind;
  readonly now: Instant;
  /** The earliest due time that leaves the units enough time. */
  readonly earliestDueAt: Instant;
  /** The kinds of the units addressed that exist, by unit. */
  readonly unitKinds: ReadonlyMap<string, UnitKind>;
  /** When the talk is held by the notice that this one corrects; null or left out where it corrects none. */
  readonly heldBefore?: Instant | null;
}

/** Everything that is missing or wrong before a notice may be checked and issued (art. 5, 13-16); empty when it is complete. */
export function noticeGaps(content: NoticeContent, facts: DraftFacts): readonly Refusal[] {
  const rule = ruleOf(facts.kind);
  const ground = groundOf(facts.kind, content.ground);
  return [
    ...missing(content.title === '', '事项'),
    ...(ground === undefined ? [because('ground-missing', { label: articlesOf(facts.kind) })] : []),
    ...(ground !== undefined && rule.accuses !== true && lacksEarlier(ground, content)
      ? [because('earlier-missing')]
      : []),
    ...missing(content.requirement === '', '要求'),
    ...rule.fields.flatMap(({ code, label, isRequired }) => {
      return missing(isRequired && (content.fields[code] ?? '') === '', label);
    }),
    ...heldGaps(content, facts),
    ...addresseeGaps(content, facts),
    ...(rule.accuses === true ? accusedGaps(content, facts) : []),
    ...linkGaps(content, facts.kind),
    ...dueGaps(content, facts, ground?.isUrgent === true),
    ...secrecyGaps(content, rule.isConfidential),
  ];
}

/** What a clue rests on is read from the records; `dossierGap` says it. */
function lacksEarlier({ needsEarlier }: Ground, { earlierId }: NoticeContent): boolean {
  return needsEarlier && earlierId === null;
}

function accusedGaps({ accusedIds = [] }: NoticeContent, { unitKinds }: DraftFacts): readonly Refusal[] {
  if (accusedIds.length === 0) return [because('accused-missing')];
  const isFit = (unitId: string): boolean => ACCUSED_KINDS.some((kind) => kind === unitKinds.get(unitId));
  return accusedIds.every(isFit) ? [] : [because('accused-unfit')];
}

function addresseeGaps({ addressees }: NoticeContent, { kind, unitKinds }: DraftFacts): readonly Refusal[] {
  if (addressees.length === 0) return [because('addressee-missing')];
  if (!addressees.some(({ part }) => part === 'main')) return [because('addressee-main-missing')];
  const allowed = ruleOf(kind).unitKinds;
  const isFit = ({ unitId, part }: Addressee): boolean => {
    const unitKind = unitKinds.get(unitId);
    if (unitKind === undefined || unitKind === 'lead') return false;
    return part === 'copy' || allowed.includes(unitKind);
  };
  return addressees.every(isFit) ? [] : [because('addressee-unfit')];
}

function dueGaps(
  { answer, dueAt }: NoticeContent,
  { now, earliestDueAt }: DraftFacts,
  isUrgent: boolean,
): readonly Refusal[] {
  if (answer === 'none' || answer === 'receipt') return [];
  if (dueAt === null) return [because('due-missing')];
  if (dueAt <= now) return [because('due-in-past')];
  const latest = atBeijing(addDays(beijingDate(now), LATEST_DAYS), '24:00');
  if (dueAt > latest) return [because('due-too-far', { dueAt: latest })];
  return dueAt < earliestDueAt && !isUrgent ? [because('due-too-soon', { dueAt: earliestDueAt })] : [];
}

function secrecyGaps({ readerIds, addressees }: NoticeContent, isConfidential: boolean): readonly Refusal[] {
  if (!isConfidential) return [];
  const gaps: Refusal[] = readerIds.length === 0 ? [because('readers-missing')] : [];
  if (addressees.some(({ part }) => part === 'copy')) gaps.push(because('no-copies'));
  return gaps;
}

function missing(isMissing: boolean, label: string): readonly Refusal[] {
  return isMissing ? [because('text-missing', { label })] : [];
}

function recordOf(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,26}$/.test(value);
}

function idOrNull(value: unknown): string | null {
  return isId(value) ? value : null;
}

/** A text worth cleaning; far too long ones are cut first, and still refused. */
function rough(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, SUPERVISION_LIMITS.feedback * 4) : '';
}

function limited(label: string, text: string, limit: number, refusals: Refusal[]): string {
  if (isLongerThan(text, limit)) refusals.push(because('text-too-long', { label, limit }));
  return text;
}

function because(reason: string, facts: Refusal['facts'] = {}): Refusal {
  return { code: `supervision.${reason}`, facts };
}
