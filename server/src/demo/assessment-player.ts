import { Injectable } from '@nestjs/common';
import {
  caseOf,
  EMPTY_DRAFT,
  EMPTY_REVIEW,
  sheetPoints,
  type AssessmentListView,
  type AssessmentView,
  type Review,
} from '@jiannuo/shared/assessment';
import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { DEMO_PHONES } from '../features/samples';
import { DemoPeople } from './demo-people';
import { BY_MAIL_UNIT, CORRECTED_UNIT, HANDED_IN_UNIT, type AssessmentAct } from './sample-assessments';

const URL = '/api/assessments';

/** Lets the sample counties assess themselves, and the lead unit review and publish, through the server's own interface. */
@Injectable()
export class AssessmentPlayer {
  constructor(private readonly people: DemoPeople) {}

  /** Does one act at the present moment. Throws when the server refuses it. */
  async play(act: AssessmentAct): Promise<void> {
    const { step, period } = act;
    const lead = await this.people.tokenOf(DEMO_PHONES.lead);
    if (step === 'publish') {
      await this.people.expect({ token: lead, method: 'POST', url: `${URL}/publish`, body: { period } });
      return;
    }
    const isUnits = step === 'hand-in' || step === 'agree';
    const token = isUnits ? await this.people.tokenOf(`${HEIHE_2022.key}/${String(act.unitNumber)}/liaison`) : lead;
    const view = await this.open(act, { lead, token, isUnits });
    const verb = step === 'hand-in' ? 'submit' : step;
    await this.people.expect({ token, method: 'POST', url: `${URL}/${view.id}/${verb}`, body: bodyOf(act, view) });
  }

  private async open(
    { unitNumber, period }: AssessmentAct,
    { lead, token, isUnits }: { readonly lead: string; readonly token: string; readonly isUnits: boolean },
  ): Promise<AssessmentView> {
    const { rows } = await this.people.expect<AssessmentListView>({ token: lead, url: `${URL}?period=${period}` });
    const name = HEIHE_2022.units.find(({ number }) => number === unitNumber)?.name;
    const body = { obligationId: rows.find(({ unitName }) => unitName === name)?.obligationId };
    const { assessmentId } = await this.people.expect<{ readonly assessmentId: string }>({
      token,
      method: 'POST',
      url: isUnits ? URL : `${URL}/open`,
      body,
    });
    return this.people.expect<AssessmentView>({ token, url: `${URL}/${assessmentId}` });
  }
}

function bodyOf({ step, unitNumber }: AssessmentAct, view: AssessmentView): object {
  const { version, draft, records, serverNow } = view;
  switch (step) {
    case 'hand-in':
      return {
        revision: draft.revision,
        content: EMPTY_DRAFT,
        total: sheetPoints(caseOf(records, serverNow, true)).total,
      };
    case 'confirm':
      return { version, review: reviewOf(unitNumber, view) };
    case 'correct':
      return {
        version,
        review: verdictsOn(view, 0, 1, { counts: true, reason: '会议纪要补来了' }),
        reason: '补来的会议纪要核实了，这项措施做完了。',
      };
    case 'agree':
      return { version };
    case 'finalise':
    case 'publish':
      return {};
  }
}

function reviewOf(unitNumber: number, view: AssessmentView): Review {
  if (unitNumber === CORRECTED_UNIT)
    return verdictsOn(view, 0, 1, { counts: false, reason: '没有会议纪要，证明不了做完' });
  if (unitNumber === BY_MAIL_UNIT)
    return verdictsOn(view, 1, undefined, { counts: true, reason: '邮件附的材料看过了' });
  if (unitNumber !== HANDED_IN_UNIT) return EMPTY_REVIEW;
  return { ...EMPTY_REVIEW, reasons: { information: '交自查评分以后，又评了高质量信息。' } };
}

/** The same verdict on some of the month's measures. */
function verdictsOn(
  { records }: AssessmentView,
  from: number,
  to: number | undefined,
  verdict: { readonly counts: boolean; readonly reason: string },
): Review {
  const verdicts = records.measures.slice(from, to).map(({ id }) => ({ subject: 'measure' as const, id, ...verdict }));
  return { ...EMPTY_REVIEW, verdicts };
}
