import {
  EMPTY_REVIEW,
  reviewAnew,
  type AssessmentView,
  type Review,
  type SheetLine,
  type Verdict,
} from '@jiannuo/shared/assessment';
import { useState } from 'react';
import { readStored, removeStored, writeStored } from '../../../platform/storage';
import { aboutWhatIs, deskOf, tableOf, withVerdict, type ReviewTable } from './review-rows';

/** The verdicts as they are being given; every one is on the device at once. */
export interface ReviewBook {
  readonly review: Review;
  readonly table: ReviewTable;
  readonly judge: (verdict: Verdict) => void;
  readonly explain: (line: SheetLine, reason: string) => void;
  /** After confirming: nothing is left to keep on the device. */
  readonly forget: () => void;
}

function startOf({ review, actions, objections }: AssessmentView): Review {
  if (actions.includes('correct') || review === null) return EMPTY_REVIEW;
  const upheld = objections.filter(({ answer, reviewNumber }) => answer === 'upheld' && reviewNumber === review.number);
  if (!review.isConfirmed || upheld.length === 0) return review.review;
  return reviewAnew(
    review.review,
    upheld.map(({ line }) => line),
  );
}

/** Keeps a review, or the verdicts of a correction. */
export function useReview(view: AssessmentView): ReviewBook {
  const isCorrecting = view.actions.includes('correct');
  const name = `assessment-${isCorrecting ? 'correction' : 'review'}/${view.id}`;
  const desk = deskOf(view);
  const [kept, setReview] = useState<Review>(() => readStored<Review>(name) ?? startOf(view));
  const review = aboutWhatIs(kept, desk);
  const change = (next: Review) => {
    setReview(next);
    writeStored(name, next);
  };
  return {
    review,
    table: tableOf(view, desk, review),
    judge: (verdict) => {
      change(withVerdict(review, desk, verdict));
    },
    explain: (line, reason) => {
      const others = Object.fromEntries(Object.entries(review.reasons).filter(([each]) => each !== line));
      change({ ...review, reasons: reason === '' ? others : { ...others, [line]: reason } });
    },
    forget: () => {
      removeStored(name);
    },
  };
}
