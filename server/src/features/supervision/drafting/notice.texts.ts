import { Injectable } from '@nestjs/common';
import { PARTS, type NoticeContent, type NoticeTextsView, type Party } from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { batchesOf, Database, placesFor } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';
import { Openings } from '../notices/openings';
import { known } from '../supervision.lock';
import { Timeline } from '../notices/timeline';

/** Reads what notices said, each time that they were written, and whom they name. */
@Injectable()
export class NoticeTexts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly timeline: Timeline,
    private readonly openings: Openings,
  ) {}

  /** Every text of a notice, the earliest first: what one writer put in another's place can still be read. */
  async list(actor: Actor, id: string): Promise<NoticeTextsView> {
    const { where, parameters } = known(actor);
    const sql = `SELECT n.is_confidential AS isConfidential FROM supervision_notice n WHERE n.id = ? AND ${where}`;
    const notice = await this.database.row<{ isConfidential: boolean | number }>(sql, [id, ...parameters]);
    if (notice === null) throw DomainError.notFound('supervision.not-found');
    const isConfidential = Boolean(notice.isConfidential);
    await this.openings.record(actor, { kind: 'notice', id }, { isConfidential, now: this.clock.now() });
    const written = await this.timeline.textsOf(id);
    const names = await namesOf(
      this.database,
      written.flatMap(({ content }) => content.addressees.map(({ unitId }) => unitId)),
    );
    return { texts: written.map((text) => ({ ...text, parties: partiesOf(text.content, names) })) };
  }
}

/** The names of units by their ids: as lists call them, or in full. */
export async function namesOf(
  database: Database,
  unitIds: readonly string[],
  column: 'name' | 'full_name' = 'name',
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const ids of batchesOf([...new Set(unitIds)])) {
    const sql = `SELECT id, ${column} AS name FROM unit WHERE id IN (${placesFor(ids)})`;
    for (const { id, name } of await database.rows<{ id: string; name: string }>(sql, ids)) names.set(id, name);
  }
  return names;
}

/** Everybody a notice is addressed to by name: who handles it, who helps, who is copied, each as they were chosen. */
export function partiesOf({ addressees }: NoticeContent, names: ReadonlyMap<string, string>): readonly Party[] {
  return PARTS.flatMap((part) => {
    const ofPart = addressees.filter((each) => each.part === part);
    return ofPart.map(({ unitId }) => ({ unitName: names.get(unitId) ?? '', part }));
  });
}
