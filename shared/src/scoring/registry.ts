import type { Regulation } from './regulation';
import { HEIHE_2022_REGULATION } from './regulations/heihe-2022';
import { INVESTMENT_2022_REGULATION } from './regulations/investment-2022';

/** Every regulation that months can be scored by. One that was used is never changed or taken out; a new year is a new one. */
export const REGULATIONS: readonly Regulation[] = [HEIHE_2022_REGULATION, INVESTMENT_2022_REGULATION];

const BY_ID: ReadonlyMap<string, Regulation> = new Map(REGULATIONS.map((regulation) => [regulation.id, regulation]));

/** The regulation of that id, or null when there is none. */
export function regulationOf(id: string): Regulation | null {
  return BY_ID.get(id) ?? null;
}
