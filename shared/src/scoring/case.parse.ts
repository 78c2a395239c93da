import { fractionText, hasWideNumbers, isPeriod, refuse, refuseAll, type Outcome, type Period } from '../kernel';
import type {
  MonthCase,
  ScoreAdjustment,
  ScoreCase,
  ScoreInformation,
  ScoreInnovation,
  ScoreMeasure,
  ScoreMonth,
  ScoreObligation,
  YearCase,
} from './case';
import {
  isRecord,
  listOf,
  note,
  numberFault,
  readChoice,
  readClaim,
  readEntries,
  readInstant,
  readRecord,
  readText,
  shownName,
  type Fields,
  type Findings,
  type Place,
} from './case.reading';
import { readRulings } from './case.rulings';
import { regulationOf } from './registry';
import { ADJUSTMENT_TYPES, type Regulation } from './regulation';
import { termsOf } from './terms';

const CASE: Place = { part: 'case' };
const MONTH_KEYS = ['kind', 'regulation', 'month', 'unit', 'measures', 'obligations', 'information', 'adjustments'];
const YEAR_KEYS = ['kind', 'regulation', 'unit', 'months', 'innovations'];
const MEASURE_KEYS = ['id', 'done', 'failedSpotCheck'];
const OBLIGATION_KEYS = ['id', 'kind', 'dueAt', 'metAt'];
const INFORMATION_KEYS = ['id', 'highQuality', 'adopted'];
const ADJUSTMENT_KEYS = ['id', 'type', 'approved'];
const SCORED_MONTH_KEYS = ['month', 'rawTotal'];
const INNOVATION_KEYS = ['id', 'kind', 'approved'];

/**
 * What came from outside as a case to score, or every reason why it is none. Keys are exact: nothing may be missing, for
 * a list that was forgotten would score like an empty one, and nothing may be added; only `rulings` may be left out.
 */
export function parseScoreCase(input: unknown): Outcome<ScoreCase> {
  if (!isRecord(input)) return refuse('scoring.case-unreadable');
  const { kind, regulation: id } = input;
  if (kind !== 'month' && kind !== 'year') return refuse('scoring.kind-unknown');
  if (kind === 'year' && !hasWideNumbers()) return refuse('scoring.year-not-here');
  const named = typeof id === 'string' ? id : '';
  const regulation = regulationOf(named);
  if (regulation === null) return refuse('scoring.regulation-unknown', { field: shownName(named) });
  const findings: Findings = [];
  const value = (kind === 'month' ? readMonth : readYear)(findings, input, regulation);
  return refuseAll<ScoreCase>(findings, () => value);
}

/** The keys of a case; `rulings` only where it is there. */
function caseFields(findings: Findings, input: Fields, keys: readonly string[]): Fields {
  const hasRulings = Object.prototype.hasOwnProperty.call(input, 'rulings');
  readRecord(findings, input, hasRulings ? [...keys, 'rulings'] : keys, CASE);
  return input;
}

function readMonth(findings: Findings, input: Fields, regulation: Regulation): MonthCase {
  const fields = caseFields(findings, input, MONTH_KEYS);
  return {
    kind: 'month',
    regulation: regulation.id,
    month: readPeriod(findings, fields, regulation, CASE),
    unit: readText(findings, fields, 'unit', CASE),
    measures: readEntries(findings, fields, 'measures', (value, at) => readMeasure(findings, value, at)),
    obligations: readEntries(findings, fields, 'obligations', (value, at) => readObligation(findings, value, at)),
    information: readEntries(findings, fields, 'information', (value, at) => readInformation(findings, value, at)),
    adjustments: readEntries(findings, fields, 'adjustments', (value, at) => readAdjustment(findings, value, at)),
    rulings: readRulings(findings, fields['rulings'] === undefined ? {} : fields['rulings'], regulation),
  };
}

function readYear(findings: Findings, input: Fields, regulation: Regulation): YearCase {
  const fields = caseFields(findings, input, YEAR_KEYS);
  const rulings = readRulings(findings, fields['rulings'] === undefined ? {} : fields['rulings'], regulation);
  const kinds = Object.keys(regulation.innovation.kinds).map(Number);
  return {
    kind: 'year',
    regulation: regulation.id,
    unit: readText(findings, fields, 'unit', CASE),
    months: readMonths(findings, fields, regulation, rulings),
    innovations: readEntries(findings, fields, 'innovations', (value, at) =>
      readInnovation(findings, value, kinds, at),
    ),
    rulings,
  };
}

