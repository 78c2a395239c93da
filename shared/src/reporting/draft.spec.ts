import fc from 'fast-check';
import { aReport, HEIHE_2022 } from '../samples';
import type { DraftChange } from './api';
import { emptyContent } from './completeness';
import type { ReportContent, WorkItem } from './content';
import { diffContent, fieldsOf } from './draft';
import { applyChanges, type MergedDraft } from './draft.merge';
import { parseReportContent } from './parse';

const FORM = HEIHE_2022.form;
const BASE = aReport(FORM).work('h1').work('h1').none('h10').filled().content;
const WORK = 'headings/h1/items/h1-1/work';

function merged(content: ReportContent, changes: readonly DraftChange[]): MergedDraft {
  const outcome = applyChanges(content, changes, FORM);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

function valueOf(content: ReportContent, path: string): unknown {
  return fieldsOf(content).get(path) ?? null;
}

describe('changes between two states of a draft', () => {
  it('are none between equal contents, whatever the order of items', () => {
    const reordered = {
      ...BASE,
      headings: BASE.headings.map((heading) => ({ ...heading, items: [...heading.items].reverse() })),
    };
    expect(diffContent(BASE, BASE)).toEqual([]);
    expect(diffContent(BASE, reordered)).toEqual([]);
  });

  it('name one field by its ids, with what it was', () => {
    const after = merged(BASE, [{ path: WORK, from: valueOf(BASE, WORK), to: '改过' }]).content;
    expect(diffContent(BASE, after)).toEqual([{ path: WORK, from: valueOf(BASE, WORK), to: '改过' }]);
  });

  it('carry a new or removed piece of work as a whole', () => {
    const item = valueOf(BASE, 'headings/h1/items/h1-1') as WorkItem;
    const without = merged(BASE, [{ path: 'headings/h1/items/h1-1', from: item, to: null }]).content;
    expect(diffContent(BASE, without)).toEqual([{ path: 'headings/h1/items/h1-1', from: item, to: null }]);
    expect(diffContent(without, BASE)).toEqual([{ path: 'headings/h1/items/h1-1', from: null, to: item }]);
  });

  it('lead from any content to any other', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const result = merged(before, diffContent(before, after));
        expect(result.conflicts).toEqual([]);
        expect(diffContent(result.content, after)).toEqual([]);
      }),
    );
  });
});

describe('saving from a device that is behind', () => {
  it('joins changes to different fields of the same piece of work', () => {
    const phone = merged(BASE, [{ path: WORK, from: valueOf(BASE, WORK), to: '手机上写的' }]).content;
    const result = 'headings/h1/items/h1-1/result';
    const both = merged(phone, [{ path: result, from: valueOf(BASE, result), to: '电脑上写的' }]);
    expect(both.conflicts).toEqual([]);
    expect(valueOf(both.content, WORK)).toBe('手机上写的');
    expect(valueOf(both.content, result)).toBe('电脑上写的');
  });

  it('keeps theirs and reports mine when both changed one field', () => {
    const phone = merged(BASE, [{ path: WORK, from: valueOf(BASE, WORK), to: '手机上写的' }]).content;
    const both = merged(phone, [{ path: WORK, from: valueOf(BASE, WORK), to: '电脑上写的' }]);
    expect(valueOf(both.content, WORK)).toBe('手机上写的');
    expect(both.conflicts).toEqual([{ path: WORK, mine: '电脑上写的', theirs: '手机上写的' }]);
  });

  it('does not call it a conflict when both wrote the same, nor when a save is sent twice', () => {
    const change = { path: WORK, from: valueOf(BASE, WORK), to: '一样的' };
    const once = merged(BASE, [change]).content;
    expect(merged(once, [change])).toEqual({ content: once, conflicts: [], locked: [] });
  });

  it('reports text typed into a piece of work that another device removed', () => {
    const item = valueOf(BASE, 'headings/h1/items/h1-1');
    const without = merged(BASE, [{ path: 'headings/h1/items/h1-1', from: item, to: null }]).content;
    const both = merged(without, [{ path: WORK, from: valueOf(BASE, WORK), to: '还在写' }]);
    expect(both.conflicts).toEqual([{ path: WORK, mine: '还在写', theirs: null }]);
    expect(both.content).toEqual(without);
  });

  it('keeps a piece of work that another device wrote in when mine removes it', () => {
    const item = valueOf(BASE, 'headings/h1/items/h1-1');
    const written = merged(BASE, [{ path: WORK, from: valueOf(BASE, WORK), to: '新写的' }]).content;
    const both = merged(written, [{ path: 'headings/h1/items/h1-1', from: item, to: null }]);
    expect(valueOf(both.content, WORK)).toBe('新写的');
    expect(both.conflicts).toHaveLength(1);
  });

  it('takes what was tidied on the way for what the device saw', () => {
    const noted = merged(BASE, [{ path: 'plans/n1', from: valueOf(BASE, 'plans/n1'), to: '一\r\n二' }]).content;
    expect(valueOf(noted, 'plans/n1')).toBe('一\n二');
    expect(merged(noted, [{ path: 'plans/n1', from: '一\r\n二', to: '三' }]).conflicts).toEqual([]);
  });

  it('sets, clears and removes every kind of field', () => {
    const evidence = { id: 'e9', title: '通知', kind: 'document', attachmentId: 'f1' };
    const awaited = { id: 'e8', title: '简报', kind: 'bulletin', attachmentId: null, isAwaited: true };
    const steps: readonly DraftChange[] = [
      { path: 'headings/h10/noneReason', from: '本单位没有这项任务', to: null },
      { path: 'headings/h8/target/numerator', from: '3412', to: '3460' },
      { path: 'headings/h8/target/asOf', from: '2022-04-10', to: '2022-05-18' },
      { path: 'headings/h1/items/h1-1/evidence/e9', from: null, to: evidence },
      { path: 'headings/h1/items/h1-1/evidence/e8', from: null, to: awaited },
      { path: 'problems/p2', from: null, to: '人手少' },
      { path: 'plans/n1', from: valueOf(BASE, 'plans/n1'), to: null },
      { path: 'signOff/sealAttachmentId', from: null, to: 'seal-2' },
    ];
    const { content, conflicts } = merged(BASE, steps);
    expect(conflicts).toEqual([]);
    for (const { path, to } of steps) expect([path, valueOf(content, path)]).toEqual([path, to]);
    expect(content.problems.map((line) => line.id)).toEqual(['p1', 'p2']);
  });
});

