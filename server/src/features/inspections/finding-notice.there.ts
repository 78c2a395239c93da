import type { EntityManager } from 'typeorm';
import { noticeNumber, type NoticeKind, type NoticeState } from '@jiannuo/shared/supervision';
import { placesFor, rowsIn } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { knownNotice } from '../supervision';

interface There {
  readonly year: number;
  readonly number: number | null;
}

/** What is looked for: a notice of this kind and in these states about a finding. */
interface Sought {
  readonly findingId: string;
  readonly kind: NoticeKind;
  readonly states: readonly NoticeState[];
  /** The notice beside which it is looked for; null where there is none yet. */
  readonly besideId: string | null;
}

/** What a notice that already stands about a finding is called; null where there is none of which the asker may know. */
export async function noticeThere(tx: EntityManager, actor: Actor, sought: Sought): Promise<string | null> {
  const { findingId, kind, states, besideId } = sought;
  const { where, parameters } = knownNotice(actor);
  const [there] = await rowsIn<There>(
    tx,
    `SELECT n.year, n.number FROM supervision_notice n
     WHERE n.link_id = ? AND n.kind = ? AND n.id <> ? AND n.state IN (${placesFor(states)}) AND ${where}`,
    [findingId, kind, besideId ?? '', ...states, ...parameters],
  );
  return there === undefined ? null : noticeNumber(kind, there.year, there.number);
}
