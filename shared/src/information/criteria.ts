import { allow, cleanText, isLongerThan, refuse, type Outcome } from '../kernel';
import { WORK_UPDATE_LIMITS } from './content';

/** The criteria of high quality (Q13) as they are kept, or why they cannot be. */
export function checkCriteria(input: string): Outcome<string> {
  const criteria = cleanText(input);
  const { criteria: limit } = WORK_UPDATE_LIMITS;
  if (criteria === '') return refuse('information.criteria-missing');
  return isLongerThan(criteria, limit) ? refuse('information.criteria-too-long', { limit }) : allow(criteria);
}
