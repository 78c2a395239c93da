import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DraftGuards } from '../supervision';
import { rowsIn } from '../../platform/database';
import { knownFinding } from './inspection.lock';

/** A notice can be about a finding only once that is released: the notice is no secret, the finding was one before. */
@Injectable()
export class FindingGuard implements OnModuleInit {
  constructor(private readonly guards: DraftGuards) {}

  onModuleInit(): void {
    this.guards.register(async (tx, { actor, content: { link } }) => {
      if (link?.kind !== 'finding') return [];
      const { where, parameters } = knownFinding(actor);
      const sql = `SELECT f.id FROM inspection_finding f JOIN inspection i ON i.id = f.inspection_id
        WHERE f.id = ? AND i.released_at IS NOT NULL AND f.state <> 'dropped' AND ${where}`;
      const found = await rowsIn(tx, sql, [link.id, ...parameters]);
      return found.length > 0 ? [] : [{ code: 'supervision.link-unknown', facts: {} }];
    });
  }
}
