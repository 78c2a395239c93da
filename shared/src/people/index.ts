export { ROLES, UNIT_KINDS, PERMISSIONS, isPermitted, permissionsOf } from './roles';
export type { Permission, Role, UnitKind } from './roles';
export { DIRECTORY_GAPS } from './api';
export type {
  AppointmentView,
  BindingCandidatesView,
  ChangePhoneRequest,
  DesktopSignInState,
  DesktopSignInView,
  DirectoryGap,
  DirectoryView,
  GroupView,
  InviteRequest,
  InviteView,
  ListAppointmentRequest,
  MeView,
  SignInView,
  UnitsView,
  UnitView,
  WechatSignInRequest,
} from './api';
export { decideListing, decideSuccessor, type Listing, type ListingContext, type Successor } from './appointment';
export {
  BINDING_STEPS,
  decideBinding,
  decideInvite,
  type BindingFacts,
  type BindingStep,
  type InviteFacts,
} from './binding';
export { gapsOfDirectory, type DirectoryEntry } from './directory';
export {
  INVITE_ALPHABET,
  INVITE_LENGTH,
  INVITE_PURPOSES,
  inviteCodeFrom,
  normaliseInviteCode,
  type InvitePurpose,
} from './invite-code';
export { PEOPLE_LIMITS } from './limits';
export { decideAppointing, decideSignInOf, opensMore, type HeldAppointment } from './managing';
export { PEOPLE_MESSAGES } from './messages';
export { maskPhone, normalisePhone } from './phone';
export { ROLE_NAMES, UNIT_KIND_NAMES } from './names';
export { PERSON_COLUMNS, readRoster, ROSTER_SHEETS, UNIT_COLUMNS, type Roster, type RosterReading } from './roster';
export type { RosterPerson } from './roster-people';
export type { RosterUnit } from './roster-units';
export type { KnownUnit, RosterContext } from './roster-context';
export { fileWatermarkOf, watermarkOf } from './watermark';
