import { readIssuedChain } from './issued-chain';

const KEPT = {
  unitId: 'u1',
  unitName: '逊克县',
  state: 'returned',
  answer: 'feedback',
  answerDueAt: '2022-05-25T10:00:00.000Z',
};
const chainOf = (delivery: object) =>
  readIssuedChain(JSON.stringify({ chain: [{ id: 'n1', deliveries: [delivery] }], circulars: [] })).chain[0];

describe('What a clue was sent with', () => {
  it('is read as it was kept, and of an earlier one with what it kept of the last deeds', () => {
    const deeds = [{ action: 'sign', at: '2022-05-17T01:00:00.000Z', dueAt: null }];
    expect(chainOf({ ...KEPT, deeds })).toMatchObject({ deliveries: [{ deeds }] });
    const last = { signedAt: deeds[0]!.at, returnedAt: '2022-05-19T01:00:00.000Z', answeredAt: null, askedAt: null };
    expect(chainOf({ ...KEPT, ...last })).toMatchObject({
      deliveries: [{ deeds: [deeds[0], { action: 'return', at: last.returnedAt, dueAt: KEPT.answerDueAt }] }],
    });
  });
});
