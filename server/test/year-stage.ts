import type { LightMyRequestResponse } from 'fastify';
import {
  caseOf,
  EMPTY_DRAFT,
  sheetPoints,
  withStatements,
  type AssessmentListView,
  type AssessmentView,
} from '@jiannuo/shared/assessment';
import { beijingDate, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { LedgerMonthView } from '@jiannuo/shared/ledger';
import { monthsOf, regulationOf } from '@jiannuo/shared/scoring';
import type { FindingListView } from '@jiannuo/shared/spot-checks';
import { ObligationOpening } from '../src/features/obligations';
import { YES } from './application-stage';
import type { OpenDatabase } from './databases';
import { DONE, LEAD, openLedgerStage, type LedgerStage } from './ledger-stage';
import { COMPLETE } from './report-stage';

export const COUNTIES = ['爱辉区', '北安市', '五大连池市', '嫩江市', '逊克县', '孙吴县'] as const;
export const CYCLE = monthsOf(regulationOf('heihe-2022')!.cycle);

const OFFICERS = ['市专班经办人甲', '市专班经办人乙'];

/** A measure that the month's spot check found undone: by county and month, counted from 0. */
export interface Finding {
  readonly county: number;
  readonly month: number;
}

/** A whole year of the sample counties, through the commands that people use, from the plan to the last publication. */
export class YearStage {
  private readonly tokens = new Map<string, string>();

  private constructor(private readonly ledger: LedgerStage) {}

  /** The main sample group on the day of its notice, with the year's plan imported. */
  static async open(open: OpenDatabase): Promise<YearStage> {
    const ledger = await openLedgerStage(async (options) => {
      const database = await open(options);
      database.clock.set('2022-04-18T01:00:00.000Z');
      return database;
    });
    return new YearStage(ledger);
  }

  get server(): LedgerStage['server'] {
    return this.ledger.server;
  }

  close(): Promise<void> {
    return this.ledger.close();
  }

  at(instant: Instant): void {
    this.server.clock.set(instant);
  }

  /** The county's liaison, or an officer of the lead unit; signed in anew every month, as sessions end. */
  async as(who: string): Promise<string> {
    const key = `${who} ${this.server.clock.now().slice(0, 7)}`;
    const role = who === LEAD ? 'lead-officer' : 'liaison';
    const token = this.tokens.get(key) ?? (await this.server.signInAs(who, role));
    this.tokens.set(key, token);
    return token;
  }

  async get<T>(who: string, url: string): Promise<T> {
    return this.expect(await this.server.ask({ url, as: await this.as(who) }));
  }

  async post<T>(who: string, url: string, body: object = {}): Promise<T> {
    return this.expect(await this.server.ask({ method: 'POST', url, as: await this.as(who), body }));
  }

  /** The county has nothing against its review as it stands now. */
  async agree(county: string, id: string): Promise<unknown> {
    const { version } = await this.get<{ version: number }>(county, `/api/assessments/${id}`);
    return this.post(county, `/api/assessments/${id}/agree`, { version });
  }

  openMonth(period: Period): Promise<unknown> {
    return this.server.app.get(ObligationOpening).openPeriod(this.ledger.groupId, period);
  }

  /** Marks a month's measures done but for the first so many. */
  async markDone(county: string, period: Period, but: number): Promise<void> {
    const { rows } = await this.get<LedgerMonthView>(county, `/api/ledger/month?period=${period}`);
    const inOrder = [...rows].sort((a, b) => a.measure.number - b.measure.number);
    for (const { id, revision } of inOrder.slice(but)) {
      await this.post(county, `/api/ledger/rows/${id}/mark-done`, { revision, completion: DONE });
    }
  }

  /** Sends a work update; the lead unit marks it as of high quality, and adopted where it was. */
  async inform(county: string, period: Period, isAdopted: boolean): Promise<void> {
    const update = { title: `${county}${period}赋码现场办公`, text: '当天赋码212户。', evidence: [] };
    const { id } = await this.post<{ id: string }>(county, '/api/work-updates', update);
    const marks = `/api/work-updates/${id}/marks`;
    await this.post(LEAD, marks, { kind: 'high-quality', version: 1, reason: '有数据，有做法。' });
    if (!isAdopted) return;
    const adopted = { kind: 'adopted', version: 1, reason: '', adopter: 'leading-group-office' };
    await this.post(LEAD, marks, { ...adopted, confirmedOn: beijingDate(this.server.clock.now()) });
  }

  /** Applies, and has it decided. */
  async apply(county: string, body: object, decision: object = YES): Promise<string> {
    const { id } = await this.post<{ id: string }>(county, '/api/applications', body);
    await this.post(LEAD, `/api/applications/${id}/decide`, decision);
    return id;
  }

  async report(county: string, period: Period): Promise<void> {
    const obligationId = await this.owed(county, period, 'monthly-report');
    const { reportId } = await this.post<{ reportId: string }>(county, '/api/reports', { obligationId });
    const { draft } = await this.get<{ draft: { revision: number } }>(county, `/api/reports/${reportId}`);
    const signOff = { ...COMPLETE.signOff, date: `${period}-19` };
    const content = { ...COMPLETE, signOff };
    const body = { revision: draft.revision, device: 'phone-1', content };
    await this.post(county, `/api/reports/${reportId}/submit`, body);
  }

  /** Hands the self-assessment in exactly as the records give it. */
  async assess(county: string, period: Period): Promise<void> {
    const id = await this.begin(county, period);
    const { records, serverNow, draft } = await this.assessment(county, id);
    const { total } = sheetPoints(withStatements(caseOf(records, serverNow, true), EMPTY_DRAFT));
    await this.post(county, `/api/assessments/${id}/submit`, { revision: draft.revision, total, content: EMPTY_DRAFT });
  }

  /** The county's assessment of a month, begun by whoever asks first. */
  async begin(who: string, period: Period, county = who): Promise<string> {
    const obligationId = await this.owed(county, period, 'self-assessment');
    const url = who === LEAD ? '/api/assessments/open' : '/api/assessments';
    return (await this.post<{ assessmentId: string }>(who, url, { obligationId })).assessmentId;
  }

  assessment(who: string, id: string): Promise<AssessmentView> {
    return this.get(who, `/api/assessments/${id}`);
  }

  list(period: Period): Promise<AssessmentListView> {
    return this.get(LEAD, `/api/assessments?period=${period}`);
  }

  /** The lead unit confirms a review; with `undone` it does not accept the last measure that is marked done. */
  async review(county: string, period: Period, undone = false): Promise<string> {
    const id = await this.begin(LEAD, period, county);
    const { version, records } = await this.assessment(LEAD, id);
    const last = records.measures.filter(({ done }) => done).at(-1);
    const verdicts = undone ? [{ subject: 'measure', id: last?.id, counts: false, reason: '没有签到表' }] : [];
    await this.post(LEAD, `/api/assessments/${id}/confirm`, { version, review: { verdicts, reasons: {} } });
    return id;
  }

  /** Draws, and finds one measure of each drawn county undone that was marked done. */
  async spotCheck(month: number): Promise<Finding[]> {
    const period = CYCLE[month]!;
    await this.post(LEAD, '/api/spot-checks/draw', { period });
    const { units } = await this.get<FindingListView>(LEAD, `/api/spot-checks/findings?period=${period}`);
    for (const { unitId, measures } of units) {
      const { measureId } = measures.find(({ state }) => state === 'done')!;
      const finding = { period, unitId, measureId, verdict: 'undone', text: '现场没有看到。', attachmentIds: [] };
      await this.post(LEAD, '/api/spot-checks/findings', finding);
    }
    return units.map(({ unitName }) => ({ county: COUNTIES.findIndex((name) => name === unitName), month }));
  }

  /** One officer drafts a ruling, another checks it. */
  async rule(body: object): Promise<{ readonly keptPeriods: readonly Period[] }> {
    const [drafter, checker] = await Promise.all(OFFICERS.map((name) => this.server.signInNamed(name)));
    const draft = await this.server.ask({ method: 'POST', url: '/api/rulings', as: drafter!, body });
    const { id } = this.expect<{ id: string }>(draft);
    const url = `/api/rulings/${id}/check`;
    return this.expect(await this.server.ask({ method: 'POST', url, as: checker!, body: {} }));
  }

  private async owed(county: string, period: Period, kind: string): Promise<string> {
    const row = await this.server.database.row<{ id: string }>(
      `SELECT o.id FROM obligation o JOIN unit u ON u.id = o.unit_id WHERE u.name = ? AND o.period = ? AND o.kind = ?`,
      [county, period, kind],
    );
    return row!.id;
  }

  private expect<T>(answer: LightMyRequestResponse): T {
    if (answer.statusCode >= 300) throw new Error(`${String(answer.statusCode)} ${answer.body}`);
    return answer.json<T>();
  }
}
