import fc from 'fast-check';
import { addMonths, atBeijing, toInstant, toMilliseconds, type Instant, type Period } from '@jiannuo/shared/kernel';
import { correctionDueAt, type BoardSums } from '@jiannuo/shared/obligations';
import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { describeOnEachDatabase } from '../../../test/databases';
import { COMPLETE, openReportStage, type ReportStage } from '../../../test/report-stage';
import { ObligationOpening } from '../obligations';

const UNITS = ['爱辉区', '北安市', '嫩江市', '孙吴县'] as const;
type UnitName = (typeof UNITS)[number];

/** One tap of somebody. Which of them are possible at the moment is the server's business, and the model's. */
const VERBS = ['submit', 'withdraw', 'accept', 'return', 'extend', 'waive', 'unwaive', 'enter', 'wait'] as const;
interface Step {
  readonly verb: (typeof VERBS)[number];
  readonly unit: UnitName;
  /** Hours that pass before the step. */
  readonly hours: number;
}

/** What a simple mind knows of a unit's month. */
interface Known {
  state: 'none' | 'in' | 'back' | 'sent-back' | 'accepted';
  due: Instant;
  /** When the answer to the latest return is due. */
  correctionDue: Instant;
  firstIn: Instant | null;
  waived: boolean;
  /** A return waits for its answer. */
  owesCorrection: boolean;
  /** Whether the version that is in answers a return. */
  answersReturn: boolean;
  /** Whether the lead unit entered the version that is in. */
  isEntered: boolean;
}

const steps = fc.array(
  fc.record({
    verb: fc.constantFrom(...VERBS),
    unit: fc.constantFrom(...UNITS),
    hours: fc.constantFrom(0, 0, 1, 5, 24, 90),
  }),
  { minLength: 15, maxLength: 30 },
);

