import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Period } from '@jiannuo/shared/kernel';
import { DomainError } from '../../platform/http';

/** Answers whether a group's month has been told to all (通报), inside the transaction that asks. */
export type PublishedMonthReader = (tx: EntityManager, groupId: string, period: Period) => Promise<boolean>;

/** Where a later subject, which this one does not know, says which months are closed to changes. */
@Injectable()
export class PublishedMonths {
  private readonly readers: PublishedMonthReader[] = [];

  /** Adds a subject's reader, once at start. */
  register(reader: PublishedMonthReader): void {
    this.readers.push(reader);
  }

  /** Those of the months that are published, in their order. */
  async among(tx: EntityManager, groupId: string, periods: readonly Period[]): Promise<readonly Period[]> {
    const published: Period[] = [];
    for (const period of periods) {
      if (await this.isPublished(tx, groupId, period)) published.push(period);
    }
    return published;
  }

  /** Refuses when one of the months is published: what counts there is corrected by a 更正, never changed. */
  async checkOpen(tx: EntityManager, groupId: string, periods: readonly Period[]): Promise<void> {
    const [period] = await this.among(tx, groupId, periods);
    if (period !== undefined) throw DomainError.conflict('information.month-published', { period });
  }

  private async isPublished(tx: EntityManager, groupId: string, period: Period): Promise<boolean> {
    for (const reader of this.readers) {
      if (await reader(tx, groupId, period)) return true;
    }
    return false;
  }
}
