import type { RulingName } from '../scoring';

/** One way to read the text: what it is called, and what it does, in a sentence. */
export interface Reading {
  readonly value: string;
  readonly name: string;
  readonly sentence: string;
}

/** What a regulation's register says about one switch, beside what the regulation itself says. */
export interface RegisterEntry {
  /** The question in words. */
  readonly title: string;
  /** Why the text leaves it open. */
  readonly doubt: string;
  /** What is decided: the months one by one, or the year's result alone. */
  readonly concerns: 'month' | 'year';
  /** Whether the year's result has to wait for a ruling. */
  readonly mustBeRuled: boolean;
  /** The readings by their value; a switch that is a number names those worth comparing, and any other may be ruled. */
  readonly readings: readonly Reading[];
}
export type Register = Readonly<Record<RulingName, RegisterEntry>>;
