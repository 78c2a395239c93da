import { addDays, atBeijing, type Instant, type Period } from '@jiannuo/shared/kernel';
import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { DEMO_START } from './demo-world';
import { SAMPLE_APPLICATIONS, type ApplicationAct } from './sample-applications';
import { HANDED_IN_UNIT, SAMPLE_ASSESSMENTS, type AssessmentAct } from './sample-assessments';
import { SAMPLE_CONTACTS, type ContactAct } from './sample-contacts';
import { SAMPLE_UPDATES, type UpdateAct } from './sample-updates';

/** Something that a sample person does of their own accord at a moment. */
export type SampleAct = ReportAct | UpdateAct | ContactAct | ApplicationAct | AssessmentAct;

/** An act about a report. */
export interface ReportAct {
  readonly at: Instant;
  readonly period: Period;
  readonly unitNumber: number;
  readonly kind:
    | 'submit'
    | 'save-draft'
    | 'mark-ledger'
    | 'send-back'
    | 'correct'
    | 'accept'
    | 'enter-report'
    | 'enter-assessment'
    | 'waive';
}

/** The unit whose phone the visitor holds: from the beginning of the demo it does nothing by itself. */
export const OFFICER_UNIT = 6;
/** Units whose liaison has not bound WeChat: what they send comes by e-mail. */
const WITHOUT_PHONE = [7, 21];
/** Who marks the ledger in the demo: counties and zones with a phone. */
const LEDGER_UNITS = HEIHE_2022.units
  .filter(({ kind, number }) => (kind === 'county' || kind === 'zone') && !WITHOUT_PHONE.includes(number))
  .map(({ number }) => number);
const LATE_UNIT = 17;
const COUNTIES = HEIHE_2022.units.filter((unit) => unit.kind === 'county').map((unit) => unit.number);
const REPORTING = HEIHE_2022.units
  .filter(({ kind }) => kind !== 'lead' && kind !== 'oversight')
  .map((unit) => unit.number);
const WITH_PHONE = REPORTING.filter((number) => !WITHOUT_PHONE.includes(number));

/** April: everybody reported; one late, two by e-mail, one sent back and corrected; all accepted on the 25th. */
function april(): readonly ReportAct[] {
  const period = '2022-04';
  const act = (kind: ReportAct['kind'], unitNumber: number, at: Instant): ReportAct => ({
    at,
    period,
    unitNumber,
    kind,
  });
  const on = (day: number, time: string): Instant => atBeijing(`2022-04-${String(day)}`, time);
  return [
    ...WITH_PHONE.filter((unit) => unit !== LATE_UNIT && unit !== OFFICER_UNIT).map((unit) =>
      act('submit', unit, on(18 + (unit % 3), timeOf(unit))),
    ),
    act('submit', OFFICER_UNIT, on(19, '16:32')),
    act('submit', LATE_UNIT, on(21, '09:40')),
    ...WITHOUT_PHONE.map((unit) => act('enter-report', unit, on(21, '09:05'))),
    act('send-back', 3, on(21, '10:30')),
    act('correct', 3, on(22, '15:10')),
    ...LEDGER_UNITS.map((unit) => act('mark-ledger', unit, on(22, '16:00'))),
    ...COUNTIES.filter((unit) => unit !== HANDED_IN_UNIT).map((unit) => act('enter-assessment', unit, on(24, '09:00'))),
    ...REPORTING.map((unit) => act('accept', unit, on(25, '09:00'))),
  ];
}

/** May up to the beginning of the demo: four are in, two of them sent back, one is let off, one is half written. */
function mayBefore(): readonly ReportAct[] {
  const period = '2022-05';
  const act = (kind: ReportAct['kind'], unitNumber: number, day: number, time: string): ReportAct => ({
    at: atBeijing(`2022-05-${String(day)}`, time),
    period,
    unitNumber,
    kind,
  });
  return [
    act('waive', 8, 10, '10:00'),
    act('submit', 5, 12, '15:20'),
    act('submit', 10, 13, '10:05'),
    act('submit', 14, 13, '16:40'),
    act('send-back', 5, 16, '09:30'),
    act('send-back', 14, 16, '10:10'),
    act('submit', 2, 16, '16:20'),
    act('save-draft', OFFICER_UNIT, 16, '20:10'),
    ...LEDGER_UNITS.map((unit) => act('mark-ledger', unit, 16, '20:30')),
  ];
}

/** The rest of a month: the others hand in between the 17th and the 20th, one of them late. The lead unit does nothing by itself. */
function others(period: Period, done: readonly number[]): readonly ReportAct[] {
  const first = `${period}-17`;
  return WITH_PHONE.filter((unit) => unit !== OFFICER_UNIT && !done.includes(unit)).map((unitNumber) => {
    const day = unitNumber === LATE_UNIT ? 4 : unitNumber % 4;
    return { at: atBeijing(addDays(first, day), timeOf(unitNumber)), period, unitNumber, kind: 'submit' };
  });
}

function timeOf(unitNumber: number): string {
  const hour = 9 + ((unitNumber * 7) % 8);
  const minute = (unitNumber * 13) % 60;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const LATER_MONTHS: readonly Period[] = ['2022-06', '2022-07', '2022-08', '2022-09', '2022-10', '2022-11', '2022-12'];

/** Everything that the sample people do of their own accord from April to December 2022, earliest first. */
export const SAMPLE_ACTS: readonly SampleAct[] = [
  ...april(),
  ...mayBefore(),
  ...[5, 14].map((unitNumber): ReportAct => {
    return { at: atBeijing('2022-05-18', timeOf(unitNumber)), period: '2022-05', unitNumber, kind: 'correct' };
  }),
  ...others('2022-05', [2, 5, 8, 10, 14]),
  ...LATER_MONTHS.flatMap((period) => others(period, [])),
  ...SAMPLE_UPDATES,
  ...SAMPLE_CONTACTS,
  ...SAMPLE_APPLICATIONS,
  ...SAMPLE_ASSESSMENTS,
].sort((a, b) => (a.at < b.at ? -1 : 1));

/** The acts after `from` up to `to`, inclusive. */
export function actsBetween(from: Instant, to: Instant): readonly SampleAct[] {
  return SAMPLE_ACTS.filter((act) => act.at > from && act.at <= to);
}

/** Whether an act belongs to the visitor's free play, where it may find things changed. */
export function isInFreePlay(act: SampleAct): boolean {
  return act.at > DEMO_START;
}
