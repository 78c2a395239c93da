import {
  caseOf,
  EMPTY_DRAFT,
  sheetPoints,
  type AssessmentView,
  type MeasureRecord,
  type SheetContent,
} from '@jiannuo/shared/assessment';
import type { LedgerMonthView, MeasureView, RatioFigures } from '@jiannuo/shared/ledger';
import type { HeadingContent, ReportContent, ReportView, TargetFigures } from '@jiannuo/shared/reporting';
import { describeOnEachDatabase } from '../../../../test/databases';
import { LEAD } from '../../../../test/ledger-stage';
import { COMPLETE } from '../../../../test/report-stage';
import { YearStage } from '../../../../test/year-stage';

const MAY = '2022-05';
const COUNTY = '逊克县';
const FIGURES = COMPLETE.headings.flatMap(({ target }) => target ?? [])[0]!;

describeOnEachDatabase('What was entered once (M1)', (open) => {
  let year: YearStage;

  beforeEach(async () => {
    year = await YearStage.open(open);
    year.at('2022-05-20T01:00:00.000Z');
    await year.openMonth(MAY);
  });
  afterEach(() => year.close());

  const ledger = async (): Promise<LedgerMonthView['rows']> =>
    (await year.get<LedgerMonthView>(COUNTY, `/api/ledger/month?period=${MAY}`)).rows;

  /** Marks every measure done with its own words and one piece of evidence. */
  const fillLedger = async (ratio?: RatioFigures): Promise<void> => {
    for (const { id, revision, measure } of await ledger()) {
      const evidence = [{ id: 'e1', title: `${measure.title}通知`, kind: 'document', attachmentId: null }];
      const figure = measure.target?.goal ?? '';
      const counted = measure.headingId === 'h8' && ratio !== undefined ? { ratio } : {};
      const completion = { work: `办了${measure.title}。`, result: '按时完成。', figure, evidence, ...counted };
      await year.post(COUNTY, `/api/ledger/rows/${id}/mark-done`, { revision, completion });
    }
  };

  /** Hands the report in as it opened, with what no ledger knows: no task, the numeric target, problems, plans, signer. */
  const report = async (
    write: (items: HeadingContent['items'], headingId: string) => HeadingContent['items'] = (items) => items,
    count: (offered: TargetFigures) => TargetFigures = () => FIGURES,
  ): Promise<ReportContent> => {
    const [owed] = await year.server.database.rows<{ id: string }>(
      `SELECT o.id FROM obligation o JOIN unit u ON u.id = o.unit_id
       WHERE u.name = ? AND o.period = ? AND o.kind = 'monthly-report'`,
      [COUNTY, MAY],
    );
    const { reportId } = await year.post<{ reportId: string }>(COUNTY, '/api/reports', { obligationId: owed!.id });
    const { draft } = await year.get<ReportView>(COUNTY, `/api/reports/${reportId}`);
    const written = draft.content.headings.map((each) => ({ ...each, items: write(each.items, each.id) }));
    const headings = written.map((heading) => ({
      ...heading,
      noneReason: heading.items.length === 0 ? '本月无此项任务' : null,
      target: heading.target === null ? null : count(heading.target),
    }));
    const { problems, plans, signOff } = COMPLETE;
    const content = { ...draft.content, headings, problems, plans, signOff };
    await year.post(COUNTY, `/api/reports/${reportId}/submit`, {
      revision: draft.revision,
      device: 'phone-1',
      content,
    });
    return content;
  };

  const lines = (measures: readonly Pick<MeasureRecord, 'title' | 'evidence'>[]): string[] =>
    measures.map(({ title, evidence }) => `${title}：${evidence.map((each) => each.title).join('、')}`).sort();

  it('stands in the report of the 20th and on the sheet of the 23rd, and nothing is typed a second time', async () => {
    await fillLedger();
    const content = await report();
    const entered = (await ledger()).map(({ measure, evidence }) => ({ title: measure.title, evidence }));
    expect(entered).toHaveLength(7);
    expect(lines(content.headings.flatMap(({ items }) => items))).toEqual(lines(entered));

    year.at('2022-05-23T02:00:00.000Z');
    const id = await year.begin(COUNTY, MAY);
    const view = await year.assessment(COUNTY, id);
    expect(lines(view.records.measures)).toEqual(lines(entered));
    expect(view.draft.content).toEqual(EMPTY_DRAFT);
    const shown = sheetPoints(caseOf(view.records, view.serverNow, true));
    expect(shown.lines.map(({ line, self }) => [line, self])).toEqual([
      ['completion', '40.00'],
      ['timeliness', '5.00'],
      ['information', '0.00'],
      ['adjustment', '0.00'],
    ]);

    const order = { revision: view.draft.revision, total: shown.total, content: view.draft.content };
    await year.post(COUNTY, `/api/assessments/${id}/submit`, order);
    const after = await year.get<AssessmentView>(COUNTY, `/api/assessments/${id}`);
    const sheet: SheetContent = after.sheet!.content;
    expect(after).toMatchObject({ state: 'submitted', metAt: '2022-05-23T02:00:00.000Z' });
    // What the county typed on its sheet: nothing.
    expect(sheet.draft).toEqual({ measures: [], scores: {}, remark: '' });
    expect(sheet).toMatchObject({ total: '45.00' });
    expect(sheet.month.measures.every(({ done }) => done)).toBe(true);
  });

  it('stands on the sheet with what the report shows for a measure whose ledger row has no evidence', async () => {
    const proof = { id: 'p1', title: '关于诚信“七进”工作的情况', kind: 'document' as const, attachmentId: null };
    await report((items, headingId) =>
      headingId === 'h3' ? [{ id: 'i1', title: '七进', work: '宣讲。', result: '3场。', evidence: [proof] }] : items,
    );
    const view = await year.assessment(COUNTY, await year.begin(COUNTY, MAY));
    const [row] = (await ledger()).filter(({ measure }) => measure.headingId === 'h3');
    expect(view.records.measures.find(({ id }) => id === row!.id)?.evidence).toEqual([proof]);
  });

  it('stands in the ledger with the evidence that was added in the report, beside what was there, once', async () => {
    await fillLedger();
    const proof = { id: 'p1', title: '对接会通知', kind: 'document' as const, attachmentId: null };
    const before = await ledger();
    const { id } = before.find(({ measure }) => measure.headingId === 'h9')!;
    await report((items, headingId) =>
      headingId === 'h9' ? items.map((item) => ({ ...item, evidence: [...item.evidence, proof] })) : items,
    );
    const added = (row: (typeof before)[number]): object => ({
      ...row,
      revision: row.revision + 1,
      evidence: [...row.evidence, proof],
      changedAt: '2022-05-20T01:00:00.000Z',
    });
    const after = await ledger();
    expect(after.filter(({ measure }) => measure.headingId !== 'h8')).toEqual(
      before.flatMap((row) => (row.measure.headingId === 'h8' ? [] : [row.id === id ? added(row) : row])),
    );
    const [{ measureId }] = before.filter((row) => row.id === id) as [(typeof before)[number]];
    const { history } = await year.get<MeasureView>(COUNTY, `/api/ledger/measures/${measureId}`);
    expect(history[0]).toMatchObject({ action: 'record', reason: '照月报补上', byUnitName: COUNTY });
    const again = await year.assessment(COUNTY, await year.begin(COUNTY, MAY));
    expect(again.records.measures.find((each) => each.id === id)?.evidence).toHaveLength(2);
  });

  it('stands in the ledger too when the lead unit enters the report for the unit (代录)', async () => {
    await fillLedger();
    const { id } = (await ledger()).find(({ measure }) => measure.headingId === 'h8')!;
    const proof = { id: 'p1', title: '码上诚信简报', kind: 'bulletin' as const, attachmentId: null };
    const [owed] = await year.server.database.rows<{ id: string }>(
      `SELECT o.id FROM obligation o JOIN unit u ON u.id = o.unit_id
       WHERE u.name = ? AND o.period = ? AND o.kind = 'monthly-report'`,
      [COUNTY, MAY],
    );
    const headings = COMPLETE.headings.map((heading) =>
      heading.id === 'h8'
        ? { ...heading, items: [{ id: 'i8', title: '亮码', work: '现场赋码。', result: '', evidence: [proof] }] }
        : heading,
    );
    await year.post(LEAD, '/api/reports/enter-for', {
      obligationId: owed!.id,
      channel: 'paper',
      receivedAt: '2022-05-19T02:00:00.000Z',
      basis: '收文登记',
      content: { ...COMPLETE, headings },
      attachmentIds: [],
    });
    const row = (await ledger()).find((each) => each.id === id)!;
    expect(row.evidence.map(({ title }) => title)).toContain('码上诚信简报');
    expect(row.ratio).toEqual(FIGURES);
    const { history } = await year.get<MeasureView>(COUNTY, `/api/ledger/measures/${row.measureId}`);
    expect(history[0]).toMatchObject({ reason: '照月报补上', byUnitName: LEAD });
  });

  it('carries the two figures of heading eight from the ledger into the report, and back as they were reported (R35)', async () => {
    const typed = { numerator: '3412', denominator: '14986', asOf: '2022-05-10' };
    await fillLedger(typed);
    const inEight = async (): Promise<LedgerMonthView['rows'][number]> =>
      (await ledger()).find(({ measure }) => measure.headingId === 'h8')!;
    const { ratio, revision } = await inEight();
    expect(ratio).toEqual(typed);
    const reportedFigures: unknown[] = [];
    const content = await report(
      (items) => items,
      (offered) => {
        reportedFigures.push(offered);
        return { ...typed, numerator: '3500' };
      },
    );
    expect(reportedFigures).toEqual([typed]);
    expect(content.headings.find((heading) => heading.id === 'h8')?.target?.numerator).toBe('3500');
    expect(await inEight()).toMatchObject({ ratio: { ...typed, numerator: '3500' }, revision: revision + 1 });
  });

  it('is asked from nobody again when the ledger was filled and the report came late', async () => {
    await fillLedger();
    year.at('2022-05-21T01:00:00.000Z');
    await report();
    year.at('2022-05-23T02:00:00.000Z');
    await year.assess(COUNTY, MAY);
    const after = await year.assessment(COUNTY, await year.begin(COUNTY, MAY));
    expect(after.sheet?.content).toMatchObject({ draft: EMPTY_DRAFT, total: '44.00' });
  });
});
