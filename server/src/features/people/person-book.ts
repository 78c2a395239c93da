import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { DomainError } from '../../platform/http';
import { heldBy } from './persistence/appointment.repository';
import { insertPerson, personWithPhone, setPhone, type PersonFacts } from './persistence/person.repository';
import { forgetProvenPerson } from './persistence/sign-in-ticket.repository';
import { SecretMaker } from './secret-maker';

/** Keeps one person for one phone number. An office phone passes on with the post, so a number can change hands. */
@Injectable()
export class PersonBook {
  constructor(private readonly secrets: SecretMaker) {}

  /**
   * The person with this name and number, added when new. A number that was somebody else's passes on when that person
   * holds no post any more; otherwise throws `phone.taken`.
   */
  async personFor(
    tx: EntityManager,
    person: { readonly name: string; readonly phone: string; readonly now: Instant },
  ): Promise<string> {
    const known = await personWithPhone(tx, person.phone);
    if (known?.name === person.name) return known.id;
    if (known !== null) await this.release(tx, known);
    const id = this.secrets.id();
    await insertPerson(tx, { id, ...person });
    return id;
  }

  /** Gives a person a number, under the same rule. */
  async givePhone(tx: EntityManager, personId: string, phone: string): Promise<void> {
    const known = await personWithPhone(tx, phone);
    if (known?.id === personId) return;
    if (known !== null) await this.release(tx, known);
    await this.setPhone(tx, personId, phone);
  }

  private async release(tx: EntityManager, person: PersonFacts): Promise<void> {
    const held = await heldBy(tx, person.id);
    if (held.length > 0) throw DomainError.conflict('phone.taken');
    await this.setPhone(tx, person.id, null);
  }

  /** A binding under way on the former number has proven nothing any more. */
  private async setPhone(tx: EntityManager, personId: string, phone: string | null): Promise<void> {
    await setPhone(tx, personId, phone);
    await forgetProvenPerson(tx, personId);
  }
}
