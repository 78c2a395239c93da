import fc from 'fast-check';
import type { Completion, Evidence } from '../ledger';
import { aReport, HEIHE_2022 } from '../samples';
import { emptyContent } from './completeness';
import type { ReportContent, WorkItem } from './content';
import { carryIn, ledgerItem, offerStanding, shownFigures, type LedgerItem } from './ledger-items';

const EVIDENCE: Evidence = { id: 'e1', title: '推广通知', kind: 'document', attachmentId: null };
const SAID: Completion = { work: '张贴二维码。', result: '6类窗口亮码。', figure: '6', evidence: [EVIDENCE] };
const MEASURE = { headingId: 'h8', title: '窗口亮码', target: null };
const EMPTY = emptyContent(HEIHE_2022.form);

function offer(completion: Completion = SAID, earlier: readonly Completion[] = []): LedgerItem {
  return ledgerItem({
    id: '01ROW',
    measure: MEASURE,
    completion,
    earlier: earlier.map((said) => ({ title: MEASURE.title, completion: said })),
  });
}

function itemsOf(content: ReportContent): readonly WorkItem[] {
  return content.headings.find(({ id }) => id === 'h8')?.items ?? [];
}

function edited(content: ReportContent, change: Partial<WorkItem>): ReportContent {
  return {
    ...content,
    headings: content.headings.map((heading) => ({
      ...heading,
      items: heading.items.map((item) => ({ ...item, ...change })),
    })),
  };
}

describe('what is done in the ledger', () => {
  it('stands in the report under its heading, once, with its evidence (M1)', () => {
    const once = carryIn(EMPTY, [offer()]);
    expect(itemsOf(once)).toEqual([
      { id: 'ledger-01ROW', title: '窗口亮码', work: SAID.work, result: SAID.result, evidence: [EVIDENCE] },
    ]);
    expect(carryIn(once, [offer()])).toBe(once);
    expect(offerStanding(EMPTY, offer())).toBe('absent');
    expect(offerStanding(once, offer())).toBe('same');
  });

  it('changes in the report what the officer did not touch, and nothing else', () => {
    const before = carryIn(EMPTY, [offer()]);
    const touched = edited(before, { result: '我写的成果。' });
    const again = offer(
      {
        ...SAID,
        work: '又张贴3处。',
        result: '9类窗口亮码。',
        evidence: [EVIDENCE, { ...EVIDENCE, id: 'e2', title: '简报' }],
      },
      [SAID],
    );
    expect(offerStanding(before, again)).toBe('behind');
    expect(offerStanding(touched, again)).toBe('edited');
    expect(itemsOf(carryIn(touched, [again]))[0]).toMatchObject({ work: '又张贴3处。', result: '我写的成果。' });
    expect(itemsOf(carryIn(touched, [again]))[0]?.evidence.map(({ title }) => title)).toEqual(['推广通知', '简报']);
  });

  it('brings the two figures of a ratio, and what was typed otherwise stays (R35)', () => {
    const figures = { numerator: '3412', denominator: '14986', asOf: '2022-05-10' } as const;
    const targetOf = (content: ReportContent) => content.headings.find(({ id }) => id === 'h8')?.target;
    const first = carryIn(EMPTY, [offer({ ...SAID, ratio: figures })]);
    expect(targetOf(first)).toEqual(figures);
    expect(offerStanding(first, offer({ ...SAID, ratio: figures }))).toBe('same');
    const typed = {
      ...first,
      headings: first.headings.map((each) =>
        each.target === null ? each : { ...each, target: { ...each.target, numerator: '3500' } },
      ),
    };
    const later = offer({ ...SAID, ratio: { ...figures, numerator: '3600', asOf: '2022-05-19' } }, [
      { ...SAID, ratio: figures },
    ]);
    expect(offerStanding(first, later)).toBe('behind');
    expect(targetOf(carryIn(first, [later]))).toMatchObject({ numerator: '3600', asOf: '2022-05-19' });
    expect(targetOf(carryIn(typed, [later]))).toMatchObject({ numerator: '3500', asOf: '2022-05-19' });
    const elsewhere = { ...offer({ ...SAID, ratio: figures }), headingId: 'h1' };
    expect(carryIn(EMPTY, [elsewhere]).headings.find(({ id }) => id === 'h1')?.target).toBeNull();
  });

  it('gets its figures from the report that shows it, or where no other measure stands there', () => {
    const row = (id: string) => ({ id, measure: { headingId: 'h8' } });
    const figures = { numerator: '1', denominator: '4', asOf: '' } as const;
    const shows = (items: readonly WorkItem[], target: typeof figures | null) => [
      { id: 'h8', items, noneReason: null, target },
    ];
    const alone = [row('a')];
    const both = [row('a'), row('b')];
    const ofB = itemsOf(carryIn(EMPTY, [offer()])).map((item) => ({ ...item, id: 'ledger-b' }));
    expect(shownFigures(row('a'), alone, shows([], figures))).toEqual(figures);
    expect(shownFigures(row('a'), both, shows(ofB, figures))).toBeNull();
    expect(shownFigures(row('b'), both, shows(ofB, figures))).toEqual(figures);
    expect(shownFigures(row('a'), alone, shows([], null))).toBeNull();
  });

  it('does not bring back evidence that the officer took out', () => {
    const without = edited(carryIn(EMPTY, [offer()]), { evidence: [] });
    expect(itemsOf(carryIn(without, [offer(SAID, [SAID])]))[0]?.evidence).toEqual([]);
  });

  it('does not come under a heading that is declared without a task', () => {
    const none = aReport(HEIHE_2022.form).none('h8').content;
    expect(carryIn(none, [offer()])).toBe(none);
  });

  it('never overwrites a word that was typed, whatever the ledger says after', () => {
    const text = fc.string({ minLength: 1, maxLength: 8 }).filter((word) => word.trim() !== '');
    const said = fc.record({ work: text, result: text, figure: fc.constant(''), evidence: fc.constant([]) });
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 4 }), said, text, (history, latest, typed) => {
        const word = `我写的${typed}`;
        const touched = edited(carryIn(EMPTY, [offer(history[0], [])]), { work: word });
        const carried = carryIn(touched, [offer(latest, history)]);
        expect(itemsOf(carried)).toHaveLength(1);
        expect(itemsOf(carried)[0]).toMatchObject({ work: word, result: latest.result });
        expect(carryIn(carried, [offer(latest, history)])).toEqual(carried);
      }),
    );
  });
});
