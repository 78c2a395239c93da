import type { Instant } from '@jiannuo/shared/kernel';
import type { SettableClock } from '../platform/clock';
import type { Simulator } from '../platform/wechat/simulator';

/** Beijing, 17 May 2022, one minute before the first reminder of the month. */
export const DEMO_START: Instant = '2022-05-17T00:29:00.000Z';

/** What the demo plays with: a clock that can be set, and a WeChat that is not the real one. */
export class DemoWorld {
  constructor(
    readonly clock: SettableClock,
    /** Replaced by a fresh one when the demo starts again. */
    public simulator: Simulator,
    /** Makes a fresh simulator at the same address. */
    readonly restartSimulator: () => Promise<Simulator>,
  ) {}
}
