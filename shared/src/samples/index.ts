import type { SampleGroup } from './group';
import { HEIHE_2022 } from './heihe-2022';
import { INVESTMENT_2022 } from './investment-2022';

export { CALENDAR_2022 } from './calendar-2022';
export { SAMPLE_DELIVERY } from './delivery';
export type { SampleGroup, SampleUnit } from './group';
export { HEIHE_2022 } from './heihe-2022';
export { INVESTMENT_2022 } from './investment-2022';
export { sampleLedger, type SampleMeasure } from './ledger';
export { aReport, type ReportBuilder } from './report';
export { aMonth, aYear, type MonthCaseBuilder } from './score-case';

/** Two groups with nothing in common, for demo data and tests. */
export const sampleGroups: readonly SampleGroup[] = [HEIHE_2022, INVESTMENT_2022];
