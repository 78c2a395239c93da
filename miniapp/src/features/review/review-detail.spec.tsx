import { HEIHE_2022, aReport } from '@jiannuo/shared/samples';
import { emptyContent, type ReportView } from '@jiannuo/shared/reporting';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { drawn, inBrowser } from '../../../test/drawn';
import { answerWith, sentCalls, keptOnDevice, type Answer, type SentCall } from '../../../test/answers';
import { ReviewOf } from './review-detail';

const FORM = HEIHE_2022.form;
const CONTENT = aReport(FORM).work('h1').filled().content;

const OF_THE_APP = { registeredAt: '2022-05-19T08:32:08.000Z', basis: null, attachmentIds: [], answers: [] } as const;
const ORIGINAL = { id: 'a1', name: '5月月报盖章件.pdf', mediaType: 'application/pdf', bytes: 190_464 };

/** Came by e-mail on the evening of the 20th, and was entered the next morning without a text. */
function anEnteredView(files: readonly (typeof ORIGINAL)[]): ReportView {
  const view = aReportView({ attachments: files });
  const entered = {
    submittedAt: '2022-05-20T13:48:03.000Z',
    registeredAt: '2022-05-21T01:05:00.000Z',
    channel: 'email',
    byName: '市专班牵头单位 科员乙',
    basis: '邮箱服务器收信时间',
    attachmentIds: files.map(({ id }) => id),
    content: emptyContent(FORM),
  } as const;
  return { ...view, submitted: { ...view.submitted!, ...entered } };
}

function aReportView(more: Partial<ReportView> = {}, version = 1): ReportView {
  const handedIn = {
    submittedAt: '2022-05-19T08:32:08.000Z',
    channel: 'app',
    byName: '联络员甲',
    isWithdrawn: false,
  } as const;
  return {
    id: 'r1',
    unitId: 'u1',
    unitName: '逊克县',
    period: '2022-05',
    title: '月报',
    state: 'submitted',
    form: FORM,
    draft: { revision: 0, savedAt: null, content: CONTENT, conflicts: [] },
    actions: ['accept', 'return'],
    obligationId: 'o1',
    dueAt: '2022-05-20T16:00:00.000Z',
    closesAt: null,
    versions: Array.from({ length: version }, (_, index) => ({ number: index + 1, ...handedIn })),
    submitted: { number: version, ...handedIn, ...OF_THE_APP, content: CONTENT, contentHash: 'a'.repeat(64) },
    review: null,
    returnDueAt: '2022-05-24T16:00:00.000Z',
    previousPlans: [{ id: 'p1', text: '5月在6类窗口亮码。' }],
    attachments: [],
    ...more,
  };
}

let report = aReportView();
let onReturn: Answer = 'offline';
let onAccept: Answer = { body: {} };

function server({ method, path }: SentCall): Answer {
  if (path.endsWith('/return')) return onReturn;
  if (path.endsWith('/accept')) return onAccept;
  if (path.endsWith('/receipt')) return { body: { isOnTime: true, receiptNumber: 'YB-202205-0011' } };
  return method === 'GET' ? { body: report } : 'offline';
}

async function open(): Promise<void> {
  drawn(<ReviewOf reportId="r1" frame={{ screen: { title: '审核月报' }, onNext: null }} />);
  await screen.findByText('逊克县 5月月报');
}

async function remark(text: string): Promise<void> {
  fireEvent.click(screen.getAllByLabelText(/第1条.*写意见$/)[0]!);
  fireEvent.input(screen.getByLabelText('要改什么'), { target: { value: text } });
  await act(async () => {
    fireEvent.click(screen.getByText('写好了'));
    await Promise.resolve();
  });
}

async function tap(element: HTMLElement): Promise<void> {
  await act(async () => {
    fireEvent.click(element);
    await Promise.resolve();
  });
}

const press = (words: string) => tap(screen.getByText(words));
const confirm = (words: string) => tap(within(screen.getByRole('dialog')).getByText(words));

beforeEach(() => {
  inBrowser();
  report = aReportView();
  onReturn = 'offline';
  onAccept = { body: {} };
  answerWith(server);
});

it('says by when a report sent back can come again, and that timeliness stays', async () => {
  await open();
  await remark('请写明场次。');
  expect(screen.getByText('要改1处')).toBeTruthy();
  expect(screen.getByText(/5月24日 周二 24:00前再交，不影响按时/)).toBeTruthy();
  await press('退回（1处）');
  expect(screen.getByText(/按不按时仍看第一次交的时间，不受影响/)).toBeTruthy();
});

it('keeps every remark when there is no network, and sends the same return again', async () => {
  await open();
  await remark('请写明场次。');
  await press('退回（1处）');
  await confirm('退回（1处）');
  await screen.findByText('这次没退回');
  expect(screen.getByText(/写的1处都在/)).toBeTruthy();
  expect(keptOnDevice()).toContain('请写明场次。');

  onReturn = { body: { reportId: 'r1', state: 'returned' } };
  await confirm('再退回一次');
  await waitFor(() => {
    expect(keptOnDevice()).not.toContain('请写明场次。');
  });
  const tries = sentCalls().filter(({ path }) => path.endsWith('/return'));
  expect(tries).toHaveLength(2);
  expect(tries[0]!.key).toBe(tries[1]!.key);
  expect(tries[1]!.body).toMatchObject({ version: 1, remarks: [{ text: '请写明场次。' }] });
});

