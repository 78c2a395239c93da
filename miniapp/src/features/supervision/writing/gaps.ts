import type { MessageRegistry, Refusal } from '@jiannuo/shared/kernel';
import type { AppointmentView } from '@jiannuo/shared/people';
import {
  noticeGaps,
  parseDraft,
  ruleOf,
  SUPERVISION_MESSAGES,
  type NoticeContent,
  type NoticeKind,
} from '@jiannuo/shared/supervision';

/** Something that a notice still lacks: where, and in words. */
export interface NoticeGap {
  readonly part: string;
  readonly sentence: string;
}

/** The part of the form that a refusal is about, by the start of its code. */
const PARTS_BY_CODE: readonly (readonly [start: string, part: string])[] = [
  ['ground-', 'ground'],
  ['earlier-', 'earlier'],
  ['accused-', 'accused'],
  ['link-', 'link'],
  ['dossier-', 'dossier'],
  ['due-', 'due'],
  ['held-', 'heldAt'],
  ['addressee-', 'units'],
  ['unit-', 'units'],
  ['no-copies', 'units'],
  ['reader', 'readers'],
];

/**
 * Everything that this device can see missing before a notice may be checked, in the order of the form. How
 * early a time may be is the server's to say: while it has not, the server refuses.
 */
export function gapsOf(
  kind: NoticeKind,
  content: NoticeContent,
  {
    people,
    now,
    earliest,
    heldBefore = null,
  }: {
    readonly people: readonly AppointmentView[];
    readonly now: string;
    readonly earliest: string | null;
    /** When the talk is held by the notice that this one corrects. */
    readonly heldBefore?: string | null;
  },
): readonly NoticeGap[] {
  const parsed = parseDraft(kind, content);
  const unitKinds = new Map(people.map(({ unit }) => [unit.id, unit.kind]));
  const refusals = parsed.ok
    ? noticeGaps(parsed.value, { kind, now, earliestDueAt: earliest ?? now, unitKinds, heldBefore })
    : parsed.refusals;
  const gaps = refusals.filter(isSeenHere).map((refusal) => {
    return { part: partOf(kind, refusal), sentence: sentenceOf(refusal) };
  });
  const order = orderOf(kind);
  const placeOf = (part: string): number => (order.includes(part) ? order.indexOf(part) : order.length);
  return [...gaps].sort((a, b) => placeOf(a.part) - placeOf(b.part));
}

/** The parts of the form from the top. */
function orderOf(kind: NoticeKind): readonly string[] {
  const { fields, accuses } = ruleOf(kind);
  const texts = [...fields.map(({ code }) => code), 'requirement', 'due'];
  const head = ['title', 'ground', ...(accuses === true ? ['accused', 'link', 'dossier'] : [])];
  return [...head, ...texts, 'units', ...(accuses === true ? [] : ['link', 'earlier']), 'readers'];
}

function isSeenHere({ code }: Refusal): boolean {
  return code.startsWith('supervision.') && code !== 'supervision.addressee-unfit';
}

function partOf(kind: NoticeKind, { code, facts }: Refusal): string {
  if (code.startsWith('supervision.text-') || code === 'supervision.moment-unreadable') {
    if (facts['label'] === '事项') return 'title';
    return ruleOf(kind).fields.find(({ label }) => label === facts['label'])?.code ?? 'requirement';
  }
  return PARTS_BY_CODE.find(([start]) => code.startsWith(`supervision.${start}`))?.[1] ?? 'title';
}

function sentenceOf({ code, facts }: Refusal): string {
  const registry: MessageRegistry = SUPERVISION_MESSAGES;
  return registry[code]?.(facts) ?? '有一处还要改。';
}
