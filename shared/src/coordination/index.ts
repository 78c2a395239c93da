export { CONTACT_CHANNEL_NAMES, CONTACT_CHANNELS, type ContactChannel } from './channels';
export { CONTACT_LIMITS } from './limits';
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
export { COORDINATION_MESSAGES } from './messages';
