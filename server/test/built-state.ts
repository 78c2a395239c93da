import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * What the services of a server held when it was built: its fields, with the entries of lists and maps. A test may
 * register something there or let a job remember its day; the next test finds nothing of it.
 */
export class BuiltState {
  private readonly undoing: (() => void)[] = [];

  constructor(app: NestFastifyApplication) {
    for (const service of servicesOf(app)) {
      for (const [name, value] of Object.entries(service)) {
        this.undoing.push(() => Object.assign(service, { [name]: value }));
        const refill = refillOf(value);
        if (refill) this.undoing.push(refill);
      }
    }
  }

  /** Puts everything back. */
  restore(): void {
    for (const undo of this.undoing) undo();
  }
}

/** Every service and controller, once, without those of Nest itself. */
function servicesOf(app: NestFastifyApplication): ReadonlySet<object> {
  const services = new Set<object>();
  for (const module of app.get(ModulesContainer).values()) {
    if (module.name === 'InternalCoreModule') continue;
    for (const { instance } of [...module.providers.values(), ...module.controllers.values()]) {
      if (typeof instance === 'object' && instance !== null) services.add(instance);
    }
  }
  return services;
}

/** Puts back what a list, a set or a map holds now; null for everything else. */
function refillOf(value: unknown): (() => void) | null {
  if (Array.isArray(value)) {
    const items = [...(value as unknown[])];
    return () => value.splice(0, value.length, ...items);
  }
  if (value instanceof Map) {
    const entries = [...(value as Map<unknown, unknown>)];
    return () => {
      value.clear();
      for (const [key, entry] of entries) value.set(key, entry);
    };
  }
  if (value instanceof Set) {
    const items = [...(value as Set<unknown>)];
    return () => {
      value.clear();
      for (const item of items) value.add(item);
    };
  }
  return null;
}
