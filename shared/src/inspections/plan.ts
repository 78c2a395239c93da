import { cleanLine, cleanText, isDateText, refuseAll, type DateText, type Outcome, type Refusal } from '../kernel';
import type { UnitKind } from '../people';
import { INSPECTED_KINDS, METHODS, SUBJECTS, type Method, type Subject } from './kinds';
import { INSPECTION_LIMITS } from './limits';
import { because, isId, limited, missing, recordOf, rough } from './reading';

/** What an inspection is planned to be. */
export interface InspectionPlan {
  readonly method: Method;
  readonly subject: Subject;
  readonly title: string;
  /** What is looked at, and how. */
  readonly matter: string;
  readonly fromOn: DateText | null;
  readonly toOn: DateText | null;
  /** The lead unit's officers who inspect; of an unannounced one nobody else knows before it is released. */
  readonly memberIds: readonly string[];
  /** Who else takes part, in words. */
  readonly others: string;
  readonly unitIds: readonly string[];
}

const KEYS = ['method', 'subject', 'title', 'matter', 'fromOn', 'toOn', 'memberIds', 'others', 'unitIds'];

/** What came from outside as a plan, or every reason why it cannot be read. What is missing is said by `planGaps`. */
export function parsePlan(input: unknown): Outcome<InspectionPlan> {
  const given = recordOf(input);
  const method = METHODS.find((each) => each === given['method']);
  const subject = SUBJECTS.find((each) => each === given['subject']);
  const isReadable = Object.keys(given).every((key) => KEYS.includes(key)) && method !== undefined;
  const refusals: Refusal[] = isReadable && subject !== undefined ? [] : [because('unreadable')];
  const plan: InspectionPlan = {
    method: method ?? METHODS[0],
    subject: subject ?? SUBJECTS[0],
    title: limited('事项', cleanLine(rough(given['title'])), INSPECTION_LIMITS.title, refusals),
    matter: limited('督导内容', cleanText(rough(given['matter'])), INSPECTION_LIMITS.matter, refusals),
    fromOn: isDateText(given['fromOn']) ? given['fromOn'] : null,
    toOn: isDateText(given['toOn']) ? given['toOn'] : null,
    memberIds: readIds(given['memberIds'], INSPECTION_LIMITS.members, refusals),
    others: limited('其他人员', cleanLine(rough(given['others'])), INSPECTION_LIMITS.others, refusals),
    unitIds: readIds(given['unitIds'], INSPECTION_LIMITS.units, refusals),
  };
  return refuseAll(refusals, () => plan);
}

/** Everything that is missing or wrong in a plan (art. 11); empty when it can be kept. */
export function planGaps(plan: InspectionPlan, unitKinds: ReadonlyMap<string, UnitKind>): readonly Refusal[] {
  const { fromOn, toOn, unitIds } = plan;
  return [
    ...missing(plan.title === '', '事项'),
    ...missing(plan.matter === '', '督导内容'),
    ...(fromOn === null || toOn === null ? [because('days-missing')] : []),
    ...(fromOn !== null && toOn !== null && toOn < fromOn ? [because('days-reversed')] : []),
    ...(unitIds.length === 0 ? [because('units-missing')] : []),
    ...(unitIds.every((id) => INSPECTED_KINDS.some((kind) => kind === unitKinds.get(id)))
      ? []
      : [because('unit-unfit')]),
  ];
}

/** Whether units know of an inspection as soon as it starts; of an unannounced one they hear with its findings. */
export function isAnnounced(method: Method): boolean {
  return method !== 'unannounced';
}

function readIds(value: unknown, limit: number, refusals: Refusal[]): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (!list.every(isId) || list.length > limit) {
    refusals.push(because('unreadable'));
    return [];
  }
  return [...new Set(list)];
}
