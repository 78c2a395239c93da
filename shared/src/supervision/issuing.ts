import type { Instant } from '../kernel';
import type { DueDoubts } from './clocks';
import type { NoticeState } from './states';

/** GET /api/supervision/notices/drafting?corrects=: what whoever begins to write a notice is to know beforehand. */
export interface DraftingView {
  readonly serverNow: Instant;
  /** The earliest due time that leaves units enough of it, unless the matter is urgent. */
  readonly earliestDueAt: Instant;
  /** The correction of the same notice that is under way already, and whose it is; null where there is none. */
  readonly begun: {
    readonly id: string;
    readonly number: string;
    readonly state: NoticeState;
    readonly writer: string;
  } | null;
}

/** 签发前看一眼: what issuing a notice now would do. */
export interface LastLook {
  /** The number it would get, unless another of its kind is issued before. */
  readonly number: string;
  /** When it is to be signed for; null where nothing is. */
  readonly signDueAt: Instant | null;
  /** What of the due time deserves a second look; null where nothing is due. */
  readonly doubts: DueDoubts | null;
  /** The units addressed to which nobody is appointed: they have to be called. */
  readonly withoutOfficer: readonly string[];
  /** Of the officers who are told, how many WeChat would still take a message for; the others find it in their inbox. */
  readonly officers: number;
  readonly reachable: number;
}
