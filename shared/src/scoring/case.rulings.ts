import { fraction, refuseAll, type Outcome } from '../kernel';
import { CASE_LIMITS } from './case';
import { isRecord, note, numberFault, readChoice, type Findings, type NumberRule, type Place } from './case.reading';
import { EMPTY_LEDGER_READINGS, type Regulation, type RulingName, type RulingOverrides } from './regulation';

const RULINGS: Place = { part: 'rulings' };
const FACTOR: NumberRule = { most: fraction(1), shownMost: '1', places: CASE_LIMITS.factorPlaces, sample: '0.7' };
/** No reading of the text comes near it; a number beyond is a slip of the keys. */
const CAP: NumberRule = { most: fraction(1000), shownMost: '1000', places: 2, sample: '20' };
const NUMBER_RULES: Partial<Record<RulingName, NumberRule>> = {
  monthlyFactor: FACTOR,
  annualFactor: FACTOR,
  adjustmentCap: CAP,
};

/** The readings that a ruling may choose among; null for a ruling that is a number. */
export function rulingChoices(regulation: Regulation, ruling: RulingName): readonly string[] | null {
  if (ruling === 'materials') return Object.keys(regulation.materials);
  if (ruling === 'annualReading') return Object.keys(regulation.taskPart.readings);
  return ruling === 'emptyLedger' ? EMPTY_LEDGER_READINGS : null;
}

/** Rulings from outside by the regulation they are about, or every reason against them. None is an empty record. */
export function parseRulings(input: unknown, regulation: Regulation): Outcome<RulingOverrides> {
  const findings: Findings = [];
  const rulings = readRulings(findings, input, regulation);
  return refuseAll(findings, () => rulings);
}

/** Rulings as `parseRulings` reads them, with what is wrong noted. */
export function readRulings(findings: Findings, input: unknown, regulation: Regulation): RulingOverrides {
  if (!isRecord(input)) {
    note(findings, 'scoring.unreadable', RULINGS, {});
    return {};
  }
  const rulings: Record<string, string> = {};
  for (const [name, given] of Object.entries(input)) {
    if (!isRulingName(regulation, name)) {
      note(findings, 'scoring.ruling-unknown', RULINGS, { field: name });
      continue;
    }
    const value = name === 'adjustmentCap' && typeof given === 'number' ? String(given) : given;
    if (isRuling(findings, value, name, regulation)) rulings[name] = value;
  }
  return rulings;
}

function isRulingName(regulation: Regulation, name: string): name is RulingName {
  return Object.prototype.hasOwnProperty.call(regulation.rulings, name);
}

function isRuling(findings: Findings, value: unknown, name: RulingName, regulation: Regulation): value is string {
  const choices = rulingChoices(regulation, name);
  if (choices !== null) return readChoice(findings, value, choices, { at: RULINGS, field: name }) !== null;
  const rule = NUMBER_RULES[name] ?? FACTOR;
  const fault = numberFault(value, rule);
  if (fault !== null) note(findings, fault.code, RULINGS, { ...fault.facts, field: name });
  return fault === null;
}
