import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { execute, insertRows } from '../../../platform/database';
import { lockedRow } from './locked-rows';

/** A person as commands see one. */
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
}

/** The person with a phone number in its eleven digits, locked; null when nobody has it. */
export async function personWithPhone(tx: EntityManager, phone: string): Promise<PersonFacts | null> {
  return lockedRow<PersonFacts>(tx, 'SELECT id, name, phone FROM person WHERE phone = ?', [phone]);
}

/** One person, locked; null when there is none. */
export async function personFacts(tx: EntityManager, id: string): Promise<PersonFacts | null> {
  return lockedRow<PersonFacts>(tx, 'SELECT id, name, phone FROM person WHERE id = ?', [id]);
}

/** Adds a person. */
export async function insertPerson(tx: EntityManager, person: PersonFacts & { readonly now: Instant }): Promise<void> {
  const { id, name, phone, now } = person;
  await insertRows(tx, 'person', [{ id, name, phone, created_at: now }]);
}

/** Gives a person a phone number, or takes it away with null. */
export async function setPhone(tx: EntityManager, personId: string, phone: string | null): Promise<void> {
  await execute(tx, 'UPDATE person SET phone = ? WHERE id = ?', [phone, personId]);
}
