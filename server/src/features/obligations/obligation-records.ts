import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import type { AskerView } from '@jiannuo/shared/obligations';

/** How far the record that answers an obligation has come, for the unit's own eyes. */
export interface RecordProgress {
  readonly obligationId: string;
  readonly recordId: string;
  readonly state: string;
  /** How much is done, of how much: headings, or remarked places while it is sent back. */
  readonly filled: number;
  readonly total: number;
  readonly savedAt: Instant | null;
  /** The notice or inspection that asked for it; left out of what a rule asks. */
  readonly asker?: AskerView;
}

/** Reads the progress of one unit's records that answer the obligations named. */
export type RecordReader = (unitId: string, obligationIds: readonly string[]) => Promise<readonly RecordProgress[]>;

/** Where later subjects, which obligations do not know, say how far their records have come. */
@Injectable()
export class ObligationRecords {
  private readonly readers: RecordReader[] = [];

  /** Adds a subject's reader, once at start. */
  register(reader: RecordReader): void {
    this.readers.push(reader);
  }

  /** The progress of a unit's records, by obligation. */
  async of(unitId: string, obligationIds: readonly string[]): Promise<ReadonlyMap<string, RecordProgress>> {
    if (obligationIds.length === 0) return new Map();
    const answers = await Promise.all(this.readers.map((reader) => reader(unitId, obligationIds)));
    return new Map(answers.flat().map((progress) => [progress.obligationId, progress]));
  }
}
