import { SAMPLE_DELIVERY } from '../samples';
import {
  dossierGap,
  gatherDossier,
  lastOfDossier,
  type Dossier,
  type Prior,
  type PriorNotice,
  type TicketState,
} from '.';

const NOW = '2022-06-28T01:00:00.000Z';
const DUE = '2022-06-10T10:00:00.000Z';
const CLUE = { kind: 'clue', ground: 'after-notices' } as const;

function notice(id: string, kind: PriorNotice['kind'], state: TicketState, answerDueAt = DUE): PriorNotice {
  const delivery = { ...SAMPLE_DELIVERY, state, answerDueAt, answerId: `owed-by-${id}` };
  const told = { number: id, title: id, state: 'issued', issuedAt: NOW, dueAt: answerDueAt } as const;
  return { id, kind, ...told, earlierId: null, linkId: 'measure-1', deliveries: [delivery] };
}
const PRIOR: Prior = {
  notices: [notice('talk', 'talk', 'working'), notice('order', 'order', 'to-sign'), notice('slip', 'slip', 'finished')],
  circulars: [
    {
      ...{ id: 'c1', obligationId: 'owed-by-order', unitId: 'u1', unitName: '孙吴县' },
      ...{ title: '5月通报', issuedOn: '2022-06-13', shortfall: '没有进展' },
    },
  ],
};
const chosen = (noticeIds: readonly string[], circularIds: readonly string[] = []): Dossier => {
  return { isGathered: false, noticeIds, circularIds };
};
const gapOf = (dossier: Dossier, prior = PRIOR, draft: Parameters<typeof dossierGap>[0] = CLUE) =>
  dossierGap(draft, dossier, prior, NOW)?.code ?? null;

describe('what a clue rests on (art. 15, 16)', () => {
  it('is gathered from everything about the matter: notices and items of circulars', () => {
    expect(gatherDossier(PRIOR, { link: { id: 'measure-1' }, earlierId: null })).toEqual({
      isGathered: true,
      noticeIds: ['talk', 'order', 'slip'],
      circularIds: ['c1'],
    });
  });

  it('holds on art. 16 a warning, an order or a circular, and something of it or a talk that is due and not met', () => {
    expect(gapOf(chosen(['order', 'slip']))).toBeNull();
    expect(gapOf(chosen([], ['c1']))).toBeNull();
    expect(gapOf(chosen(['slip']))).toBe('supervision.earlier-kind');
    // A talk is none of what art. 16 names: alone it is not enough, after an order it is.
    expect(gapOf(chosen(['talk']))).toBe('supervision.dossier-unprompted');
    expect(gapOf(chosen(['talk'], ['c1']))).toBeNull();
    expect(gapOf(chosen(['talk', 'slip']))).toBe('supervision.dossier-unprompted');
    const ordered = { ...PRIOR, notices: [notice('talk', 'talk', 'working'), notice('order', 'order', 'finished')] };
    expect(gapOf(chosen(['talk', 'order']), ordered)).toBeNull();
    expect(gapOf(chosen([]))).toBe('supervision.earlier-missing');
    const met = { ...PRIOR, notices: [notice('order', 'order', 'finished')] };
    expect(gapOf(chosen(['order']), met)).toBe('supervision.dossier-met');
    const ahead = { ...PRIOR, notices: [notice('order', 'order', 'working', '2022-09-30T10:00:00.000Z')] };
    expect(gapOf(chosen(['order']), ahead)).toBe('supervision.dossier-not-due');
  });

  it('rests on no notice for which more time was asked and not answered yet, and names it', () => {
    const [order] = [notice('order', 'order', 'working')];
    const deliveries = order.deliveries.map((each) => ({ ...each, shelteredUntil: '2999-01-01T00:00:00.000Z' }));
    const asked = { ...PRIOR, notices: [{ ...order, deliveries }] };
    expect(dossierGap(CLUE, chosen(['order']), asked, NOW)).toEqual({
      code: 'supervision.dossier-asked',
      facts: { title: 'order' },
    });
    expect(
      gapOf(chosen(['order', 'talk']), { ...asked, notices: [...asked.notices, notice('talk', 'talk', 'working')] }),
    ).toBeNull();
  });

  it('may be empty on art. 15, and never names what these units did not have', () => {
    const duty = { kind: 'clue', ground: 'duty-unmet' } as const;
    const shaken = { ...PRIOR, notices: PRIOR.notices.map((each) => ({ ...each, isShaken: true }) as const) };
    expect(gapOf(chosen(['slip']), shaken, duty)).toBe('supervision.dossier-shaken');
    expect(gapOf(chosen(['order']), shaken)).toBe('supervision.dossier-shaken');
    expect(gapOf(chosen([], ['c1']), shaken, duty)).toBeNull();
    expect(gapOf(chosen([]), PRIOR, duty)).toBeNull();
    expect(gapOf(chosen(['slip']), PRIOR, duty)).toBeNull();
    expect(gapOf(chosen(['of-another-unit']), PRIOR, duty)).toBe('supervision.dossier-unfit');
    expect(gapOf(chosen([], ['of-another-unit']), PRIOR, duty)).toBe('supervision.dossier-unfit');
  });

  it('leads on from the latest that is not met, else from the latest', () => {
    expect(lastOfDossier(chosen(['order', 'slip']), PRIOR, NOW)).toBe('order');
    expect(lastOfDossier(chosen(['slip']), PRIOR, NOW)).toBe('slip');
    expect(lastOfDossier(chosen([], ['c1']), PRIOR, NOW)).toBeNull();
  });
});
