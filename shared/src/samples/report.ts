import { emptyContent, type Evidence, type ReportContent, type ReportForm, type WorkItem } from '../reporting';

/** Builds a report step by step, for demo data and tests: `aReport(form).work('h1', {…}).filled()`. */
export interface ReportBuilder {
  /** Adds a piece of work under a heading; what is not named is sample text. */
  readonly work: (headingId: string, item?: Partial<WorkItem>) => ReportBuilder;
  /** Declares 本月无此项任务 for a heading. */
  readonly none: (headingId: string, reason?: string) => ReportBuilder;
  /** Fills whatever is still missing with sample text, so that the report can be handed in. */
  readonly filled: () => ReportBuilder;
  readonly content: ReportContent;
}

/** A report of the form, empty at first. */
export function aReport(form: ReportForm, content: ReportContent = emptyContent(form)): ReportBuilder {
  return {
    content,
    work: (headingId, item = {}) =>
      aReport(
        form,
        withHeading(content, headingId, (heading) => ({
          ...heading,
          items: [...heading.items, sampleItem(`${headingId}-${String(heading.items.length + 1)}`, item)],
        })),
      ),
    none: (headingId, reason = '本单位没有这项任务') =>
      aReport(
        form,
        withHeading(content, headingId, (heading) => ({ ...heading, noneReason: reason })),
      ),
    filled: () => aReport(form, fill(content, form)),
  };
}

type HeadingStep = (heading: ReportContent['headings'][number]) => ReportContent['headings'][number];

function withHeading(content: ReportContent, id: string, step: HeadingStep): ReportContent {
  return { ...content, headings: content.headings.map((heading) => (heading.id === id ? step(heading) : heading)) };
}

function sampleItem(id: string, item: Partial<WorkItem>): WorkItem {
  const evidence: readonly Evidence[] = [
    { id: `${id}-e1`, title: '窗口亮码工作简报第4期', kind: 'bulletin', attachmentId: null },
  ];
  return {
    id,
    title: '推进窗口单位亮码',
    work: '组织政务大厅、税务、社保等6类窗口张贴“码上诚信”二维码。',
    result: '6类窗口全部亮码，本月新增赋码428户。',
    evidence,
    ...item,
  };
}

function fill(content: ReportContent, form: ReportForm): ReportContent {
  const headings = content.headings.map((heading) => {
    const isAsked = form.headings.some((entry) => entry.id === heading.id && entry.target !== null);
    const isStarted = heading.items.length > 0 || heading.noneReason !== null;
    return {
      ...heading,
      items: isStarted ? heading.items : [sampleItem(`${heading.id}-1`, {})],
      target: isAsked ? { numerator: '3412', denominator: '14986', asOf: '2022-04-10' } : null,
    };
  });
  return {
    headings,
    problems: content.problems.length > 0 ? content.problems : [{ id: 'p1', text: '部分商户对亮码还不熟悉。' }],
    plans: content.plans.length > 0 ? content.plans : [{ id: 'n1', text: '进乡镇集中赋码2场。' }],
    signOff: { signer: '经办科室', date: '2022-05-19', sealAttachmentId: form.isSealRequired ? 'seal-1' : null },
  };
}
