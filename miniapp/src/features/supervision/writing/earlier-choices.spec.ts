import { SAMPLE_DELIVERY } from '@jiannuo/shared/samples';
import type { NoticeContent, Prior, PriorNotice } from '@jiannuo/shared/supervision';
import { earlierChoices } from './earlier-choices';

const NOW = '2022-05-26T01:00:00.000Z';
const CONTENT = {
  ground: 'still-short',
  addressees: [{ unitId: 'u1', part: 'main' }],
  earlierId: null,
  link: null,
} as unknown as NoticeContent;
const delivery = (unitId: string, change: object = {}) => ({ ...SAMPLE_DELIVERY, unitId, unitName: unitId, ...change });
const notice = (id: string, change: object = {}): PriorNotice => ({
  ...{ id, kind: 'order', number: id, title: id, state: 'issued', issuedAt: '2022-05-16T01:00:00.000Z' },
  ...{ dueAt: '2022-05-25T10:00:00.000Z', earlierId: null, linkId: null, deliveries: [delivery('u1')] },
  ...change,
});
const choicesOf = (notices: readonly PriorNotice[], content: NoticeContent = CONTENT) => {
  const prior: Prior = { notices, circulars: [] };
  const { same, others } = earlierChoices('talk', content, prior, NOW);
  return { same: same.map(({ id }) => id), others: others.map(({ id }) => id) };
};

describe('what can be the notice before (art. 14)', () => {
  it('is nothing as long as nobody is addressed', () => {
    expect(choicesOf([notice('n1')], { ...CONTENT, addressees: [] })).toEqual({ same: [], others: [] });
  });

  it('puts first what is about the same record', () => {
    const link = { kind: 'obligation', id: 'o1' } as const;
    const notices = [notice('n2'), notice('n1', { linkId: 'o1' })];
    expect(choicesOf(notices, { ...CONTENT, link })).toEqual({ same: ['n1'], others: ['n2'] });
  });

  it('was had by every unit that handles this one; who only helps or gets a copy need not have had it', () => {
    const both = { ...CONTENT, addressees: [...CONTENT.addressees, { unitId: 'u2', part: 'main' as const }] };
    const copied = { ...CONTENT, addressees: [...CONTENT.addressees, { unitId: 'u2', part: 'copy' as const }] };
    expect(choicesOf([notice('n1')], both)).toEqual({ same: [], others: [] });
    expect(choicesOf([notice('n1')], copied)).toEqual({ same: [], others: ['n1'] });
    const shared = notice('n1', { deliveries: [delivery('u1'), delivery('u2')] });
    expect(choicesOf([shared], both).others).toEqual(['n1']);
  });

  it('is none that is still running, met, or of a kind that this one does not stand on', () => {
    const later = notice('n1', { deliveries: [delivery('u1', { answerDueAt: '2022-05-27T10:00:00.000Z' })] });
    const met = notice('n2', { deliveries: [delivery('u1', { state: 'finished' })] });
    const slip = notice('n3', { kind: 'slip' });
    expect(choicesOf([later, met, slip])).toEqual({ same: [], others: [] });
  });
});
