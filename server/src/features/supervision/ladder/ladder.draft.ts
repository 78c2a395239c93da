import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  gatherDossier,
  proposedDueAt,
  ruleOf,
  type ClockSettings,
  type NoticeContent,
  type Prior,
  type Proposal,
} from '@jiannuo/shared/supervision';
import { rowsIn } from '../../../platform/database';
import type { Candidate } from './ladder.records';

/** Where a proposal is drafted: its moment, the clocks of the year, the units to which a clue is reported, what its unit had before. */
export interface DraftingPlace {
  readonly now: Instant;
  readonly settings: ClockSettings;
  readonly receivers: readonly string[];
  readonly prior: Prior;
}

/** The units to which a clue is reported (art. 15). */
export async function receiversOf(tx: EntityManager, groupId: string): Promise<readonly string[]> {
  const sql = "SELECT id FROM unit WHERE group_id = ? AND kind = 'oversight' ORDER BY number";
  return (await rowsIn<{ id: string }>(tx, sql, [groupId])).map(({ id }) => id);
}

/** A proposal as a draft, with what it rests on as its link. What only a person can say is left open. */
export function contentOf(
  candidate: Candidate,
  proposal: Proposal,
  { now, settings, receivers, prior }: DraftingPlace,
): NoticeContent {
  const { kind, title, ground, requirement, facts, earlierId } = proposal;
  const { fields, isConfidential, accuses, answers } = ruleOf(kind);
  const { obligationId, unitId, unitName } = candidate;
  const texts: Readonly<Record<string, string>> = {
    facts,
    delistWhen: '补齐并经复核通过后摘牌。',
  };
  const units = isConfidential ? receivers : [unitId];
  const answer = answers[0] ?? 'feedback';
  const link = { kind: 'obligation', id: obligationId, name: { title: candidate.title, unitId, unitName } } as const;
  const accusation = { accusedIds: [unitId], dossier: gatherDossier(prior, { link, earlierId }) };
  return {
    title,
    ground,
    requirement,
    fields: Object.fromEntries(fields.flatMap(({ code }) => (texts[code] === undefined ? [] : [[code, texts[code]]]))),
    answer,
    dueAt: answer === 'receipt' ? null : proposedDueAt(now, settings),
    addressees: units.map((id) => ({ unitId: id, part: 'main' as const })),
    earlierId,
    link,
    evidence: [],
    readerIds: isConfidential ? [candidate.writerAppointmentId].flatMap((id) => id ?? []) : [],
    ...(accuses === true ? accusation : {}),
  };
}

/** Something that the ladder itself did to a proposal. */
export interface LadderEvent {
  readonly id: string;
  readonly groupId: string;
  readonly noticeId: string;
  readonly action: 'propose' | 'lapse';
  readonly text: string;
  readonly now: Instant;
}

/** A line of the timeline that nobody in person wrote. */
export function eventOf({ id, groupId, noticeId, action, text, now }: LadderEvent): Record<string, string | number> {
  return {
    id,
    group_id: groupId,
    notice_id: noticeId,
    action,
    text,
    evidence: '[]',
    version: 0,
    by_name: '督导建议',
    by_unit_name: '',
    happened_at: now,
    at: now,
  };
}
