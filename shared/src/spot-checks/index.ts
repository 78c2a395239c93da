export type {
  CheckedMeasure,
  DrawView,
  FindingFile,
  FindingListView,
  FindingRequest,
  FindingView,
  SpotCheckMonth,
  SpotCheckRequest,
  SpotCheckView,
  WithdrawFindingRequest,
} from './api';
export { decideSpotCheck, spotCheckActions, type SpotCheckSituation } from './decide';
export {
  commitmentOf,
  drawUnits,
  numberRanges,
  seedOf,
  weigh,
  type Candidate,
  type Drawn,
  type NumberRange,
  type WeighedCandidate,
} from './draw';
export { checkFindingText, checkWithdrawalReason, FINDING_LIMITS, VERDICTS, type Verdict } from './findings';
export { SPOT_CHECKS_MESSAGES } from './messages';
export { monthsOfCycle, spotCheckRuleOf, type SpotCheckRule } from './rule';
export { drawScript, type DrawRecord } from './script';
export { SPOT_CHECK_STATES, SPOT_CHECK_TRANSITIONS, type SpotCheckAction, type SpotCheckState } from './states';
