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

const SIGNED = { action: 'sign', at: '2022-07-09T01:00:00.000Z', dueAt: null } as const;

/** What a chain says of the order that stands like this with its unit. */
function told(change: Partial<Delivery>, more: Delivery['deeds'] = []): string {
  const delivery = { ...SAMPLE_DELIVERY, answerDueAt: ORDER.dueAt, deeds: [SIGNED, ...more], ...change };
  return chainWords({ ...ORDER, deliveries: [delivery] }, AT, AT);
}

describe('How a notice in a chain was answered', () => {
  it('tells everything that the unit did, and of an answer that was sent back by when it was due again', () => {
    const dueAt = '2022-07-12T16:00:00.000Z';
    const back = [
      { action: 'answer', at: '2022-07-09T02:00:00.000Z', dueAt: null },
      { action: 'return', at: '2022-07-10T02:00:00.000Z', dueAt },
    ] as const;
    expect(told({ state: 'returned', answerDueAt: dueAt }, back)).toBe(
      '7月11日 周一 18:00前反馈，7月9日签收，7月9日反馈，7月10日退回修改，要求7月12日 周二 24:00前再反馈，没有再反馈。',
    );
  });

  it('says of one that was taken back since its 瞒报 was cleared that it was, not that it was done', () => {
    expect(chainWords({ ...ORDER, isMet: true, isCleared: true }, AT, AT)).toBe('撤回：不算瞒报。');
  });

  it('says what was asked for and not answered', () => {
    const dueAt = '2022-07-15T10:00:00.000Z';
    expect(told({}, [{ action: 'ask-extension', at: '2022-07-10T01:00:00.000Z', dueAt }])).toBe(
      '7月11日 周一 18:00前反馈，7月9日签收，7月10日申请延到7月15日 周五 18:00前，牵头单位还没答复，没有反馈。',
    );
  });

  it('says of what was not due that nothing rests on it, and of material that it was not handed in', () => {
    expect(told({ answerDueAt: '2022-07-25T10:00:00.000Z' })).toMatch(/7月9日签收，还没到期，不作依据。$/u);
    expect(told({ answer: 'material' })).toBe('7月11日 周一 18:00前报送，7月9日签收，没有报送。');
    expect(told({ state: 'to-sign', deeds: [] })).toMatch(/反馈，没有打开，没有签收，没有反馈。$/u);
  });
});
