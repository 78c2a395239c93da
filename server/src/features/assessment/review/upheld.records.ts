import type { EntityManager } from 'typeorm';
import type { Review, ReviewedLine, ReviewOfMonth } from '@jiannuo/shared/assessment';
import type { MonthCase } from '@jiannuo/shared/scoring';
import { rowsIn } from '../../../platform/database';

/** The lines on which objections to the last confirmed review were upheld, and that review; null where none was. */
export async function upheldIn(
  tx: EntityManager,
  assessmentId: string,
): Promise<{ readonly lines: readonly ReviewedLine[]; readonly before: ReviewOfMonth } | null> {
  const objections = await rowsIn<{ line: ReviewedLine; scoreCase: string; content: string }>(
    tx,
    `SELECT o.line, r.score_case AS scoreCase, r.content FROM assessment_objection o
     JOIN assessment_review r ON r.assessment_id = o.assessment_id AND r.number = o.review_number
     WHERE o.assessment_id = ? AND o.answer = 'upheld' AND o.review_number =
       (SELECT MAX(c.number) FROM assessment_review c WHERE c.assessment_id = o.assessment_id AND c.state = 'confirmed')`,
    [assessmentId],
  );
  const [first] = objections;
  if (first === undefined) return null;
  const month = JSON.parse(first.scoreCase) as MonthCase;
  const review = JSON.parse(first.content) as Review;
  return { lines: objections.map(({ line }) => line), before: { month, review } };
}
