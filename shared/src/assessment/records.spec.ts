import { measureRecords, type MeasureRecord } from '.';
import type { Evidence } from '../ledger';

describe('a month’s measures with what proves them (M1)', () => {
  const entry = (title: string): Evidence => ({ id: title, title, kind: 'document', attachmentId: null });
  const row = (id: string, headingId: string, evidence: readonly Evidence[] = []) => ({
    id,
    measure: { title: id, target: null, headingId },
    state: 'on-schedule' as const,
    period: '2022-05',
    nodeOn: '2022-05-28',
    goal: '',
    timetable: '',
    route: '',
    detail: '',
    work: '',
    result: '',
    figure: '',
    evidence,
  });
  const item = (id: string, ...evidence: readonly Evidence[]) => ({ id, title: id, work: '', result: '', evidence });
  const three = (items: ReturnType<typeof item>[]) => [{ id: 'h3', items, noneReason: null, target: null }];
  const evidenceOf = (records: readonly MeasureRecord[]) =>
    records.map(({ id, evidence }) => [id, evidence.map(({ title }) => title)]);

  it('has the report’s evidence too: of any piece under a heading that is the measure’s alone, each once', () => {
    const reported = three([item('x', entry('七进情况'), entry('通知'))]);
    const records = measureRecords([row('r3', 'h3', [entry('通知')]), row('r4', 'h4')], reported, []);
    expect(evidenceOf(records)).toEqual([
      ['r3', ['通知', '七进情况']],
      ['r4', []],
    ]);
  });

  it('of several measures under one heading has only what was taken over from its own row', () => {
    const reported = three([item('ledger-r3', entry('三')), item('x', entry('另一份'))]);
    expect(evidenceOf(measureRecords([row('r3', 'h3'), row('r4', 'h3')], reported, []))).toEqual([
      ['r3', ['三']],
      ['r4', []],
    ]);
  });

  it('has the two figures of its heading’s ratio with what is asked of them, where both are (R35)', () => {
    const target = { numeratorLabel: '赋码', denominatorLabel: '总数', unit: '户', minimumPercent: '25' };
    const ratio = { numerator: '3912', denominator: '14988', asOf: '2022-05-16' } as const;
    const rows = [{ ...row('r8', 'h8'), ratio }, row('r9', 'h8'), { ...row('r3', 'h3'), ratio }];
    const records = measureRecords(rows, [], [{ id: 'h8', target }, { id: 'h3' }]);
    expect(records.map((record) => record.ratio)).toEqual([{ ...ratio, target }, undefined, undefined]);
  });

  it('counts what goes on as planned and says so (Q6)', () => {
    expect(measureRecords([row('r3', 'h3')], [], [])).toMatchObject([
      { done: true, state: 'on-schedule', node: '2022-05-28' },
    ]);
  });
});
