import type { SeededRandom } from './random';

/** One call the simulator answered. Query and body are not kept: they hold tokens and codes. */
export interface RecordedCall {
  readonly rid: string;
  readonly path: string;
  readonly errcode: number;
  readonly errmsg: string;
  readonly at: string;
}

const KEPT_MS = 7 * 86_400_000;

/** The calls made, each error with its rid, which can be looked up for 7 days. */
export class RequestRecord {
  private readonly calls: RecordedCall[] = [];

  constructor(private readonly random: SeededRandom) {}

  /** A new rid: three groups of eight hexadecimal digits. */
  newRid(): string {
    return [this.random.hex(8), this.random.hex(8), this.random.hex(8)].join('-');
  }

  /** Keeps a call. */
  keep(call: RecordedCall): void {
    this.calls.push(call);
  }

  /** The call with this rid, `expired` after 7 days, null when there was none. */
  find(rid: string, now: number): RecordedCall | 'expired' | null {
    const found = this.calls.find((call) => call.rid === rid);
    if (found === undefined) return null;
    return now - Date.parse(found.at) > KEPT_MS ? 'expired' : found;
  }

  /** All calls, oldest first. */
  all(): readonly RecordedCall[] {
    return this.calls;
  }
}
