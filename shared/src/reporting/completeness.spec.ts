import { aReport, HEIHE_2022, INVESTMENT_2022, sampleGroups } from '../samples';
import { checkComplete, emptyContent, gapsOf, isBlankContent, progressOf } from './completeness';
import type { ReportContent } from './content';

const FORM = HEIHE_2022.form;
const FULL = aReport(FORM).filled().content;

function gaps(content: ReportContent, form = FORM): readonly (readonly [string, string])[] {
  return gapsOf(content, form).map(({ path, sentence }) => [path, sentence] as const);
}

function withFigures(numerator: string, denominator: string, asOf = '2022-05-16'): ReportContent {
  const headings = FULL.headings.map((heading) =>
    heading.id === 'h8' ? { ...heading, target: { numerator, denominator, asOf } } : heading,
  );
  return { ...FULL, headings };
}

describe('what is missing before hand-in (art. 7, annex 1)', () => {
  it.each(sampleGroups.map((group) => [group.key, group.form] as const))(
    'is nothing for a full report of %s',
    (_, form) => {
      const { content } = aReport(form).filled();
      expect(gapsOf(content, form)).toEqual([]);
      expect(checkComplete(content, form, '2022-05-20')).toEqual({ ok: true, value: content });
      expect(progressOf(content, form)).toEqual({ filled: form.headings.length, total: form.headings.length });
    },
  );

  it('is everything for an empty one, in the order of the form', () => {
    const empty = emptyContent(FORM);
    expect(gaps(empty).slice(0, 1)).toEqual([['headings/h1', '（一）还没填。没有任务请选“本月无此项任务”。']]);
    expect(gaps(empty).map(([path]) => path)).toEqual([
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7'].map((id) => `headings/${id}`),
      'headings/h8/target/numerator',
      'headings/h8/target/denominator',
      'headings/h8/target/asOf',
      'headings/h8',
      'headings/h9',
      'headings/h10',
      'problems',
      'plans',
      'signOff/signer',
    ]);
    expect(progressOf(empty, FORM)).toEqual({ filled: 0, total: 10 });
    expect(checkComplete(empty, FORM, '2022-05-20').ok).toBe(false);
  });

  it('lets a heading be declared without a task, with a reason, even the one with figures', () => {
    const content = aReport(FORM).none('h8').none('h9').filled().content;
    const unfigured = {
      ...content,
      headings: content.headings.map((heading) =>
        heading.id === 'h8' ? { ...heading, target: { numerator: '', denominator: '', asOf: '' } as const } : heading,
      ),
    };
    expect(gaps(unfigured)).toEqual([]);
  });

  it('asks again for dates that are years away, when it knows the day', () => {
    const at = (date: string): ReportContent => ({ ...FULL, signOff: { ...FULL.signOff, date } });
    const found = (date: string) => gapsOf(at(date), FORM, '2022-05-20').map(({ sentence }) => sentence);
    const far = ['落款日期离今天超过一年，请核对年份。'];
    expect(['0001-01-01', '2021-05-19', '2023-05-21', '9999-12-31'].map(found)).toEqual([far, far, far, far]);
    expect(['', '2021-05-20', '2022-05-22', '2023-05-20'].flatMap(found)).toEqual([]);
    expect(gaps(at('1922-05-20'))).toEqual([]);
    const asOf = (date: string) => gapsOf(withFigures('1', '2', date), FORM, '2022-05-20').map(({ code }) => code);
    expect(['1922-05-16', '9999-12-31'].flatMap(asOf)).toEqual(['reporting.gap-date-far', 'reporting.gap-date-far']);
  });

  it('counts text that cannot be seen as none', () => {
    const unseen = '\uFE0F\u3164\u{E0100}';
    const plans = [{ id: 'p1', text: unseen }];
    expect(gaps({ ...FULL, plans, signOff: { ...FULL.signOff, signer: unseen } }).map(([path]) => path)).toEqual([
      'plans/p1',
      'signOff/signer',
    ]);
    const titled = aReport(FORM).work('h1').filled().content;
    const headings = titled.headings.map((heading) => ({
      ...heading,
      items: heading.items.map((item) => ({ ...item, title: unseen })),
    }));
    expect(gaps({ ...titled, headings }).every(([path]) => path.endsWith('/title'))).toBe(true);
    expect(gaps({ ...titled, headings })).not.toEqual([]);
  });

  it('asks for the reason, and for one of the two when both stand', () => {
    expect(gaps(aReport(FORM).none('h2', ' ').filled().content)).toEqual([
      ['headings/h2/noneReason', '（二）请写本月没有此项任务的原因。'],
    ]);
    expect(gaps(aReport(FORM).work('h2').none('h2').filled().content)).toEqual([
      ['headings/h2/noneReason', '（二）写了工作，又选了本月无，请留一样。'],
    ]);
  });

  it('asks for title and work, not for a result or evidence (R55)', () => {
    expect(gaps(aReport(FORM).work('h3', { title: ' ', result: '', evidence: [] }).filled().content)).toEqual([
      ['headings/h3/items/h3-1/title', '还没填（三）第1条标题。'],
    ]);
    expect(gaps(aReport(FORM).work('h3').work('h3', { work: '\u200B' }).filled().content)).toEqual([
      ['headings/h3/items/h3-2/work', '还没填（三）第2条具体工作内容。'],
    ]);
    expect(gaps(aReport(FORM).work('h3', { result: '', evidence: [] }).filled().content)).toEqual([]);
  });

  it('asks to fill or delete an empty piece of work, and to name evidence', () => {
    const empty = { title: '', work: '', result: '', evidence: [] };
    expect(gaps(aReport(FORM).work('h3').work('h3', empty).filled().content)).toEqual([
      ['headings/h3/items/h3-2', '（三）第2条是空的，请填上或删去。'],
    ]);
    const unnamed = { evidence: [{ id: 'e1', title: ' ', kind: 'photo', attachmentId: 'f1' }] as const };
    expect(gaps(aReport(FORM).work('h3', unnamed).filled().content)).toEqual([
      ['headings/h3/items/h3-1/evidence/e1', '（三）第1条有一份佐证没写名称。'],
    ]);
  });

  it.each([
    ['0', '0', ['headings/h8/target/denominator', '（八）市场主体总数是0，算不出占比，请核对。']],
    ['5', '4', ['headings/h8/target/numerator', '（八）已赋码市场主体比总数还多，请核对。']],
    ['', '4', ['headings/h8/target/numerator', '还没填（八）已赋码市场主体。']],
    ['4', '', ['headings/h8/target/denominator', '还没填（八）市场主体总数。']],
  ])('checks figures %p of %p', (numerator, denominator, gap) => {
    expect(gaps(withFigures(numerator, denominator))).toEqual([gap]);
  });

  it('takes a share below the target: it is a fact, not a gap', () => {
    expect(gaps(withFigures('0', '14986'))).toEqual([]);
    expect(gaps(withFigures('4', '4'))).toEqual([]);
  });

  it('asks for the day of the figures, a problem line (无 will do), a plan line and the signer', () => {
    expect(gaps(withFigures('1', '4', ''))).toEqual([['headings/h8/target/asOf', '还没填（八）数据截至日期。']]);
    const early = gapsOf(withFigures('1', '4', '2022-05-17'), FORM, '2022-05-16');
    expect(early.map(({ path, sentence }) => [path, sentence])).toEqual([
      ['headings/h8/target/asOf', '（八）数据截至日期还没到，请选今天或以前的日子。'],
    ]);
    expect(gapsOf(withFigures('1', '4', '2022-05-17'), FORM, '2022-05-17')).toEqual([]);
    expect(gaps({ ...FULL, problems: [] })).toEqual([['problems', '存在的问题至少写一条，没有就写“无”。']]);
    expect(gaps({ ...FULL, problems: [{ id: 'p1', text: '无' }] })).toEqual([]);
    expect(gaps({ ...FULL, plans: [{ id: 'n1', text: ' ' }] })).toEqual([
      ['plans/n1', '下月工作计划第1条是空的，请填上或删去。'],
    ]);
    expect(gaps({ ...FULL, signOff: { ...FULL.signOff, signer: '' } })).toEqual([['signOff/signer', '还没填落款人。']]);
  });

  it('asks for the sealed page only where the group requires it (Q26)', () => {
    const content = aReport(INVESTMENT_2022.form).filled().content;
    const unsealed = { ...content, signOff: { ...content.signOff, sealAttachmentId: null } };
    expect(gaps(unsealed, INVESTMENT_2022.form)).toEqual([
      ['signOff/sealAttachmentId', '还没附盖章页，请拍照或选文件。'],
    ]);
    expect(gaps({ ...FULL, signOff: { ...FULL.signOff, sealAttachmentId: null } })).toEqual([]);
  });
});

describe('A report of which the original says it all', () => {
  const blank = emptyContent(FORM);

  it.each([
    ['a heading that is not due this month', aReport(FORM).none('h1').content],
    ['a figure', { ...blank, headings: withFigures('5', '').headings.map((each) => ({ ...each, items: [] })) }],
    ['a problem', { ...blank, problems: [{ id: 'p1', text: '缺人。' }] }],
    ['a plan', { ...blank, plans: [{ id: 'p1', text: '招人。' }] }],
  ])('is not one that says %s', (_what, content) => {
    expect(isBlankContent(content)).toBe(false);
  });

  it('says nothing of its own, signed or not', () => {
    expect(isBlankContent(blank)).toBe(true);
    expect(isBlankContent({ ...blank, signOff: { ...blank.signOff, signer: '市司法局' } })).toBe(true);
  });
});
