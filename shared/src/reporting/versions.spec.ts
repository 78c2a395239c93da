import fc from 'fast-check';
import { chineseNumber, headingMark } from '../ledger';
import { aReport, HEIHE_2022 } from '../samples';
import type { WorkItem } from './content';
import { carryOverPlans, checkCorrection, checkLocks, isLocked } from './corrections';
import { fieldsOf } from './draft';
import { applyChanges } from './draft.merge';
import { differenceOf, type TextSegment } from './text-difference';
import { describeDifferences, describePath } from './versions';

const FORM = HEIHE_2022.form;
const FIRST = aReport(FORM).work('h9').work('h9').filled().content;

function with_(path: string, to: unknown): typeof FIRST {
  const outcome = applyChanges(FIRST, [{ path, from: fieldsOf(FIRST).get(path) ?? null, to }], FORM);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value.content;
}

describe('看看不同: two versions in words', () => {
  it.each([
    [
      'headings/h8/target/numerator',
      '3460',
      { heading: '（八）“码上诚信”', place: '', field: '已赋码市场主体', before: '3412', after: '3460' },
    ],
    [
      'headings/h9/items/h9-2/result',
      '12场',
      {
        heading: '（九）“信易贷”',
        place: '第2条',
        field: '工作成果',
        before: '6类窗口全部亮码，本月新增赋码428户。',
        after: '12场',
      },
    ],
    [
      'headings/h10/noneReason',
      '没有',
      { heading: '（十）宣传年活动', place: '', field: '本月无此项任务的原因', before: null, after: '没有' },
    ],
    [
      'plans/n1',
      null,
      { heading: '下月工作计划', place: '第1条', field: '整条', before: '进乡镇集中赋码2场。', after: null },
    ],
    ['signOff/signer', '综合科', { heading: '落款', place: '', field: '落款人', before: '经办科室', after: '综合科' }],
    [
      'headings/h9/items/h9-1/evidence/e2',
      { id: 'e2', title: '《关于推广的通知》', kind: 'document', attachmentId: null },
      {
        heading: '（九）“信易贷”',
        place: '第1条',
        field: '佐证材料',
        before: null,
        after: '《关于推广的通知》（文件）',
      },
    ],
  ])('says where %s changed, from what to what', (path, to, words) => {
    expect(describeDifferences(FIRST, with_(path, to), FORM)).toEqual([{ path, ...words }]);
  });

  it('shows a removed piece of work whole, numbered as it was', () => {
    const [difference] = describeDifferences(FIRST, with_('headings/h9/items/h9-1', null), FORM);
    expect(difference).toMatchObject({ place: '第1条', field: '整条', after: null });
    expect(difference?.before).toContain('推进窗口单位亮码');
    expect(difference?.before).toContain('佐证：窗口亮码工作简报第4期（简报）');
  });

  it('lists differences in the order of the form', () => {
    const after = aReport(FORM).work('h2').work('h9').filled().content;
    const order = describeDifferences(FIRST, { ...after, plans: [] }, FORM).map((entry) => entry.heading);
    expect(order).toEqual(
      ['（二）承诺公示和履约', '（九）“信易贷”', '下月工作计划'].filter((name) => order.includes(name)),
    );
  });

  it('knows whole parts, and has no words for a path that is none', () => {
    expect(describePath('headings/h8', FIRST, FORM)).toEqual({ heading: '（八）“码上诚信”', place: '', field: '整项' });
    expect(describePath('problems', FIRST, FORM).heading).toBe('存在的问题');
    expect(describePath('constructor', FIRST, FORM)).toEqual({ heading: '', place: '', field: '' });
  });

  it('counts headings as documents do', () => {
    expect([1, 9, 10, 11, 19, 20, 21, 99].map(chineseNumber)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '十九',
      '二十',
      '二十一',
      '九十九',
    ]);
    expect(headingMark({ ordinal: 12 })).toBe('（十二）');
  });
});

