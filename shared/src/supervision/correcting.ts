import type { Instant } from '../kernel';
import type { Addressee, NoticeContent, Part } from './draft';
import type { TicketState } from './states';

/** What a correction does to the units that have the notice which it corrects. */
export interface Correcting {
  /** Not addressed any more: what they have is withdrawn, and they need do nothing. */
  readonly withdrawn: readonly string[];
  /** Addressed again though they had answered or were done: they begin anew. */
  readonly anew: readonly string[];
  /** Those that keep the more time which they were given than the notice itself gave, and until when. */
  readonly kept: readonly { readonly unitName: string; readonly dueAt: Instant }[];
  /** Those whose request for more time goes on to wait for an answer. */
  readonly asking: readonly string[];
}

/** How a unit stands with the notice that is corrected. */
export interface HeldTicket {
  readonly part: Part;
  readonly state: TicketState;
  /** The colleague who handles it; empty while it is the liaison. */
  readonly handler: string;
  readonly answerDueAt: Instant | null;
  readonly askedDueAt: Instant | null;
}
interface Held extends HeldTicket {
  readonly unitId: string;
  readonly unitName: string;
}

/** What of that goes over to the correction. */
export interface Carried {
  readonly handler: string;
  /** Until when it has, where that is more time than the correction itself gives; null otherwise. */
  readonly dueAt: Instant | null;
  /** Whether its request for more time goes on to wait. */
  readonly isAsking: boolean;
}

const OVER: readonly TicketState[] = ['finished', 'withdrawn'];
const ANSWERED: readonly TicketState[] = ['answered', 'finished'];
const NOTHING: Carried = { handler: '', dueAt: null, isAsking: false };

/**
 * What a unit keeps when a correction takes the place of what it has: more time than the notice itself gave, whatever
 * gave it, a request for more that nobody has answered, and the colleague who handles it. A due time that nobody moved is
 * the correction's to change, and a request for no more than that gives is met by it.
 */
export function carriedOver(
  held: HeldTicket,
  firstDueAt: Instant | null,
  { part, dueAt, answer }: Pick<NoticeContent, 'dueAt' | 'answer'> & { readonly part: Part },
): Carried {
  const isAsked = part !== 'copy' && (answer === 'feedback' || answer === 'material');
  if (!isAsked || !isHandled(held) || dueAt === null) return NOTHING;
  const { askedDueAt, handler } = held;
  const given = givenUntil(held, firstDueAt);
  const kept = given !== null && given > dueAt ? given : null;
  return { handler, dueAt: kept, isAsking: askedDueAt !== null && askedDueAt > (kept ?? dueAt) };
}

function isHandled({ part, state }: HeldTicket): boolean {
  return part !== 'copy' && state !== 'withdrawn';
}

/** Until when a unit was given more time than its notice said; null where it was not. */
function givenUntil({ answerDueAt }: HeldTicket, firstDueAt: Instant | null): Instant | null {
  return answerDueAt !== null && firstDueAt !== null && answerDueAt > firstDueAt ? answerDueAt : null;
}

/**
 * Whom a correction takes back, who begins anew, and who keeps what: issuing it ends every ticket of the notice that it
 * corrects, and gives each unit addressed a new one. Whoever is only copied of it has nothing to begin.
 */
export function correctingOf(
  held: readonly Held[],
  firstDueAt: Instant | null,
  { addressees, ...asked }: Pick<NoticeContent, 'dueAt' | 'answer'> & { readonly addressees: readonly Addressee[] },
): Correcting {
  const parts = new Map(addressees.map(({ unitId, part }) => [unitId, part]));
  const carried = held.map((each) => {
    return { ...each, ...carriedOver(each, firstDueAt, { ...asked, part: parts.get(each.unitId) ?? 'copy' }) };
  });
  return {
    withdrawn: namesOf(held.filter(({ unitId, state }) => !parts.has(unitId) && !OVER.includes(state))),
    anew: namesOf(
      held.filter(({ unitId, state }) => (parts.get(unitId) ?? 'copy') !== 'copy' && ANSWERED.includes(state)),
    ),
    kept: carried.flatMap(({ unitName, dueAt }) => (dueAt === null ? [] : [{ unitName, dueAt }])),
    asking: namesOf(carried.filter(({ isAsking }) => isAsking)),
  };
}

function namesOf(held: readonly Pick<Held, 'unitName'>[]): readonly string[] {
  return held.map(({ unitName }) => unitName);
}
