/** What goes wrong with a call. The last three happen after WeChat has done what was asked. */
export type ScriptedFault =
  | { readonly kind: 'busy' }
  | { readonly kind: 'errcode'; readonly errcode: number; readonly errmsg: string }
  | { readonly kind: 'bad-gateway' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'hang-after-accepting' }
  | { readonly kind: 'cut-after-accepting' }
  | { readonly kind: 'slow'; readonly milliseconds: number };

/** Faults for the next `times` calls of a path, after letting `skip` calls pass. */
export interface FaultOrder {
  readonly path: string;
  readonly fault: ScriptedFault;
  readonly times: number;
  readonly skip: number;
}

/** Faults waiting for their call, first come first served. */
export class FaultScript {
  private orders: { order: FaultOrder; seen: number }[] = [];

  /** Adds faults behind those that wait. */
  add(order: FaultOrder): void {
    this.orders.push({ order, seen: 0 });
  }

  /** Forgets all faults. */
  clear(): void {
    this.orders = [];
  }

  /** The fault for this call, or null. */
  take(path: string): ScriptedFault | null {
    const entry = this.orders.find((candidate) => candidate.order.path === path);
    if (entry === undefined) return null;
    entry.seen += 1;
    if (entry.seen >= entry.order.skip + entry.order.times) this.orders.splice(this.orders.indexOf(entry), 1);
    return entry.seen > entry.order.skip ? entry.order.fault : null;
  }

  /** What still waits. */
  waiting(): readonly FaultOrder[] {
    return this.orders.map((entry) => entry.order);
  }
}
