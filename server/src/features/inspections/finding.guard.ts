import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  isConcealment,
  saysUnheard,
  wordingGap,
  type FindingContent,
  type FindingState,
} from '@jiannuo/shared/inspections';
import type { Refusal } from '@jiannuo/shared/kernel';
import type { Evidence } from '@jiannuo/shared/reporting';
import { ruleOf } from '@jiannuo/shared/supervision';
import { rowsIn } from '../../platform/database';
import { DraftGuards, type GuardedDraft } from '../supervision';
import { noticeThere } from './finding-notice.there';
import { knownFinding } from './inspection.lock';

interface Found extends Pick<FindingContent, 'concealedIn'> {
  readonly state: FindingState;
  readonly isHeard: boolean | number;
  readonly evidence: string;
}

const IS_HEARD = `EXISTS (SELECT 1 FROM inspection_event e
  WHERE e.finding_id = f.id AND e.action IN ('answer', 'enter-answer'))`;

/**
 * A notice can be about a finding only once that is released: the notice is no secret, the finding was one before. None
 * goes out about a 瞒报 that is no more, and no 问题线索 about one before it was upheld, or without the files that prove it. A correction puts right what went out.
 */
@Injectable()
export class FindingGuard implements OnModuleInit {
  constructor(private readonly guards: DraftGuards) {}

  onModuleInit(): void {
    this.guards.register(async (tx, draft) => {
      const { link } = draft.content;
      if (link?.kind !== 'finding') return [];
      const { where, parameters } = knownFinding(draft.actor);
      const sql = `SELECT f.state, f.concealed_in AS concealedIn, f.evidence, ${IS_HEARD} AS isHeard
        FROM inspection_finding f JOIN inspection i ON i.id = f.inspection_id
        WHERE f.id = ? AND i.released_at IS NOT NULL AND f.state <> 'dropped' AND ${where}`;
      const [found] = await rowsIn<Found>(tx, sql, [link.id, ...parameters]);
      if (found === undefined) return [{ code: 'supervision.link-unknown', facts: {} }];
      return [...gapsOf(draft, found), ...(await secondClue(tx, draft, link.id))];
    });
  }
}

function gapsOf({ kind, content, isSent, correctsId }: GuardedDraft, found: Found): readonly Refusal[] {
  if (!isSent || correctsId !== null) return [];
  if (found.state === 'cleared') return [{ code: 'inspections.cleared', facts: {} }];
  if (found.isHeard && saysUnheard(content)) return [{ code: 'inspections.heard-since', facts: {} }];
  const told = wordingGap({ kind, ...content }, { ...found, isHeard: Boolean(found.isHeard) });
  if (told !== null) return [told];
  if (ruleOf(kind).accuses !== true) return [];
  if (isConcealment(found) && found.state !== 'upheld') return [{ code: 'inspections.not-upheld', facts: {} }];
  return unproven(content.evidence, JSON.parse(found.evidence) as readonly Evidence[]);
}

/** A clue names what its finding has a file for: whoever reads the one has no access to the other. */
function unproven(named: readonly Evidence[], found: readonly Evidence[]): readonly Refusal[] {
  const bare = named.find(({ id, attachmentId }) => {
    return attachmentId === null && found.some((proof) => proof.id === id && proof.attachmentId !== null);
  });
  return bare === undefined ? [] : [{ code: 'inspections.proof-missing', facts: { title: bare.title } }];
}

/**
 * Refuses a second clue out of one finding to whoever may know of the first: one 瞒报 goes to the oversight group once.
 * Who may not is told nothing, not even that it is there.
 */
async function secondClue(tx: EntityManager, draft: GuardedDraft, findingId: string): Promise<readonly Refusal[]> {
  const { actor, id, kind, isSent, correctsId } = draft;
  if (ruleOf(kind).accuses !== true || !isSent || correctsId !== null) return [];
  const states = ['checking', 'checked', 'issued'] as const;
  const second = await noticeThere(tx, actor, { findingId, kind, besideId: id, states });
  return second === null ? [] : [{ code: 'inspections.notice-there', facts: { title: second } }];
}
