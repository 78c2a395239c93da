import type { ApplicationContent } from './content';
import type { ApplicationState } from './states';

/** What overlaps are found by. */
export interface Overlapping {
  readonly id: string;
  readonly state: ApplicationState;
  readonly category: ApplicationContent['category'];
  readonly kind: string;
  readonly title: string;
  readonly basis: Pick<ApplicationContent['basis'], 'title' | 'number'>;
}

/**
 * The other applications of a unit about the same thing, where one is an innovation and the other 地方首创: that is
 * allowed, and shown to whoever decides (Q23). The same thing has the same name, or rests on the same document.
 */
export function overlapsOf<T extends Overlapping>(application: Overlapping, others: readonly T[]): readonly T[] {
  const rivals: readonly string[] =
    application.category === 'innovation' ? ['local-innovation'] : innovationKinds(others);
  if (application.category === 'adjustment' && application.kind !== 'local-innovation') return [];
  return others.filter((other) => {
    const isOther = other.id !== application.id && other.category !== application.category;
    return isOther && rivals.includes(other.kind) && isAlive(other) && isSame(application, other);
  });
}

function innovationKinds(others: readonly Overlapping[]): readonly string[] {
  return others.flatMap(({ category, kind }) => (category === 'innovation' ? kind : []));
}

function isAlive({ state }: Overlapping): boolean {
  return state === 'submitted' || state === 'approved';
}

function isSame(one: Overlapping, other: Overlapping): boolean {
  const number = plain(one.basis.number);
  return (
    plain(one.title) === plain(other.title) ||
    (number !== '' && number === plain(other.basis.number)) ||
    plain(one.basis.title) === plain(other.basis.title)
  );
}

/** A name without blanks, punctuation and brackets, which people write in many ways. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\s《》〈〉“”"'‘’〔〕［］[\]（）(){}、，。：；,.:;·—-]/g, '');
}
