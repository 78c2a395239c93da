import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/http';

/** Answers whether a group's annual result is final, inside the transaction that asks. */
export type ClosedYearReader = (tx: EntityManager, groupId: string, year: number) => Promise<boolean>;

/** Where a later subject, which this one does not know, says which years are closed to changes. */
@Injectable()
export class ClosedYears {
  private readonly readers: ClosedYearReader[] = [];

  /** Adds a subject's reader, once at start. */
  register(reader: ClosedYearReader): void {
    this.readers.push(reader);
  }

  /** Refuses when the year's result is final: what counts there is corrected by a 更正, never changed. */
  async checkOpen(tx: EntityManager, groupId: string, year: number): Promise<void> {
    if (await this.isClosed(tx, groupId, year)) throw DomainError.conflict('applications.year-closed', { year });
  }

  /** Whether the year's result is final. */
  async isClosed(tx: EntityManager, groupId: string, year: number): Promise<boolean> {
    for (const reader of this.readers) {
      if (await reader(tx, groupId, year)) return true;
    }
    return false;
  }
}
