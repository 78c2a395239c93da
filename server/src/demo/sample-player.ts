import { Injectable } from '@nestjs/common';
import { atBeijing, type Period } from '@jiannuo/shared/kernel';
import { boardOfAnswer, type BoardAnswer, type BoardView, type MyObligationsView } from '@jiannuo/shared/obligations';
import { diffContent, type ReportView } from '@jiannuo/shared/reporting';
import { HEIHE_2022, type SampleUnit } from '@jiannuo/shared/samples';
import { DEMO_PHONES } from '../features/samples';
import { ApplicationPlayer } from './application-player';
import { AssessmentPlayer } from './assessment-player';
import { ContactPlayer } from './contact-player';
import { DemoPeople } from './demo-people';
import { OFFICER_UNIT, type ReportAct, type SampleAct } from './sample-acts';
import { sampleContent } from './sample-content';
import { SampleLedger } from './sample-ledger';
import { UpdatePlayer } from './update-player';

const DEVICE = '样例手机';
/** How far the visitor's own report of the first month is written: six headings of ten. */
const DRAFTED_HEADINGS = 6;
const REMARK = '请写明本月新增多少，和上月比变了什么。';

/** Lets the sample people do what they do, through the server's own interface. */
@Injectable()
export class SamplePlayer {
  constructor(
    private readonly people: DemoPeople,
    private readonly updates: UpdatePlayer,
    private readonly contacts: ContactPlayer,
    private readonly applications: ApplicationPlayer,
    private readonly assessments: AssessmentPlayer,
    private readonly ledger: SampleLedger,
  ) {}

  /** Does one act at the present moment. Throws when the server refuses it. */
  async play(act: SampleAct): Promise<void> {
    if (act.kind === 'information') return this.updates.play(act);
    if (act.kind === 'contact') return this.contacts.play(act);
    if (act.kind === 'application') return this.applications.play(act);
    if (act.kind === 'assessment') return this.assessments.play(act);
    const unit = HEIHE_2022.units.find(({ number }) => number === act.unitNumber);
    if (unit === undefined) throw new Error(`No sample unit has the number ${String(act.unitNumber)}.`);
    if (act.kind === 'submit' || act.kind === 'correct') await this.submit(act, unit);
    else if (act.kind === 'save-draft') await this.saveDraft(act, unit);
    else if (act.kind === 'mark-ledger') await this.ledger.mark(HEIHE_2022, unit, act.period, shareOf(act));
    else await this.playLead(act, unit);
  }

  private async playLead(act: ReportAct, unit: SampleUnit): Promise<void> {
    const token = await this.people.tokenOf(DEMO_PHONES.lead);
    const url = `/api/board?period=${act.period}`;
    const board = boardOfAnswer(await this.people.expect<BoardAnswer>({ token, url }));
    if (act.kind === 'waive') return this.waive(token, cellOf(board, unit, 'monthly-report').obligationId);
    if (act.kind === 'enter-report' || act.kind === 'enter-assessment') return this.enter(token, act, board, unit);
    const { reportId } = cellOf(board, unit, 'monthly-report');
    const isAccepting = act.kind === 'accept';
    await this.people.expect({
      token,
      method: 'POST',
      url: `/api/reports/${reportId ?? ''}/${isAccepting ? 'accept' : 'return'}`,
      body: isAccepting ? {} : { remarks: [{ path: 'headings/h2/items/w1/result', text: REMARK }] },
    });
  }

  private async waive(token: string, obligationId: string): Promise<void> {
    const body = { reason: '机构本月整体搬迁，经牵头单位同意，本月不报。' };
    await this.people.expect({ token, method: 'POST', url: `/api/obligations/${obligationId}/waive`, body });
  }

  private async enter(token: string, act: ReportAct, board: BoardView, unit: SampleUnit): Promise<void> {
    const isReport = act.kind === 'enter-report';
    const cell = cellOf(board, unit, isReport ? 'monthly-report' : 'self-assessment');
    const day = isReport ? '20' : '22';
    await this.people.expect({
      token,
      method: 'POST',
      url: '/api/reports/enter-for',
      body: {
        obligationId: cell.obligationId,
        channel: 'email',
        receivedAt: atBeijing(`${act.period}-${day}`, `1${String(unit.number % 8)}:42`),
        basis: `${unit.name}发来的电子邮件`,
        content: isReport ? contentOf(unit, act.period) : null,
        attachmentIds: [],
      },
    });
  }

  private async submit(act: ReportAct, unit: SampleUnit): Promise<void> {
    const { token, view } = await this.openReport(act, unit);
    const content = act.kind === 'submit' ? contentOf(unit, act.period) : corrected(view);
    const body = { revision: view.draft.revision, device: DEVICE, content };
    await this.people.expect({ token, method: 'POST', url: `/api/reports/${view.id}/submit`, body });
  }

  private async saveDraft(act: ReportAct, unit: SampleUnit): Promise<void> {
    const { token, view } = await this.openReport(act, unit);
    const changes = diffContent(view.draft.content, contentOf(unit, act.period, DRAFTED_HEADINGS));
    const body = { revision: view.draft.revision, device: DEVICE, changes };
    await this.people.expect({ token, method: 'PUT', url: `/api/reports/${view.id}/draft`, body });
  }

  private async openReport(act: ReportAct, unit: SampleUnit): Promise<{ token: string; view: ReportView }> {
    const token = await this.people.tokenOf(`${HEIHE_2022.key}/${String(unit.number)}/liaison`);
    const mine = await this.people.expect<MyObligationsView>({ token, url: '/api/obligations/mine' });
    const owed = [...mine.open, ...mine.done].find(
      ({ kind, period }) => kind === 'monthly-report' && period === act.period,
    );
    if (owed === undefined) throw new Error(`${unit.name} owes no report for ${act.period}.`);
    const body = { obligationId: owed.id };
    const { reportId } = await this.people.expect<{ reportId: string }>({
      token,
      method: 'POST',
      url: '/api/reports',
      body,
    });
    return { token, view: await this.people.expect<ReportView>({ token, url: `/api/reports/${reportId}` }) };
  }
}

/** A month that is over is nearly done; in the one that runs the visitor's own unit has the most left. */
function shareOf({ period, unitNumber }: ReportAct): 'all' | 'own' | 'others' {
  if (period < '2022-05') return 'all';
  return unitNumber === OFFICER_UNIT ? 'own' : 'others';
}

function contentOf(unit: SampleUnit, period: Period, filled?: number): ReportView['draft']['content'] {
  return sampleContent({
    form: HEIHE_2022.form,
    period,
    unitNumber: unit.number,
    unitName: unit.fullName,
    isCounty: unit.kind === 'county',
    ...(filled === undefined ? {} : { filled }),
  });
}

/** The report as it was, with the remarked line changed. */
function corrected(view: ReportView): ReportView['draft']['content'] {
  const headings = view.draft.content.headings.map((heading) => {
    if (heading.id !== 'h2') return heading;
    return { ...heading, items: heading.items.map((item) => ({ ...item, result: `${item.result}比上月多5项。` })) };
  });
  return { ...view.draft.content, headings };
}

function cellOf(
  board: BoardView,
  unit: SampleUnit,
  kind: string,
): NonNullable<BoardView['rows'][number]['cells'][number]> {
  const column = board.columns.findIndex((each) => each.kind === kind);
  const cell = board.rows.find((row) => row.unitName === unit.name)?.cells[column];
  if (!cell) throw new Error(`The board of ${board.period} has no ${kind} for ${unit.name}.`);
  return cell;
}
