import { Injectable } from '@nestjs/common';
import type { CircularItem } from '@jiannuo/shared/supervision';

/** What circulars say about the obligations named, by obligation. */
export type CircularReader = (
  groupId: string,
  obligationIds: readonly string[],
) => Promise<ReadonlyMap<string, readonly CircularItem[]>>;

/** Where the subject that issues circulars (通报), which this one does not know, says what they named. */
@Injectable()
export class PriorCirculars {
  private readonly readers: CircularReader[] = [];

  /** Adds a subject's reader, once at start. */
  register(reader: CircularReader): void {
    this.readers.push(reader);
  }

  /** The items about these obligations, by obligation. */
  async of(groupId: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly CircularItem[]>> {
    const items = new Map<string, readonly CircularItem[]>();
    for (const reader of this.readers) {
      for (const [id, found] of await reader(groupId, ids)) items.set(id, [...(items.get(id) ?? []), ...found]);
    }
    return items;
  }
}
