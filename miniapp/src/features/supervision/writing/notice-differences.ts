import { formatDue, formatDayAndHour } from '@jiannuo/shared/kernel';
import type { AppointmentView } from '@jiannuo/shared/people';
import {
  groundOf,
  type Dossier,
  type NoticeContent,
  type NoticeKind,
  type Party,
  fieldTexts,
} from '@jiannuo/shared/supervision';
import { ANSWER_WORDS, partyFacts } from '../supervision-words';

/** What a notice says, with the units it names. */
export interface NoticeWords {
  readonly content: NoticeContent;
  readonly parties: readonly Party[];
  /** The units that a clue is about, where their names are at hand. */
  readonly accused?: readonly string[];
}

/** A text with the names of its units, as they stand in the list of people. */
export function noticeWords(content: NoticeContent, people: readonly AppointmentView[]): Required<NoticeWords> {
  const names = new Map(people.map(({ unit }) => [unit.id, unit.name]));
  return {
    content,
    parties: content.addressees.map(({ unitId, part }) => ({ unitName: names.get(unitId) ?? '', part })),
    accused: (content.accusedIds ?? []).flatMap((unitId) => names.get(unitId) ?? []),
  };
}

/** One part in which two texts of a notice differ, and what each says there; empty where it says nothing. */
export interface NoticeDifference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Every part in which `after` differs from `before`, in the order of the form. */
export function differencesOf(kind: NoticeKind, before: NoticeWords, after: NoticeWords): readonly NoticeDifference[] {
  const old = new Map(partsOf(kind, before));
  const now = new Map(partsOf(kind, after));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((label) => {
    const difference = { label, before: old.get(label) ?? '', after: now.get(label) ?? '' };
    return difference.before === difference.after ? [] : [difference];
  });
}

/** What stands where; the notices and records that it only refers to are told by whether one was chosen. */
function partsOf(
  kind: NoticeKind,
  { content, parties, accused = content.accusedIds ?? [] }: NoticeWords,
): readonly (readonly [string, string])[] {
  const { title, ground, requirement, fields, answer, dueAt, evidence, readerIds } = content;
  return [
    ['事项', title.trim()],
    ['原因', groundOf(kind, ground)?.title ?? ''],
    ...referencesOf(content),
    ['责任单位', accused.join('、')],
    ...fieldTexts(kind, fields, { isIssued: false, spell: formatDayAndHour }).map(
      ({ label, text }) => [label, text.trim()] as const,
    ),
    ['要求', requirement.trim()],
    ['答复', ANSWER_WORDS[answer]],
    ['反馈时限', dueAt === null ? '' : formatDue(dueAt, dueAt)],
    ['附件', evidence.map((each) => each.title).join('、')],
    ...partyFacts(parties, { kind, answer }).map(({ label, names }) => [label, names.join('、')] as const),
    ['知悉', readerIds.length === 0 ? '' : `${String(readerIds.length)}人`],
  ];
}

function referencesOf({ earlierId, link, dossier }: NoticeContent): readonly (readonly [string, string])[] {
  return [
    ['前一份通知', earlierId ?? ''],
    ['关联事项', link === null ? '' : (link.name?.title ?? link.id)],
    ['前面的通知', dossierWords(dossier ?? null)],
  ];
}

function dossierWords(dossier: Dossier | null): string {
  if (dossier === null || dossier.isGathered) return dossier === null ? '' : '自动归集';
  return `${String(dossier.noticeIds.length)}份通知，${String(dossier.circularIds.length)}条通报点名`;
}
