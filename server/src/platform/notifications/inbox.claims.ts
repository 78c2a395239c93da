import { Injectable } from '@nestjs/common';
import type { ClaimView } from '@jiannuo/shared/notifications';
import type { Actor } from '../identity';

/** Says what of a feature waits for a reader at this moment, and names nothing that the reader may not know of. */
export type ClaimReader = (actor: Actor) => Promise<readonly ClaimView[]>;

/** Where features say what waits for a reader, whether or not a notice told of it. */
@Injectable()
export class InboxClaims {
  private readonly readers: ClaimReader[] = [];

  /** Adds a feature's reader, once at start. */
  register(reader: ClaimReader): void {
    this.readers.push(reader);
  }

  /** Everything that waits for the actor. */
  async of(actor: Actor): Promise<readonly ClaimView[]> {
    return (await Promise.all(this.readers.map((reader) => reader(actor)))).flat();
  }
}
