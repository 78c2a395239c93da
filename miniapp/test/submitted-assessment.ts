import type { AssessmentView } from '@jiannuo/shared/assessment';
import { sampleAssessment } from './sample-scores';

const CODED = { numeratorLabel: '赋码', denominatorLabel: '总数', unit: '户', minimumPercent: '25' };

/** 逊克县's April before its review: 3 of 4 held, something that goes on as planned, and a number of the county's own. */
export function submittedAssessment(): AssessmentView {
  const view = sampleAssessment();
  const [first, second] = view.records.measures;
  const sheet = view.sheet!;
  return {
    ...view,
    state: 'submitted',
    actions: ['review', 'confirm'],
    review: null,
    scores: [],
    sheet: {
      ...sheet,
      content: { ...sheet.content, draft: { ...sheet.content.draft, scores: { completion: '38.00' } } },
    },
    records: {
      ...view.records,
      measures: [
        {
          ...first!,
          target: { goal: '4', unit: '场' },
          figure: '3',
          goal: '进企业、进村屯各2场',
          ratio: { numerator: '3912', denominator: '14988', asOf: '2022-04-16', target: CODED },
          work: '在两个乡镇宣讲。',
        },
        { ...second!, state: 'on-schedule' },
      ],
      obligations: [
        {
          id: 'o1',
          kind: 'monthly-report',
          title: '月报',
          dueAt: '2022-04-20T16:00:00.000Z',
          metAt: '2022-04-20T01:00:00.000Z',
          recordId: 'r1',
        },
      ],
    },
  };
}
