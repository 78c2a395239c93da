import {
  allow,
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

/** Who takes over a post, as the present officer entered it (art. 3). */
export interface Successor {
  readonly personName: string;
  /** Eleven digits, or null when the lead unit will enter it. */
  readonly phone: string | null;
  readonly section: string;
  readonly post: string;
  readonly isSectionHead: boolean;
  readonly notHeadReason: string | null;
}

/** An appointment as the lead unit enters it. */
export interface Listing extends Successor {
  readonly unitId: string;
  readonly role: Role;
  readonly phone: string;
  readonly validFrom: DateText;
}

/** What has to be known of the unit before somebody is listed for it. */
export interface ListingContext {
  readonly unitKind: UnitKind;
  readonly today: DateText;
}

/** Roles that only the lead unit itself holds (牵头单位经办人, 管理员). */
const LEAD_ROLES: readonly Role[] = ['lead-officer', 'administrator'];

function refusalsOf(checks: readonly (readonly [boolean, string, Refusal['facts']?])[]): Refusal[] {
  return checks.filter(([isWrong]) => isWrong).map(([, code, facts]) => ({ code, facts: facts ?? {} }));
}

function conclude<T>(value: T, refusals: readonly Refusal[]): Outcome<T> {
  const [first, ...rest] = refusals;
  return first === undefined ? allow(value) : refuseAll([first, ...rest]);
}

/**
 * Checks what was entered about a person (art. 3: a liaison is in principle the head of the section; otherwise the
 * reason is asked for). Collects every reason against it: `person.*`, `appointment.*`, `phone.unreadable`.
 */
export function decideSuccessor(entered: Successor, role: Role): Outcome<Successor> {
  const cleaned = cleanSuccessor(entered, role);
  const phone = entered.phone === null || isBlank(entered.phone) ? allow(null) : normalisePhone(entered.phone);
  const refusals = [
    ...refusalsOf([
      [cleaned.personName === '', 'person.name-missing'],
      [
        isLongerThan(cleaned.personName, PEOPLE_LIMITS.personName),
        'person.name-too-long',
        { limit: PEOPLE_LIMITS.personName },
      ],
      [
        isLongerThan(cleaned.section, PEOPLE_LIMITS.section),
        'appointment.section-too-long',
        { limit: PEOPLE_LIMITS.section },
      ],
      [isLongerThan(cleaned.post, PEOPLE_LIMITS.post), 'appointment.post-too-long', { limit: PEOPLE_LIMITS.post }],
      [lacksReason(cleaned, role), 'appointment.reason-missing'],
      [
        isLongerThan(cleaned.notHeadReason ?? '', PEOPLE_LIMITS.reason),
        'appointment.reason-too-long',
        { limit: PEOPLE_LIMITS.reason },
      ],
    ]),
    ...(phone.ok ? [] : phone.refusals),
  ];
  return conclude({ ...cleaned, phone: phone.ok ? phone.value : null }, refusals);
}

function cleanSuccessor(entered: Successor, role: Role): Successor {
  const needsReason = role === 'liaison' && !entered.isSectionHead;
  return {
    ...entered,
    personName: cleanLine(entered.personName),
    section: cleanLine(entered.section),
    post: cleanLine(entered.post),
    notHeadReason: needsReason && entered.notHeadReason !== null ? cleanLine(entered.notHeadReason) : null,
  };
}

function lacksReason(person: Successor, role: Role): boolean {
  return role === 'liaison' && !person.isSectionHead && (person.notHeadReason ?? '') === '';
}

/** Checks an appointment that the lead unit enters: the person, the role that fits the unit, a first day that has come. */
export function decideListing(entered: Listing, context: ListingContext): Outcome<Listing> {
  const person = decideSuccessor(entered, entered.role);
  const refusals = [
    ...(person.ok ? [] : person.refusals),
    ...refusalsOf([
      [isBlank(entered.phone), 'phone.missing'],
      [!ROLES.includes(entered.role), 'appointment.role-unknown'],
      [LEAD_ROLES.includes(entered.role) && context.unitKind !== 'lead', 'appointment.role-not-here'],
      [!isDateText(entered.validFrom), 'appointment.from-unreadable'],
      [isDateText(entered.validFrom) && entered.validFrom > context.today, 'appointment.from-future'],
    ]),
  ];
  const cleaned = person.ok ? person.value : entered;
  return conclude({ ...entered, ...cleaned, phone: cleaned.phone ?? '' }, refusals);
}