describe('differing words, for choosing between two versions', () => {
  const marked = (segments: readonly TextSegment[]): string =>
    segments.map((segment) => (segment.isChanged ? `[${segment.text}]` : segment.text)).join('');

  it.each([
    ['3412户', '3460户', '[3412]户', '[3460]户'],
    ['一样', '一样', '一样', '一样'],
    ['', '新的', '', '[新的]'],
    ['删去', '', '[删去]', ''],
    ['占比22.77%', '占比23.09%', '占比[22.77%]', '占比[23.09%]'],
    ['张贴二维码', '张贴二维码，并教商户出示', '张贴二维码', '张贴二维码[，并教商户出示]'],
    ['税务、社保等6类窗口', '税务等4类窗口', '税务[、社保等6]类窗口', '税务[等4]类窗口'],
    ['甲乙😀', '甲乙😁', '甲乙[😀]', '甲乙[😁]'],
    ['旧账3件，其中2件已办结', '旧账2件，均已办结', '旧账[3]件，[其中2件]已办结', '旧账[2]件，[均]已办结'],
  ])('%p and %p', (before, after, left, right) => {
    const difference = differenceOf(before, after);
    expect([marked(difference.before), marked(difference.after)]).toEqual([left, right]);
  });

  const words = fc.array(fc.constantFrom('码', '上', '诚信', '6', '12', '，', 'A', ' ', '\n', '😀'), { maxLength: 40 });

  it('always keeps both texts whole, and equal where it says equal', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { before, after } = differenceOf(a.join(''), b.join(''));
        expect(before.map((segment) => segment.text).join('')).toBe(a.join(''));
        expect(after.map((segment) => segment.text).join('')).toBe(b.join(''));
        const same = (segments: readonly TextSegment[]): string =>
          segments
            .filter((segment) => !segment.isChanged)
            .map((segment) => segment.text)
            .join('');
        expect(same(before)).toBe(same(after));
      }),
    );
  });

  it('marks the middle of very long, very different texts as a whole', () => {
    const before = `同${'甲乙'.repeat(2500)}尾`;
    const after = `同${'丙丁'.repeat(2500)}尾`;
    expect(differenceOf(before, after).before).toEqual([
      { text: '同', isChanged: false },
      { text: '甲乙'.repeat(2500), isChanged: true },
      { text: '尾', isChanged: false },
    ]);
  });
});

describe('correcting what was sent back (Q12)', () => {
  const remarks = [{ path: 'headings/h8/target/numerator' }, { path: 'headings/h9/items/h9-1' }];

  it.each([
    ['headings/h8/target/numerator', false],
    ['headings/h8/target/denominator', true],
    ['headings/h9/items/h9-1/result', false],
    ['headings/h9/items/h9-1/evidence/new', false],
    ['headings/h9/items/h9-10', true],
    ['headings/h9/items/h9-2/result', true],
    ['signOff/signer', true],
  ])('%s is locked: %p', (path, locked) => {
    expect(isLocked(path, remarks)).toBe(locked);
  });

  it('opens everything for a remark on the whole, and without remarks', () => {
    expect(isLocked('signOff/signer', [{ path: '' }])).toBe(false);
    expect(isLocked('signOff/signer', [])).toBe(false);
  });

  it('takes a correction of what was sent back and names what else was touched', () => {
    const context = { remarks, form: FORM };
    const corrected = with_('headings/h8/target/numerator', '3460');
    expect(checkCorrection(FIRST, corrected, context)).toEqual({ ok: true, value: corrected });
    expect(checkCorrection(FIRST, with_('signOff/signer', '别人'), context)).toEqual({
      ok: false,
      refusals: [{ code: 'reporting.locked', facts: { path: 'signOff/signer', label: '落款落款人' } }],
    });
    const change = { path: 'headings/h9/items/h9-2', from: null, to: null };
    expect(checkLocks([change], { ...context, content: FIRST }).ok).toBe(false);
  });
});

describe("last month's plan as this month's work", () => {
  function ids(): () => string {
    let count = 0;
    return () => `n${String((count += 1))}`;
  }

  it('makes one piece of work of each line', () => {
    const items = carryOverPlans(
      [
        { id: 'a', text: ' 进乡镇集中赋码2场。' },
        { id: 'b', text: '  ' },
      ],
      ids(),
    );
    expect(items).toEqual<readonly WorkItem[]>([
      { id: 'n1', title: '进乡镇集中赋码2场。', work: '', result: '', evidence: [] },
    ]);
  });

  it('loses nothing of a line longer than a title', () => {
    const text = '码'.repeat(201);
    const [item] = carryOverPlans([{ id: 'a', text }], ids());
    expect(Array.from(item?.title ?? '')).toHaveLength(200);
    expect(item?.work).toBe(text);
  });
});
