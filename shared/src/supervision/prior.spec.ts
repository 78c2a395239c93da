import fc from 'fast-check';
import { SAMPLE_DELIVERY } from '../samples';
import { priorOfMatter, type PriorCircular, type PriorNotice } from '.';

const AT = '2022-05-16T01:20:00.000Z';

function notice(id: string, change: Partial<PriorNotice> = {}, answerId: string | null = null): PriorNotice {
  const told = { kind: 'order', number: id, title: id, state: 'issued', issuedAt: AT, dueAt: AT } as const;
  return { id, ...told, earlierId: null, linkId: null, deliveries: [{ ...SAMPLE_DELIVERY, answerId }], ...change };
}
const circular = (id: string, obligationId: string | null): PriorCircular => {
  return {
    id,
    obligationId,
    unitId: 'u1',
    unitName: '孙吴县',
    title: '通报',
    issuedOn: '2022-05-19',
    shortfall: '没有进展',
  };
};
const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

describe('what was issued before about the same matter (art. 16)', () => {
  const NOTICES = [
    notice('talk', { earlierId: 'order' }),
    notice('other', { linkId: 'measure-2' }),
    notice('order', { linkId: 'owed-by-warning' }),
    notice('warning', { linkId: 'measure-1' }, 'owed-by-warning'),
  ];
  const CIRCULARS = [circular('c1', 'owed-by-warning'), circular('c2', 'something-else'), circular('c3', null)];
  const all = { notices: NOTICES, circulars: CIRCULARS };

  it('is found from the record, from any notice about it, and from an answer that one of them asked for', () => {
    const matters = [
      { link: { id: 'measure-1' }, earlierId: null },
      { link: { id: 'owed-by-warning' }, earlierId: null },
      { link: null, earlierId: 'talk' },
      { link: null, earlierId: 'warning' },
    ];
    for (const matter of matters) {
      const found = priorOfMatter(all, matter);
      expect(idsOf(found.notices)).toEqual(['talk', 'order', 'warning']);
      expect(idsOf(found.circulars)).toEqual(['c1']);
    }
  });

  it('is not cut off by what was corrected or declared void in between, which is none of it', () => {
    const ended = [{ id: 'order', earlierId: null, linkId: 'owed-by-warning', answerIds: ['owed-by-order'] }];
    const correction = notice('correction', { linkId: 'owed-by-warning' });
    const listing = notice('listing', { linkId: 'owed-by-order' });
    const notices = [listing, correction, ...NOTICES.filter(({ id }) => id !== 'order')];
    const found = priorOfMatter({ ...all, notices, ended }, { link: null, earlierId: 'listing' });
    expect(idsOf(found.notices)).toEqual(['listing', 'correction', 'talk', 'warning']);
  });

  it('is a circular that is linked itself, and nothing where nothing is linked', () => {
    expect(idsOf(priorOfMatter(all, { link: { id: 'c3' }, earlierId: null }).circulars)).toEqual(['c3']);
    expect(priorOfMatter(all, { link: null, earlierId: null })).toEqual({ notices: [], circulars: [] });
  });

  it('does not depend on the order in which it is read', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(NOTICES, { minLength: NOTICES.length }), (notices) => {
        const found = priorOfMatter({ ...all, notices }, { link: { id: 'measure-1' }, earlierId: null });
        expect(idsOf(found.notices).sort()).toEqual(['order', 'talk', 'warning']);
      }),
    );
  });
});
