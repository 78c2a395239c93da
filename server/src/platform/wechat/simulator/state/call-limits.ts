import { SimulatedRefusal } from './refusal';

const BEIJING_AHEAD_MS = 8 * 3_600_000;

/** Counts of calls by clock minute and by Beijing day. */
export class CallLimits {
  private readonly counts = new Map<string, number>();
  private readonly dailySends = new Map<string, number>();
  private readonly minuteSends = new Map<string, number>();

  /** Counts a call of a person in this clock minute and refuses what is over the limit. */
  countInMinute(name: string, limit: number, now: number): void {
    this.count(`minute|${name}|${String(Math.floor(now / 60_000))}`, limit, [45011, 'api minute-quota reach limit']);
  }

  /** Counts a send of an app and refuses what is over its limits. */
  countSend(appId: string, now: number): void {
    const minute = String(Math.floor(now / 60_000));
    const day = String(Math.floor((now + BEIJING_AHEAD_MS) / 86_400_000));
    this.count(`sends|${appId}|${minute}`, this.minuteSends.get(appId) ?? Infinity, [
      45011,
      'api minute-quota reach limit',
    ]);
    this.count(`day|${appId}|${day}`, this.dailySends.get(appId) ?? 10_000_000, [
      45009,
      'reach max api daily quota limit',
    ]);
  }

  /** Sets how many sends an app has a day. */
  setDailySends(appId: string, limit: number): void {
    this.dailySends.set(appId, limit);
  }

  /** Sets how many sends an app has a minute. */
  setMinuteSends(appId: string, limit: number): void {
    this.minuteSends.set(appId, limit);
  }

  /** Starts the day's count of an app anew, as clear_quota does. */
  clearDay(appId: string): void {
    for (const key of this.counts.keys()) if (key.startsWith(`day|${appId}|`)) this.counts.delete(key);
  }

  private count(key: string, limit: number, [errcode, errmsg]: readonly [number, string]): void {
    const count = (this.counts.get(key) ?? 0) + 1;
    if (count > limit) throw new SimulatedRefusal(errcode, errmsg);
    this.counts.set(key, count);
  }
}
