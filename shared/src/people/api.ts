import type { DateText, Instant } from '../kernel';
import type { Permission, Role, UnitKind } from './roles';

/** A unit (单位) as lists show it: everyday short name, official full name. */
export interface UnitView {
  readonly id: string;
  /** Order and number within the group; it stands in receipt numbers. */
  readonly number: number;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
}

/** One appointment (任职) of a person in a unit. `phone` is masked unless the reader may manage people. */
export interface AppointmentView {
  readonly id: string;
  readonly unit: UnitView;
  readonly role: Role;
  readonly personName: string;
  readonly phone: string;
  readonly section: string;
  readonly post: string;
  readonly isSectionHead: boolean;
  /** Required when a liaison is not the section head (art. 3, 原则上). */
  readonly notHeadReason: string | null;
  readonly validFrom: DateText;
  readonly validTo: DateText | null;
  readonly listedBy: string;
  readonly listedOn: DateText;
  readonly isBound: boolean;
}

/** GET /api/me. */
export interface MeView {
  readonly personId: string;
  readonly personName: string;
  readonly current: AppointmentView;
  readonly appointments: readonly AppointmentView[];
  readonly permissions: readonly Permission[];
  /** For a unit's leader: whom to call about what the unit owes; null where there is nobody, and for everybody else. */
  readonly liaison: { readonly personName: string; readonly phone: string } | null;
  readonly group: GroupView;
  readonly serverNow: Instant;
  readonly isDemo: boolean;
}

export interface GroupView {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly leadUnitName: string;
  readonly leadPhone: string;
  readonly leadHours: string;
  readonly isSample: boolean;
}

/** POST /api/sign-in/wechat `{ code }`: a session at once for a bound account, otherwise a ticket to bind with. */
export type SignInView =
  | { readonly kind: 'signed-in'; readonly token: string; readonly expiresAt: Instant }
  | { readonly kind: 'unbound'; readonly ticket: string; readonly expiresAt: Instant };

/** POST /api/sign-in/phone `{ ticket, phoneCode }` and POST /api/sign-in/invite `{ ticket, inviteCode }`: who the lead unit listed. */
export interface BindingCandidatesView {
  readonly phone: string | null;
  readonly candidates: readonly AppointmentView[];
  readonly leadPhone: string;
  readonly leadHours: string;
}

/** POST /api/sign-in/bind `{ ticket, appointmentId }` answers a `signed-in` SignInView. */

/** POST /api/desktop-sign-in answers this; GET /api/desktop-sign-in/:id polls; POST /api/desktop-sign-in/:id/confirm by a signed-in phone. */
export interface DesktopSignInView {
  readonly id: string;
  /** PNG as a data URI: the mini program code that carries the id. */
  readonly qrCode: string;
  readonly expiresAt: Instant;
}
export type DesktopSignInState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'signed-in'; readonly token: string; readonly expiresAt: Instant }
  | { readonly kind: 'expired' };

/** POST /api/appointments/:id/invite: a single-use code, shown once. */
export interface InviteView {
  readonly code: string;
  readonly expiresAt: Instant;
}

/** GET /api/units: the group's units in their order. */
export interface UnitsView {
  readonly units: readonly UnitView[];
}

/** What the directory lacks (R9): no liaison, one who is not the section head, no leader to turn to, nobody who bound WeChat. */
export const DIRECTORY_GAPS = ['no-liaison', 'not-section-head', 'no-leader', 'liaison-unbound'] as const;
export type DirectoryGap = (typeof DIRECTORY_GAPS)[number];

/** GET /api/appointments: who holds which post now; with `?unitId=&history=1` one unit's former holders too, latest first. */
export interface DirectoryView {
  readonly rows: readonly AppointmentView[];
  readonly gaps: readonly { readonly unitId: string; readonly unitName: string; readonly gap: DirectoryGap }[];
}

/** POST /api/appointments answers the new AppointmentView. For a unit that has a liaison, `replaces` names the one to end. */
export interface ListAppointmentRequest {
  readonly unitId: string;
  readonly role: Role;
  readonly personName: string;
  readonly phone: string;
  readonly section: string;
  readonly post: string;
  readonly isSectionHead: boolean;
  readonly notHeadReason: string | null;
  /** Today when left out. */
  readonly validFrom?: DateText;
  readonly replaces?: string | null;
}

/** POST /api/appointments/:id/end answers the ended AppointmentView. */

/** PUT /api/appointments/:id/phone answers the AppointmentView. */
export interface ChangePhoneRequest {
  readonly phone: string;
}

/**
 * POST /api/appointments/:id/invite: for somebody else's appointment a code that binds that person's WeChat (lead unit);
 * for one's own a code that hands the post over, with the successor if known.
 */
export interface InviteRequest {
  readonly successor?: {
    readonly personName: string;
    readonly section: string;
    readonly post: string;
    readonly isSectionHead: boolean;
    readonly notHeadReason: string | null;
  } | null;
}

/**
 * POST /api/sign-in/wechat `{ code, isAdding }`: `isAdding` asks for a ticket although the account is bound already,
 * to enter the code of a further post.
 */
export interface WechatSignInRequest {
  readonly code: string;
  readonly isAdding?: boolean;
}
