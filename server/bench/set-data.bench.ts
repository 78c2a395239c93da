import type { Measure } from './measure';

/** Placeholder until the flow exists. */
export function measureSetData(): Promise<readonly Measure[]> {
  return Promise.resolve([]);
}
