export { ROLES, UNIT_KINDS, PERMISSIONS, isPermitted, permissionsOf } from './roles';
export type { Permission, Role, UnitKind } from './roles';
export type {
  AppointmentView,
  BindingCandidatesView,
  DesktopSignInState,
  DesktopSignInView,
  GroupView,
  InviteView,
  MeView,
  SignInView,
  UnitView,
} from './api';