describe('nothing typed is ever dropped', () => {
  it('two devices edit at once: each typed text is in the draft or in a conflict', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, phone, desk) => {
        const first = merged(base, diffContent(base, phone));
        const changes = diffContent(base, desk);
        const second = merged(first.content, changes);
        for (const { path, to } of changes) {
          const isReported = second.conflicts.some((conflict) => conflict.path === path && sameText(conflict.mine, to));
          expect(isReported || isHeld(second.content, path, to)).toBe(true);
        }
        for (const { path, to } of diffContent(base, phone)) {
          const wasSame = changes.some((change) => change.path === path);
          expect(wasSame || isHeld(second.content, path, to)).toBe(true);
        }
        expect(parseReportContent(second.content, FORM).ok).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('what the first device wrote is still there after the second, field by field', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, phone, desk) => {
        const first = merged(base, diffContent(base, phone)).content;
        const second = merged(first, diffContent(base, desk)).content;
        for (const [path, text] of fieldsOf(first)) {
          if (typeof text !== 'string' || text === '' || text === fieldsOf(base).get(path)) continue;
          expect(fieldsOf(second).get(path)).toBe(text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('saving twice equals saving once', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, phone, desk) => {
        const first = merged(base, diffContent(base, phone)).content;
        const changes = diffContent(base, desk);
        const once = merged(first, changes);
        expect(merged(once.content, changes)).toEqual(once);
      }),
    );
  });
});

function sameText(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isHeld(content: ReportContent, path: string, to: unknown): boolean {
  const held = fieldsOf(content).get(path) ?? null;
  if (typeof to !== 'object' || to === null) return held === to || (to === '' && held === null);
  return sameText(held, to);
}

const anyWords = fc.constantFrom('', '甲', '乙', '丙', '推进亮码', '😀');
const anyId = fc.constantFrom('a', 'b', 'c');
const anyEvidence = fc.record({
  id: anyId,
  title: anyWords,
  kind: fc.constantFrom('document' as const, 'photo' as const),
  attachmentId: fc.constantFrom(null, 'f1'),
});
const anyItem = fc.record({
  id: anyId,
  title: anyWords,
  work: anyWords,
  result: anyWords,
  evidence: fc.uniqueArray(anyEvidence, { selector: (entry) => entry.id, maxLength: 2 }),
});
const anyLines = fc.uniqueArray(fc.record({ id: anyId, text: anyWords }), {
  selector: (entry) => entry.id,
  maxLength: 2,
});
const anyItems = fc.uniqueArray(anyItem, { selector: (entry) => entry.id, maxLength: 3 });
const anyContent: fc.Arbitrary<ReportContent> = fc
  .record({
    first: anyItems,
    eighth: anyItems,
    noneReason: fc.constantFrom(null, '', '没有'),
    numerator: fc.constantFrom('', '1', '22'),
    problems: anyLines,
    plans: anyLines,
    signer: anyWords,
  })
  .map(({ first, eighth, noneReason, numerator, problems, plans, signer }) => {
    const empty = emptyContent(FORM);
    const headings = empty.headings.map((heading) => {
      if (heading.id === 'h1') return { ...heading, items: first, noneReason };
      if (heading.id !== 'h8') return heading;
      return { ...heading, items: eighth, target: { numerator, denominator: '', asOf: '' as const } };
    });
    return { headings, problems, plans, signOff: { signer, date: '', sealAttachmentId: null } };
  });

describe('changes to a report that was sent back (Q12)', () => {
  const remarks = [{ path: 'headings/h1' }];

  it('go in where something was sent back, and are handed back where nothing was', () => {
    const changes = [
      { path: WORK, from: valueOf(BASE, WORK), to: '按意见改的' },
      { path: 'signOff/signer', from: valueOf(BASE, 'signOff/signer'), to: '手机上还没存的' },
      { path: 'signOff/date', from: '2022-01-01', to: valueOf(BASE, 'signOff/date') },
    ];
    const outcome = applyChanges(BASE, changes, FORM, remarks);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    const { content, conflicts, locked } = outcome.value;
    expect(diffContent(BASE, content).map(({ path }) => path)).toEqual([WORK]);
    expect({ conflicts, locked }).toEqual({
      conflicts: [],
      locked: [{ path: 'signOff/signer', mine: '手机上还没存的' }],
    });
  });
});
