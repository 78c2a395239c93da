/** Why a decision was refused: a registered code, and the facts a sentence about it needs. */
export interface Refusal {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What every decision returns: the allowed value, or all the reasons against it. It never throws. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly [Refusal, ...Refusal[]] };

/** An allowed decision. */
export function allow<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A refused decision with its first reason. */
export function refuse(code: string, facts: Refusal['facts'] = {}): Outcome<never> {
  return { ok: false, refusals: [{ code, facts }] };
}

/** Refused with every reason that was found; allowed when there is none. */
export function refuseAll<T>(refusals: readonly Refusal[], value: () => T): Outcome<T> {
  const [first, ...others] = refusals;
  return first === undefined ? allow(value()) : { ok: false, refusals: [first, ...others] };
}
