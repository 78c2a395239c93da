import {
  cleanLine,
  isBlank,
  isDateText,
  isLongerThan,
  refuseAll,
  type DateText,
  type Outcome,
  type Refusal,
} from '../kernel';
import { PEOPLE_LIMITS } from './limits';
import { normalisePhone } from './phone';
import { ROLES, type Role, type UnitKind } from './roles';

/**
 * Who holds a post, in words (art. 3). The present officer names a successor with it when handing over. It carries no
 * phone number on purpose: a number is what WeChat proves or the lead unit enters, never what a predecessor claims.
 */
export interface Successor {
  readonly personName: string;
  readonly section: string;
  readonly post: string;
  readonly isSectionHead: boolean;
  readonly notHeadReason: string | null;
}

/** An appointment as the lead unit enters it. */
export interface Listing extends Successor {
  readonly role: Role;
  readonly phone: string;
  readonly validFrom: DateText;
}

/** What has to be known before somebody is listed for a unit. */
export interface ListingContext {
  readonly unitKind: UnitKind;
  readonly today: DateText;
}

/** Roles that only the lead unit itself holds (牵头单位经办人, 管理员). */
const LEAD_ROLES: readonly Role[] = ['lead-officer', 'administrator'];

interface Check {
  readonly isWrong: boolean;
  readonly code: string;
  readonly limit?: number;
}

function refusalsOf(checks: readonly Check[]): Refusal[] {
  return checks
    .filter((check) => check.isWrong)
    .map(({ code, limit }) => ({ code, facts: limit === undefined ? {} : { limit } }));
}

function tooLong(text: string, code: string, limit: number): Check {
  return { isWrong: isLongerThan(text, limit), code, limit };
}

/**
 * Checks what was entered about a person (art. 3: a liaison is in principle the head of the section; when not, the
 * reason is asked for). Collects every reason against it, `person.*` and `appointment.*`.
 */
export function decideSuccessor(entered: Successor, role: Role): Outcome<Successor> {
  const person = cleanSuccessor(entered, role);
  const reason = person.notHeadReason ?? '';
  const refusals = refusalsOf([
    { isWrong: person.personName === '', code: 'person.name-missing' },
    tooLong(person.personName, 'person.name-too-long', PEOPLE_LIMITS.personName),
    tooLong(person.section, 'appointment.section-too-long', PEOPLE_LIMITS.section),
    tooLong(person.post, 'appointment.post-too-long', PEOPLE_LIMITS.post),
    { isWrong: needsReason(person, role) && reason === '', code: 'appointment.reason-missing' },
    tooLong(reason, 'appointment.reason-too-long', PEOPLE_LIMITS.reason),
  ]);
  return refuseAll(refusals, () => person);
}

function cleanSuccessor(entered: Successor, role: Role): Successor {
  const reason = needsReason(entered, role) ? entered.notHeadReason : null;
  return {
    personName: cleanLine(entered.personName),
    section: cleanLine(entered.section),
    post: cleanLine(entered.post),
    isSectionHead: entered.isSectionHead,
    notHeadReason: reason === null ? null : cleanLine(reason),
  };
}

function needsReason(person: Successor, role: Role): boolean {
  return role === 'liaison' && !person.isSectionHead;
}

/** Checks an appointment that the lead unit enters: the person, the role that fits the unit, a first day that has come. */
export function decideListing(entered: Listing, context: ListingContext): Outcome<Listing> {
  const person = decideSuccessor(entered, entered.role);
  const phone = normalisePhone(entered.phone);
  const isPhoneMissing = isBlank(entered.phone);
  const refusals = [
    ...(person.ok ? [] : person.refusals),
    ...(phone.ok || isPhoneMissing ? [] : phone.refusals),
    ...refusalsOf([
      { isWrong: isPhoneMissing, code: 'phone.missing' },
      { isWrong: !ROLES.includes(entered.role), code: 'appointment.role-unknown' },
      { isWrong: LEAD_ROLES.includes(entered.role) && context.unitKind !== 'lead', code: 'appointment.role-not-here' },
      { isWrong: !isDateText(entered.validFrom), code: 'appointment.from-unreadable' },
      { isWrong: isDateText(entered.validFrom) && entered.validFrom > context.today, code: 'appointment.from-future' },
    ]),
  ];
  return refuseAll(refusals, () => ({
    ...(person.ok ? person.value : entered),
    role: entered.role,
    phone: phone.ok ? phone.value : '',
    validFrom: entered.validFrom,
  }));
}