it('says why it was not accepted, when a colleague has just sent it back', async () => {
  await open();
  const returned = { byUnit: '市专班', at: '2022-05-19T09:00:00.000Z', correctionDueAt: null };
  const remarks = [{ path: '', text: '请写具体。' }];
  report = aReportView({
    state: 'returned',
    actions: [],
    review: { decision: 'returned', version: 1, remarks, ...returned },
  });
  const sentence = '这份月报已经退回，要等改好再交。';
  onAccept = { status: 409, body: { code: 'reporting.not-possible-returned', sentence, requestId: 'x' } };
  await press('收下');
  await screen.findByText('已退回');
  expect(screen.getByText(sentence)).toBeTruthy();
});

it('shows beside the earlier remark what the unit answered when it changed nothing', async () => {
  const [problem] = CONTENT.problems;
  const path = `problems/${problem!.id}`;
  const view = aReportView({}, 2);
  const returned = { byUnit: '市专班', at: '2022-05-19T09:00:00.000Z', correctionDueAt: null };
  report = {
    ...view,
    review: { decision: 'returned', version: 1, remarks: [{ path, text: '请写具体。' }], ...returned },
    submitted: { ...view.submitted!, answers: [{ path, text: '两次会议都核对过。' }] },
  };
  await open();
  expect(screen.getByText('请写具体。')).toBeTruthy();
  expect(screen.getByText('单位答：没有改，原来就对')).toBeTruthy();
  expect(screen.getByText('两次会议都核对过。')).toBeTruthy();
});

it('still has the remarks after the program was closed', async () => {
  await open();
  await remark('请写明场次。');
  cleanup();
  await open();
  expect(screen.getByText('请写明场次。')).toBeTruthy();
  expect(screen.getByText('要改1处')).toBeTruthy();
});

it('carries remarks over to a new version, and says so', async () => {
  await open();
  await remark('请写明场次。');
  cleanup();
  report = aReportView({}, 2);
  await open();
  expect(screen.getByText(/单位交了新的一版/)).toBeTruthy();
  expect(screen.getByText('请写明场次。')).toBeTruthy();
});

it('moves a remark whose line is gone to the whole report, so that no words are lost', async () => {
  await open();
  await remark('请写明场次。');
  cleanup();
  const gone = { ...CONTENT, headings: CONTENT.headings.map((heading) => ({ ...heading, items: [] })) };
  const later = aReportView({}, 2);
  report = { ...later, submitted: { ...later.submitted!, content: gone } };
  await open();
  onReturn = { body: {} };
  await press('退回（1处）');
  await confirm('退回（1处）');
  const [sent] = sentCalls().filter(({ path }) => path.endsWith('/return'));
  expect(sent!.body).toEqual({ version: 2, state: 'submitted', remarks: [{ path: '', text: '请写明场次。' }] });
});

it('asks before accepting over remarks that would not be sent', async () => {
  await open();
  await remark('请写明场次。');
  await press('收下');
  expect(screen.getByText('还有意见没发')).toBeTruthy();
  expect(sentCalls().some(({ path }) => path.endsWith('/accept'))).toBe(false);
});

it('shows the refusal when the unit has handed in again meanwhile, and keeps the remarks', async () => {
  const sentence = '这家刚又交了一版。请看过新的一版再办。';
  onReturn = { status: 409, body: { code: 'reporting.version-behind', sentence, requestId: 'q1' } };
  await open();
  await remark('请写明场次。');
  await press('退回（1处）');
  await confirm('退回（1处）');
  expect((await screen.findAllByText(new RegExp(sentence))).length).toBeGreaterThan(0);
  expect(keptOnDevice()).toContain('请写明场次。');
});

it('says of what came by e-mail when it came, who entered it and on what that rests, and lists the original', async () => {
  report = anEnteredView([ORIGINAL]);
  await open();
  expect(screen.getByText('这份是邮件发来的，牵头单位代录')).toBeTruthy();
  expect(screen.getByText('2022年5月20日 21:48:03')).toBeTruthy();
  expect(screen.getByText('2022年5月21日 09:05:00')).toBeTruthy();
  expect(screen.getByText('市专班牵头单位 科员乙')).toBeTruthy();
  expect(screen.getByText('邮箱服务器收信时间')).toBeTruthy();
  expect(screen.getByText('PDF 186 KB')).toBeTruthy();
  expect(screen.getByText('正文在原件里。')).toBeTruthy();
  expect(screen.queryByText('没填')).toBeNull();
});

it('says what to do when the original was not added either', async () => {
  report = anEnteredView([]);
  await open();
  expect(screen.getByText('没有正文，原件也没附，请补上原件。')).toBeTruthy();
});

it('says so in its place when the original did not open', async () => {
  report = anEnteredView([ORIGINAL]);
  await open();
  await tap(screen.getByLabelText(/^打开原件/));
  expect(await screen.findByText(/没打开这份文件/)).toBeTruthy();
});
