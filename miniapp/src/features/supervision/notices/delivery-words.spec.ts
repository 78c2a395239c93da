import { SAMPLE_DELIVERY } from '@jiannuo/shared/samples';
import type { ChainNotice, Delivery } from '@jiannuo/shared/supervision';
import { chainWords } from './delivery-words';

const AT = '2022-07-20T01:00:00.000Z';
const ORDER: ChainNotice = {
  id: 'n8',
  number: '督办单〔2022〕8号',
  title: '报送赋码进展',
  state: 'issued',
  issuedAt: '2022-07-06T01:00:00.000Z',
  dueAt: '2022-07-11T10:00:00.000Z',
  isMet: false,
  deliveries: [],
};

/** What a chain says of the order that stands like this with its unit. */
function told(change: Partial<Delivery>): string {
  const delivery = { ...SAMPLE_DELIVERY, answerDueAt: ORDER.dueAt, signedAt: '2022-07-09T01:00:00.000Z', ...change };
  return chainWords({ ...ORDER, deliveries: [delivery] }, AT, AT);
}

describe('How a notice in a chain was answered', () => {
  it('says of an answer that was sent back by when it was due again, and never that more time was granted', () => {
    const returned = { state: 'returned', returnedAt: '2022-07-09T02:00:00.000Z' } as const;
    expect(told({ ...returned, answerDueAt: '2022-07-12T16:00:00.000Z' })).toBe(
      '7月11日 周一 18:00前反馈，7月9日退回修改，7月12日 周二 24:00前再反馈，没有再反馈。',
    );
  });

  it('says what was granted, and what was asked for and not answered', () => {
    const later = '2022-07-15T10:00:00.000Z';
    expect(told({ answerDueAt: later, grantedUntil: later })).toBe(
      '7月11日 周一 18:00前反馈，同意延到7月15日 周五 18:00前，7月9日签收，没有反馈。',
    );
    expect(told({ askedDueAt: later, askedAt: '2022-07-10T01:00:00.000Z' })).toBe(
      '7月11日 周一 18:00前反馈，7月9日签收，申请延到7月15日 周五 18:00前，牵头单位还没答复，没有反馈。',
    );
  });

  it('says of material that it was not handed in', () => {
    expect(told({ answer: 'material' })).toBe('7月11日 周一 18:00前报送，7月9日签收，没有报送。');
  });
});
