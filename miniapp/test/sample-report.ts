import { emptyContent, type ReportContent, type ReportForm, type ReportView } from '@jiannuo/shared/reporting';

/** A small form: one heading that may be declared void, one with a numeric target. */
export const SAMPLE_FORM: ReportForm = {
  title: '月度工作推进情况',
  isSealRequired: false,
  headings: [
    { id: 'h1', ordinal: 1, title: '承诺公示和履约', shortTitle: '承诺公示', mayDeclareNone: true, target: null },
    {
      id: 'h8',
      ordinal: 8,
      title: '“码上诚信”展示自身信用',
      shortTitle: '“码上诚信”',
      mayDeclareNone: true,
      target: { numeratorLabel: '已赋码市场主体', denominatorLabel: '市场主体总数', unit: '户', minimumPercent: '25' },
    },
  ],
};

/** One piece of work under the first heading, everything else empty. */
export function sampleContent(work = '公示到期合同'): ReportContent {
  const empty = emptyContent(SAMPLE_FORM);
  const item = { id: 'i1', title: '公示履约情况', work, result: '', evidence: [] };
  return {
    ...empty,
    headings: empty.headings.map((heading) => (heading.id === 'h1' ? { ...heading, items: [item] } : heading)),
  };
}

/** A content with nothing missing. */
export function wholeContent(): ReportContent {
  const content = sampleContent();
  return {
    headings: content.headings.map((heading) => ({
      ...heading,
      noneReason: heading.id === 'h8' ? '全年任务已完成' : heading.noneReason,
      items: heading.items.map((item) => ({ ...item, result: '已公示' })),
    })),
    problems: [{ id: 'p1', text: '无' }],
    plans: [{ id: 'q1', text: '集中办理1次' }],
    signOff: { signer: '某县专班', date: '', sealAttachmentId: null },
  };
}

/** A report being written, with this draft on the server. */
export function sampleReport(content: ReportContent = sampleContent()): ReportView {
  return {
    id: 'r1',
    unitId: 'u1',
    unitName: '某县',
    period: '2022-05',
    title: '月报',
    state: 'draft',
    form: SAMPLE_FORM,
    draft: { revision: 1, savedAt: '2022-05-17T04:20:00.000Z', content, conflicts: [] },
    actions: ['edit', 'submit'],
    obligationId: 'o1',
    dueAt: '2022-05-20T16:00:00.000Z',
    closesAt: null,
    versions: [],
    submitted: null,
    review: null,
    returnDueAt: null,
    previousPlans: [],
    attachments: [],
  };
}
