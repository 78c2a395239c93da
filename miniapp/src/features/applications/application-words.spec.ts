import type { ApplicationRow } from '@jiannuo/shared/applications';
import { basisWords, eventNote, eventWords, headlineOf, outcomeWords, waitingWords } from './application-words';
import { draftUnder, faultsOf, isEmptyDraft } from './draft-store';

const ROW: ApplicationRow = {
  id: 'a1',
  unitId: 'n6',
  unitName: '逊克县',
  category: 'adjustment',
  kind: 'added-task',
  kindTitle: '增加工作任务',
  credit: 'each-month',
  title: '“信用+养老”试点',
  state: 'approved',
  submittedAt: '2022-04-25T02:10:00.000Z',
  fromPeriod: '2022-04',
  creditedPeriods: ['2022-04', '2022-05'],
  reason: '',
  endedFrom: null,
  isOverlapping: false,
};

describe('what became of an application (annex 2, Q15)', () => {
  it('names the months in which it counts', () => {
    expect(outcomeWords(ROW)).toBe('记在4月、5月');
    expect(outcomeWords({ ...ROW, creditedPeriods: [] })).toBe('落实一个月，记一个月');
    expect(outcomeWords({ ...ROW, credit: 'once', creditedPeriods: ['2022-05'] })).toBe('记在5月');
    expect(outcomeWords({ ...ROW, credit: 'year', creditedPeriods: [] })).toBe('记在全年');
  });

  it('says from which month on it counts no more', () => {
    expect(outcomeWords({ ...ROW, endedFrom: '2022-06' })).toBe('记在4月、5月\u30006月起停止记分');
    expect(outcomeWords({ ...ROW, creditedPeriods: [], endedFrom: '2022-06' })).toBe('6月起停止记分');
    expect(eventWords({ kind: 'ended', period: '2022-06' })).toBe('6月起停止记分');
  });

  it('says why, where it was refused, and that nothing is decided yet', () => {
    expect(outcomeWords({ ...ROW, state: 'refused', reason: '没有上级文件。' })).toBe('没有上级文件。');
    expect(outcomeWords({ ...ROW, state: 'submitted' })).toBe('市专班还没认定');
  });

  it('counts a year in a sentence, without what was withdrawn', () => {
    const rows = [ROW, { ...ROW, state: 'withdrawn' as const }, { ...ROW, state: 'submitted' as const }];
    expect(headlineOf({ rows })).toBe('申报2项，认定1项');
    expect(headlineOf({ rows: [] })).toBe('还没有申报');
    expect(waitingWords({ rows })).toBe('1项待认定');
    expect(waitingWords({ rows: [ROW] })).toBe('都认定过了');
  });

  it('writes the document once in its marks, with its number where it has one', () => {
    const basis = { title: '试点通知', number: '', issuer: '省厅', date: '2022-04-20' };
    expect(basisWords(basis)).toMatch(/^《试点通知》\u3000省厅\u30004月20日/);
    expect(basisWords({ ...basis, title: '《试点通知》', number: '黑政发〔2022〕3号' })).toMatch(
      /^《试点通知》（黑政发〔2022〕3号）/,
    );
  });

  it('says from which month, in which month, and why', () => {
    const event = { at: '2022-05-12T02:00:00.000Z', by: '样例', reason: '', period: '2022-05' };
    expect(eventNote({ ...event, kind: 'submitted' })).toBe('从5月起');
    expect(eventNote({ ...event, kind: 'approved', reason: '首创。' })).toBe('记在5月\u3000首创。');
    expect(eventNote({ ...event, kind: 'not-carried-out', reason: '没有开工。' })).toBe('没有开工。');
  });
});

describe('a draft', () => {
  const cycle = {
    months: ['2022-04', '2022-05'],
    kinds: [
      { category: 'adjustment', kind: 'added-task', title: '增加工作任务', article: '附件2', credit: 'each-month' },
    ],
  } as const;
  const now = '2022-05-18T05:50:00.000Z';
  const empty = draftUnder('d1');

  it('lacks everything at first, and each gap is said at its field', () => {
    expect(isEmptyDraft(empty)).toBe(true);
    expect(faultsOf(empty, cycle, now)).toEqual({
      kind: '请先选申报哪一类。',
      title: '还没写名称。',
      text: '还没写内容。',
      basisTitle: '还没写文件名称。',
      basisIssuer: '还没写发文单位。',
      basisDate: '还没选发文日期。',
    });
  });

  it('lacks a first month where it counts month by month, and no document of tomorrow', () => {
    const basis = { title: '通知', number: '', issuer: '省厅', date: '2022-05-19' };
    const draft = { ...empty, kind: 'added-task', title: '试点', text: '做法。', basis };
    expect(faultsOf(draft, cycle, now)).toEqual({
      fromPeriod: '还没选从哪个月起。',
      basisDate: '发文日期还没到，请核对文件。',
    });
    const whole = { ...draft, fromPeriod: '2022-05', basis: { ...basis, date: '2022-05-18' } };
    expect(faultsOf(whole, cycle, now)).toEqual({});
    expect(faultsOf({ ...whole, title: '长'.repeat(61) }, cycle, now)).toEqual({ title: '名称最多60个字，请写短些。' });
  });
});
