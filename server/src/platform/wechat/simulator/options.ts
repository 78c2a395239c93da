import type { TemplateContract } from '../templates/template-contract';
import type { Profile, Readings } from './assumptions';

/** Where and how an app wants its events: plain or encrypted, XML or JSON. */
export interface SimulatedCallback {
  readonly url: string;
  readonly token: string;
  readonly encodingAesKey: string;
  readonly mode: 'plain' | 'safe';
  readonly format: 'xml' | 'json';
}

/** A mini program account. */
export interface SimulatedApp {
  readonly appId: string;
  readonly secret: string;
  /** Addresses that may ask for tokens; left out, all may. */
  readonly allowedIps?: readonly string[];
  readonly callback?: SimulatedCallback;
}

/** A person with WeChat on a phone. */
export interface SimulatedUser {
  readonly id: string;
  readonly name?: string;
  /** Mainland number without country code. */
  readonly phone?: string;
  /** Only when the account is bound to an open platform. */
  readonly unionid?: string;
}

/** A long-term template that takes one message a period for each value of one field. */
export interface LimitedTemplate {
  readonly templateId: string;
  readonly codeKey: string;
  readonly period: 'day' | 'month';
}

/** The pages of the released version, and those that only the trial version has. */
export interface SimulatedPages {
  readonly published: readonly string[];
  readonly trial: readonly string[];
}

/** Reads the present instant; the demo and tests move it. */
export interface SimulatorClock {
  now(): string;
}

/** Everything the simulator is made of. */
export interface SimulatorOptions {
  /** 0 takes a free port. The simulator always listens on the loopback address only. */
  readonly port: number;
  readonly clock: SimulatorClock;
  readonly seed: number;
  readonly profile: Profile;
  readonly readings?: Partial<Readings>;
  readonly templates: readonly TemplateContract[];
  readonly limitedTemplates?: readonly LimitedTemplate[];
  readonly appPages: readonly string[] | SimulatedPages;
  readonly apps: readonly SimulatedApp[];
  readonly users: readonly SimulatedUser[];
  /** Real milliseconds every answer takes; 0 unless told. */
  readonly latencyMs?: number;
  /** Real milliseconds the callback has to answer; 5 000 unless told. */
  readonly callbackTimeoutMs?: number;
}
