import { SystemClock } from '../../src/platform/clock';

/** A clock that several processes read alike and that runs `speed` times as fast as the machine's. */
export class FastClock extends SystemClock {
  constructor(
    private readonly start: string,
    /** Milliseconds since 1970 by the machine's clock at which it read `start`. */
    private readonly since: number,
    private readonly speed: number,
  ) {
    super();
  }

  override now(): string {
    const passed = Date.parse(super.now()) - this.since;
    return new Date(Date.parse(this.start) + passed * this.speed).toISOString();
  }
}
