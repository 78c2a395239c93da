import type { Addressee } from './draft';
import type { TicketState } from './states';

/** What a correction does to the units that have the notice which it corrects. */
export interface Correcting {
  /** Not addressed any more: what they have is withdrawn, and they need do nothing. */
  readonly withdrawn: readonly string[];
  /** Addressed again though they had answered or were done: they begin anew. */
  readonly anew: readonly string[];
}

interface Held {
  readonly unitId: string;
  readonly unitName: string;
  readonly state: TicketState;
}

const OVER: readonly TicketState[] = ['finished', 'withdrawn'];
const ANSWERED: readonly TicketState[] = ['answered', 'finished'];

/**
 * Whom a correction to these units takes back, and who begins anew: issuing it ends every ticket of the notice that it
 * corrects, and gives each unit addressed a new one. Whoever is only copied of it has nothing to begin.
 */
export function correctingOf(held: readonly Held[], addressees: readonly Addressee[]): Correcting {
  const parts = new Map(addressees.map(({ unitId, part }) => [unitId, part]));
  return {
    withdrawn: namesOf(held.filter(({ unitId, state }) => !parts.has(unitId) && !OVER.includes(state))),
    anew: namesOf(
      held.filter(({ unitId, state }) => (parts.get(unitId) ?? 'copy') !== 'copy' && ANSWERED.includes(state)),
    ),
  };
}

function namesOf(held: readonly Held[]): readonly string[] {
  return held.map(({ unitName }) => unitName);
}