describeOnEachDatabase('The board against a simple model', (open) => {
  let stage: ReportStage;
  let period: Period = '2022-03';

  beforeAll(async () => {
    stage = await openReportStage(open);
  });
  afterAll(() => stage.close());

  it('counts the same after any sequence of hand-ins, returns, extensions and waivers', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (played) => {
        period = addMonths(period, 1);
        await play(played);
      }),
      { numRuns: 9, endOnFailure: true },
    );
  }, 120_000);

  async function play(played: readonly Step[]): Promise<void> {
    await stage.server.app.get(ObligationOpening).openPeriod(stage.groupId, period);
    const model = new Map<UnitName, Known>(UNITS.map((unit) => [unit, fresh()]));
    stage.at(atBeijing(`${period}-17`, '09:00'));
    for (const step of played) {
      stage.at(toInstant(toMilliseconds(stage.server.clock.now()) + step.hours * 3_600_000));
      const known = model.get(step.unit)!;
      const isExpected = foresee(step, known, stage.server.clock.now());
      const status = await take(step);
      expect({ step, known: { ...known }, isDone: status === 200 }).toEqual({ step, known, isDone: isExpected });
      if (isExpected) apply(step, known, stage.server.clock.now());
      await compare(model);
    }
  }

  function fresh(): Known {
    return {
      state: 'none',
      due: atBeijing(`${period}-20`, '24:00'),
      correctionDue: '',
      firstIn: null,
      waived: false,
      owesCorrection: false,
      answersReturn: false,
      isEntered: false,
    };
  }

  function foresee({ verb }: Step, known: Known, now: Instant): boolean {
    const isOpen = known.state === 'none' || known.state === 'back' || known.state === 'sent-back';
    const isOwed = known.firstIn === null && !known.waived;
    const possible: Record<Step['verb'], boolean> = {
      submit: isOpen && !known.waived,
      enter: isOpen && !known.waived,
      withdraw: known.state === 'in' && now < takenBackUntil(known) && !known.isEntered,
      accept: known.state === 'in',
      return: known.state === 'in' || known.state === 'accepted',
      extend: isOwed && twoDaysAfter(now) > known.due,
      waive: isOwed,
      unwaive: known.waived,
      wait: true,
    };
    return possible[verb];
  }

  function apply({ verb }: Step, known: Known, now: Instant): void {
    if (verb === 'submit' || verb === 'enter') {
      handIn(known, now);
      known.isEntered = verb === 'enter';
    }
    if (verb === 'withdraw') takeBack(known);
    if (verb === 'accept') known.state = 'accepted';
    if (verb === 'return') sendBack(known, now);
    if (verb === 'extend') known.due = twoDaysAfter(now);
    if (verb === 'waive') known.waived = true;
    if (verb === 'unwaive') known.waived = false;
  }

  function sendBack(known: Known, returnedAt: Instant): void {
    const { calendar, correctionWorkingDays: workingDays } = HEIHE_2022.settings;
    const correctionDue = correctionDueAt({ returnedAt, dueAt: known.due, workingDays }, calendar);
    Object.assign(known, { state: 'sent-back', owesCorrection: true, answersReturn: false, correctionDue });
  }

  function takenBackUntil({ answersReturn, correctionDue, due }: Known): Instant {
    return answersReturn ? correctionDue : due;
  }

  function handIn(known: Known, now: Instant): void {
    known.state = 'in';
    known.answersReturn = known.owesCorrection;
    known.owesCorrection = false;
    known.firstIn ??= now;
  }

  function takeBack(known: Known): void {
    known.state = known.answersReturn ? 'sent-back' : 'back';
    if (known.answersReturn) known.owesCorrection = true;
    else known.firstIn = null;
  }

  async function take(step: Step): Promise<number> {
    const lead = await stage.as('市专班牵头单位', 'lead-officer');
    const officer = await stage.as(step.unit, 'liaison');
    const { id, record_id } = await stage.obligation(step.unit, 'monthly-report', period);
    const now = stage.server.clock.now();
    const post = async (url: string, as: string, body: object): Promise<number> =>
      (await stage.ask({ method: 'POST', url, as, body })).statusCode;
    const report = `/api/reports/${record_id ?? 'none'}`;
    const entry = { channel: 'paper', receivedAt: now, basis: '收文登记', content: COMPLETE, attachmentIds: [] };
    const reason = '有特殊情况';
    const taps: Record<Step['verb'], () => Promise<number>> = {
      submit: () => submit(officer, id),
      enter: () => post('/api/reports/enter-for', lead, { obligationId: id, ...entry }),
      withdraw: () => post(`${report}/withdraw`, officer, {}),
      accept: () => post(`${report}/accept`, lead, {}),
      return: () => post(`${report}/return`, lead, { remarks: [{ path: '', text: '请补充。' }] }),
      extend: () => post(`/api/obligations/${id}/extend`, lead, { dueAt: twoDaysAfter(now), reason }),
      waive: () => post(`/api/obligations/${id}/waive`, lead, { reason }),
      unwaive: () => post(`/api/obligations/${id}/unwaive`, lead, {}),
      wait: () => Promise.resolve(200),
    };
    return taps[step.verb]();
  }

  async function submit(officer: string, obligationId: string): Promise<number> {
    const opened = await stage.ask({ method: 'POST', url: '/api/reports', as: officer, body: { obligationId } });
    if (opened.statusCode !== 200) return opened.statusCode;
    const { reportId } = opened.json<{ reportId: string }>();
    const { draft } = await stage.view(officer, reportId);
    const body = { revision: draft.revision, device: 'phone-1', content: COMPLETE };
    const answer = await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/submit`, as: officer, body });
    return answer.statusCode;
  }

  async function compare(model: ReadonlyMap<UnitName, Known>): Promise<void> {
    const now = stage.server.clock.now();
    const board = await stage.board(period);
    const [column] = board.columns;
    const others = board.rows.length - UNITS.length;
    const seen: Partial<BoardSums> = { ...column?.sums, expected: board.rows.length, notHandedIn: 0 };
    const all = [...model.values()];
    const inTime = all.filter((known) => !known.waived && known.firstIn !== null && known.firstIn < known.due).length;
    const late = all.filter((known) => !known.waived && known.firstIn !== null && known.firstIn >= known.due).length;
    const waived = all.filter((known) => known.waived).length;
    const returned = all.filter((known) => !known.waived && known.firstIn !== null && known.owesCorrection).length;
    expect(seen).toEqual({
      expected: UNITS.length + others,
      handedIn: inTime + late,
      notHandedIn: 0,
      waived,
      onTime: inTime,
      late,
      returned,
    });
    const sums = column!.sums;
    expect(sums.expected).toBe(sums.handedIn + sums.notHandedIn + sums.waived);
    const missing = UNITS.filter((unit) => model.get(unit)!.firstIn === null && !model.get(unit)!.waived);
    for (const unit of UNITS) {
      const cell = board.rows.find((row) => row.unitName === unit)?.cells[0];
      const isMissing = cell?.standing === 'owed' || cell?.standing === 'missing';
      expect([unit, isMissing]).toEqual([unit, missing.includes(unit)]);
      if (isMissing) expect(cell.standing).toBe(now < model.get(unit)!.due ? 'owed' : 'missing');
    }
  }
});

function twoDaysAfter(now: Instant): Instant {
  return toInstant(toMilliseconds(now) + 48 * 3_600_000);
}
