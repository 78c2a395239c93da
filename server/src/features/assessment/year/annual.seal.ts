import { missingMonthsOf, yearCaseOf } from '@jiannuo/shared/assessment';
import type { Period } from '@jiannuo/shared/kernel';
import type { GroupYear } from './annual-records';
import { sealed } from '../assessment.journal';

/** Names what a year would be made from at this moment, so that what is made final is what was looked at. */
export function yearSeal({ counties }: GroupYear, current: Period): string {
  return sealed(
    counties.map(({ records }) => ({ year: yearCaseOf(records), missing: missingMonthsOf(records, current) })),
  ).hash;
}
