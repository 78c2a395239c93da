import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isConcealment, type FindingContent, type FindingState } from '@jiannuo/shared/inspections';
import type { Refusal } from '@jiannuo/shared/kernel';
import { ruleOf } from '@jiannuo/shared/supervision';
import { rowsIn } from '../../platform/database';
import { DraftGuards, type GuardedDraft } from '../supervision';
import { knownFinding } from './inspection.lock';

type Found = Pick<FindingContent, 'concealedIn'> & { readonly state: FindingState };

/**
 * A notice can be about a finding only once that is released: the notice is no secret, the finding was one before. None
 * goes out about a 瞒报 that is no more, and no 问题线索 about one before it was upheld. A correction puts right what went out.
 */
@Injectable()
export class FindingGuard implements OnModuleInit {
  constructor(private readonly guards: DraftGuards) {}

  onModuleInit(): void {
    this.guards.register(async (tx, draft) => {
      const { link } = draft.content;
      if (link?.kind !== 'finding') return [];
      const { where, parameters } = knownFinding(draft.actor);
      const sql = `SELECT f.state, f.concealed_in AS concealedIn
        FROM inspection_finding f JOIN inspection i ON i.id = f.inspection_id
        WHERE f.id = ? AND i.released_at IS NOT NULL AND f.state <> 'dropped' AND ${where}`;
      const [found] = await rowsIn<Found>(tx, sql, [link.id, ...parameters]);
      return found === undefined ? [{ code: 'supervision.link-unknown', facts: {} }] : gapsOf(draft, found);
    });
  }
}

function gapsOf({ kind, isSent, correctsId }: GuardedDraft, found: Found): readonly Refusal[] {
  if (!isSent || correctsId !== null) return [];
  if (found.state === 'cleared') return [{ code: 'inspections.cleared', facts: {} }];
  const isEarly = ruleOf(kind).accuses === true && isConcealment(found) && found.state !== 'upheld';
  return isEarly ? [{ code: 'inspections.not-upheld', facts: {} }] : [];
}
