import { formatWhole } from '../kernel';
import type { Answer } from './kinds';

/** How far the units of a notice have come, counted. */
export interface NoticeProgress {
  /** Those of whom something is asked, or who are to know it themselves: 主办 and 协办 that were not taken back. */
  readonly asked: number;
  /** Of these, those that are done with it. */
  readonly over: number;
  /** Of these, those whose answer or request waits for the lead unit, and those past their due time. */
  readonly waiting: number;
  readonly overdue: number;
  /** Those who only get a copy (抄送), and those from whom it was taken back (撤回). */
  readonly copies: number;
  readonly withdrawn: number;
}

/** Nobody was addressed yet. */
export const NO_PROGRESS: NoticeProgress = { asked: 0, over: 0, waiting: 0, overdue: 0, copies: 0, withdrawn: 0 };

/** What a unit has done that is done with a notice. */
const DONE: Readonly<Record<Answer, string>> = { none: '看过', receipt: '签收', feedback: '办完', material: '办完' };

/** How many are done of how many are asked, in words: 2/3家办完，抄送1家. Copies and what was taken back are done by nobody. */
export function progressWords({ asked, over, copies, withdrawn }: NoticeProgress, answer: Answer): string {
  return [
    asked === 0 ? [] : `${count(over)}/${count(asked)}家${DONE[answer]}`,
    withdrawn === 0 ? [] : `撤回${count(withdrawn)}家`,
    copies === 0 ? [] : `抄送${count(copies)}家`,
  ]
    .flat()
    .join('，');
}

function count(units: number): string {
  return formatWhole(String(units));
}