function readPeriod(findings: Findings, fields: Fields, { cycle }: Regulation, at: Place): Period {
  const value = fields['month'];
  if (!isPeriod(value)) {
    if (value !== undefined) note(findings, 'scoring.month-unreadable', at, { field: 'month' });
    return '';
  }
  if (value < cycle.first || value > cycle.last) {
    note(findings, 'scoring.month-outside', at, { field: 'month', limit: `${cycle.first}至${cycle.last}` });
  }
  return value;
}

function readMeasure(findings: Findings, value: unknown, at: Place): ScoreMeasure | null {
  const fields = readRecord(findings, value, MEASURE_KEYS, at);
  if (fields === null) return null;
  return {
    id: readText(findings, fields, 'id', at),
    done: readClaim(findings, fields, 'done', at),
    failedSpotCheck: readClaim(findings, fields, 'failedSpotCheck', at),
  };
}

function readObligation(findings: Findings, value: unknown, at: Place): ScoreObligation | null {
  const fields = readRecord(findings, value, OBLIGATION_KEYS, at);
  if (fields === null) return null;
  return {
    id: readText(findings, fields, 'id', at),
    kind: readText(findings, fields, 'kind', at),
    dueAt: readInstant(findings, fields, 'dueAt', at),
    metAt: fields['metAt'] === null ? null : readInstant(findings, fields, 'metAt', at),
  };
}

function readInformation(findings: Findings, value: unknown, at: Place): ScoreInformation | null {
  const fields = readRecord(findings, value, INFORMATION_KEYS, at);
  if (fields === null) return null;
  return {
    id: readText(findings, fields, 'id', at),
    highQuality: readClaim(findings, fields, 'highQuality', at),
    adopted: readClaim(findings, fields, 'adopted', at),
  };
}

function readAdjustment(findings: Findings, value: unknown, at: Place): ScoreAdjustment | null {
  const fields = readRecord(findings, value, ADJUSTMENT_KEYS, at);
  if (fields === null) return null;
  return {
    id: readText(findings, fields, 'id', at),
    type: readChoice(findings, fields['type'], ADJUSTMENT_TYPES, { at, field: 'type' }) ?? 'added-task',
    approved: readClaim(findings, fields, 'approved', at),
  };
}

function readInnovation(
  findings: Findings,
  value: unknown,
  kinds: readonly number[],
  at: Place,
): ScoreInnovation | null {
  const fields = readRecord(findings, value, INNOVATION_KEYS, at);
  if (fields === null) return null;
  return {
    id: readText(findings, fields, 'id', at),
    kind: readChoice(findings, fields['kind'], kinds, { at, field: 'kind' }) ?? 0,
    approved: readClaim(findings, fields, 'approved', at),
  };
}

function readMonths(
  findings: Findings,
  fields: Fields,
  regulation: Regulation,
  rulings: YearCase['rulings'],
): readonly ScoreMonth[] {
  const { mostOfMonth: most } = termsOf({ regulation: regulation.id, rulings });
  const rule = { most, shownMost: fractionText(most), places: null, sample: `${fractionText(most)}”或“1/3` };
  const taken = new Set<Period>();
  const months: ScoreMonth[] = [];
  for (const [index, value] of listOf(findings, fields, 'months').entries()) {
    const at: Place = { part: 'months', index };
    const entry = readRecord(findings, value, SCORED_MONTH_KEYS, at);
    if (entry === null) continue;
    const month = readPeriod(findings, entry, regulation, at);
    if (month !== '' && taken.has(month)) note(findings, 'scoring.duplicate-month', at, { field: 'month' });
    taken.add(month);
    months.push({ month, rawTotal: readRawTotal(findings, entry, rule, at) });
  }
  return months;
}

function readRawTotal(findings: Findings, entry: Fields, rule: Parameters<typeof numberFault>[1], at: Place): string {
  const value = entry['rawTotal'];
  if (value === undefined) return '';
  const fault = numberFault(value, rule);
  if (fault === null) return value as string;
  note(findings, fault.code, at, { ...fault.facts, field: 'rawTotal' });
  return '';
}
