export { CONTACT_CHANNEL_NAMES, CONTACT_CHANNELS, type ContactChannel } from './channels';
export { CONTACT_LIMITS, MATTER_LIMITS } from './limits';
export {
  contactDays,
  decideContact,
  decideStrike,
  type ContactFacts,
  type ContactSpan,
  type TypedContact,
} from './contact';
export {
  CONTACT_UNIT_KINDS,
  COVERAGE_STANDINGS,
  coverageOf,
  coverageSentence,
  currentOf,
  isUncontacted,
  periodsOf,
  type CountedContact,
  type CoverageCell,
  type CoverageStanding,
} from './coverage';
export {
  CONTACT_SOURCES,
  type ContactLogView,
  type ContactSource,
  type ContactView,
  type CoverageRow,
  type CoverageView,
  type RecordContactRequest,
  type RecordedContacts,
} from './api';
export { MATTER_ACTIONS, MATTER_ARTICLE, MATTER_KINDS, MATTER_STATES, MATTER_TRANSITIONS } from './matter.states';
export type { MatterAction, MatterKind, MatterState } from './matter.states';
export {
  answerWords,
  decideMatter,
  firstMatterState,
  matterActions,
  reopenUntil,
  type MatterSituation,
} from './matter';
export { parseMatter, parseMatterStep, STEP_LABELS } from './matter.reading';
export type { MatterContent, MatterStep, ProblemLine } from './matter.reading';
export { MATTER_KIND_NAMES, MATTER_LABELS, MATTER_STATE_NAMES } from './matter.words';
export type {
  MatterEvent,
  MatterListView,
  MatterRow,
  MatterStanding,
  MatterStartView,
  MatterStepRequest,
  MatterView,
  ProblemView,
  RaiseMatterRequest,
} from './matter.api';
export { COORDINATION_MESSAGES } from './messages';
