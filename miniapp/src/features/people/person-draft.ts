import type { DateText } from '@jiannuo/shared/kernel';
import {
  decideListing,
  PEOPLE_MESSAGES,
  type ListAppointmentRequest,
  type Role,
  type UnitView,
} from '@jiannuo/shared/people';
import { useRef, useState } from 'react';
import { readStored, removeStored, writeStored } from '../../platform/storage';

/** What is typed about somebody who is to be listed. */
export interface PersonTyped {
  readonly personName: string;
  readonly phone: string;
  readonly section: string;
  readonly post: string;
  readonly isSectionHead: boolean;
  readonly notHeadReason: string;
}
export type PersonField = 'personName' | 'phone' | 'section' | 'post' | 'notHeadReason';

const EMPTY: PersonTyped = {
  personName: '',
  phone: '',
  section: '',
  post: '',
  isSectionHead: true,
  notHeadReason: '',
};

/** For which post, in which unit, in whose place. */
export interface Listing {
  readonly unit: UnitView;
  readonly role: Role;
  readonly replaces: string | null;
}

/** The request that the typed words come to. */
export function requestOf(typed: PersonTyped, { unit, role, replaces }: Listing): ListAppointmentRequest {
  const { notHeadReason, ...person } = typed;
  return {
    ...person,
    unitId: unit.id,
    role,
    notHeadReason: role === 'liaison' && !typed.isSectionHead ? notHeadReason : null,
    replaces,
  };
}

/** The field that a refusal is about; null when it is about none of them. */
export function fieldOfCode(code: string): PersonField | null {
  if (code.startsWith('person.name')) return 'personName';
  if (code.startsWith('phone.')) return 'phone';
  if (code.startsWith('appointment.section')) return 'section';
  if (code.startsWith('appointment.post')) return 'post';
  return code.startsWith('appointment.reason') ? 'notHeadReason' : null;
}

/** What keeps somebody from being listed, by field, in the words of the shared decision. */
export function personErrors(
  typed: PersonTyped,
  listing: Listing,
  today: DateText,
): Readonly<Partial<Record<PersonField, string>>> {
  const { notHeadReason } = requestOf(typed, listing);
  const entered = { ...typed, role: listing.role, notHeadReason, validFrom: today };
  const outcome = decideListing(entered, { unitKind: listing.unit.kind, today });
  const errors: Partial<Record<PersonField, string>> = {};
  for (const { code, facts } of outcome.ok ? [] : outcome.refusals) {
    const field = fieldOfCode(code);
    if (field !== null) errors[field] ??= PEOPLE_MESSAGES[code as keyof typeof PEOPLE_MESSAGES](facts);
  }
  return errors;
}

/** The words typed so far; on this device until the person is listed. */
export interface PersonBook {
  readonly typed: PersonTyped;
  readonly change: (part: Partial<PersonTyped>) => void;
  readonly forget: () => void;
}

/** Opens what was typed for a post before, or an empty form. */
export function usePersonDraft({ unit, role }: Listing): PersonBook {
  const name = `person/${unit.id}/${role}`;
  const kept = useRef<PersonTyped>();
  kept.current ??= readStored<PersonTyped>(name) ?? EMPTY;
  const [, redraw] = useState(0);
  return {
    typed: kept.current,
    change: (part) => {
      kept.current = { ...(kept.current ?? EMPTY), ...part };
      writeStored(name, kept.current);
      redraw((count) => count + 1);
    },
    forget: () => {
      removeStored(name);
    },
  };
}
