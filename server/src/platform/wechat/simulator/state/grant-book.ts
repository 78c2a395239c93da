/** What a person chose for a template with "always keep my choice". */
export type KeptChoice = 'accept' | 'reject';

/** Grants, kept choices and main switches, by openid: what WeChat knows and we can only estimate. */
export class GrantBook {
  private readonly counts = new Map<string, number>();
  private readonly standing = new Set<string>();
  private readonly kept = new Map<string, KeptChoice>();
  private readonly switchedOff = new Set<string>();

  /** One-time sends that WeChat would still take. */
  balance(openid: string, templateId: string): number {
    return this.counts.get(key(openid, templateId)) ?? 0;
  }

  /** One more one-time send. */
  add(openid: string, templateId: string): void {
    this.counts.set(key(openid, templateId), this.balance(openid, templateId) + 1);
  }

  /** One one-time send less, not below 0. */
  spend(openid: string, templateId: string): void {
    this.counts.set(key(openid, templateId), Math.max(0, this.balance(openid, templateId) - 1));
  }

  /** No one-time sends and no long-term grant left. */
  clear(openid: string, templateId: string): void {
    this.counts.delete(key(openid, templateId));
    this.standing.delete(key(openid, templateId));
  }

  /** Whether a long-term template is granted. */
  isStanding(openid: string, templateId: string): boolean {
    return this.standing.has(key(openid, templateId));
  }

  /** Grants a long-term template. */
  stand(openid: string, templateId: string): void {
    this.standing.add(key(openid, templateId));
  }

  /** The choice that keeps the pop-up away, or null. */
  keptChoice(openid: string, templateId: string): KeptChoice | null {
    return this.kept.get(key(openid, templateId)) ?? null;
  }

  /** Keeps a choice, or with null forgets it, as the settings page does. */
  keep(openid: string, templateId: string, choice: KeptChoice | null): void {
    if (choice === null) this.kept.delete(key(openid, templateId));
    else this.kept.set(key(openid, templateId), choice);
  }

  /** Whether the person takes messages of this app at all. */
  isMainSwitchOn(openid: string): boolean {
    return !this.switchedOff.has(openid);
  }

  /** Turns all messages of the app on or off. */
  setMainSwitch(openid: string, isOn: boolean): void {
    if (isOn) this.switchedOff.delete(openid);
    else this.switchedOff.add(openid);
  }
}

function key(openid: string, templateId: string): string {
  return `${openid}|${templateId}`;
}
