import type { FindingView } from '@jiannuo/shared/inspections';
import { offersOf, type Offer } from './finding-steps';

type Given = Pick<FindingView, 'actions' | 'concealedIn' | 'state'>;

function words(offer: Offer | null): string {
  if (offer === null) return '';
  if (offer.kind === 'step') return offer.step.verb;
  return offer.kind === 'notice' ? offer.notice : offer.outcomes.map(({ verb }) => verb).join('或');
}
const offered = (given: Given): readonly string[] => {
  const { first, more } = offersOf(given);
  return [first, ...more].map(words);
};

describe('what is offered for a finding', () => {
  it('is to accept what was put right, then to send it back, then a notice', () => {
    const given: Given = { state: 'answered', concealedIn: null, actions: ['accept', 'return', 'draft-notice'] };
    expect(offered(given)).toEqual(['认可', '退回再改', 'warning', 'order']);
  });

  it('is to judge where something is said to be hidden, neither outcome before the other', () => {
    const given: Given = {
      state: 'answered',
      concealedIn: 'o1',
      actions: ['clear', 'uphold', 'return', 'draft-notice'],
    };
    expect(offered(given)).toEqual(['认可说明，不算瞒报或瞒报成立', '退回再说明', 'warning', 'order']);
    const unit: Given = { state: 'to-rectify', concealedIn: 'o1', actions: ['answer'] };
    expect(offered(unit)).toEqual(['说明情况']);
  });

  it('is a 问题线索 first once it was upheld, and to take that back', () => {
    const given: Given = { state: 'upheld', concealedIn: 'o1', actions: ['clear', 'draft-notice'] };
    expect(offered(given)).toEqual(['clue', 'warning', 'order', '认可说明，不算瞒报']);
  });

  it('makes a notice no button where nothing else is to do', () => {
    expect(offersOf({ state: 'closed', concealedIn: null, actions: ['draft-notice'] }).first).toBeNull();
  });
});
