import { atBeijing, type Instant, type Period } from '@jiannuo/shared/kernel';

/** One step in the assessment of a sample month. */
export type AssessmentStep = 'hand-in' | 'confirm' | 'agree' | 'finalise' | 'publish' | 'correct';

/** What a county or the lead unit does about a month of assessment at a moment. */
export interface AssessmentAct {
  readonly at: Instant;
  readonly period: Period;
  readonly unitNumber: number;
  readonly kind: 'assessment';
  readonly step: AssessmentStep;
}

/** The county whose proof of one measure came later: its score is lower at first, and corrected after publication. */
export const CORRECTED_UNIT = 5;
/** The county that hands its sheet in itself; what the others handed in came by e-mail. */
export const HANDED_IN_UNIT = 6;
/** The county without a phone: it marks no ledger, and what it sent by e-mail is looked at. */
export const BY_MAIL_UNIT = 7;
const COUNTIES = [2, 3, 4, 5, 6, 7];
const APRIL = '2022-04';

function act(day: string, time: string, unitNumber: number, step: AssessmentStep): AssessmentAct {
  return { at: atBeijing(`2022-${day}`, time), period: APRIL, unitNumber, kind: 'assessment', step };
}

/** April goes its whole way: handed in, reviewed, agreed or left to run, final, told to all, and corrected once. */
export const SAMPLE_ASSESSMENTS: readonly AssessmentAct[] = [
  act('04-22', '16:20', HANDED_IN_UNIT, 'hand-in'),
  ...COUNTIES.map((unit) => act('04-29', `14:${String(10 + unit)}`, unit, 'confirm')),
  act('04-29', '16:40', HANDED_IN_UNIT, 'agree'),
  ...COUNTIES.map((unit) => act('05-09', `09:${String(10 + unit)}`, unit, 'finalise')),
  act('05-09', '10:00', 2, 'publish'),
  act('05-11', '15:30', CORRECTED_UNIT, 'correct'),
];
