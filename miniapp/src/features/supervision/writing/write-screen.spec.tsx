import type { DirectoryView } from '@jiannuo/shared/people';
import type { NoticeView } from '@jiannuo/shared/supervision';
import { act, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../../test/answers';
import { drawn, inBrowser } from '../../../../test/drawn';
import { correctClock } from '../../../platform/clock';
import { writeStored } from '../../../platform/storage';
import { WriteScreen } from './write-screen';

const PEOPLE = {
  rows: [
    { id: 'a1', personName: '逊克联络员', role: 'liaison', unit: { id: 'u1', name: '逊克县', kind: 'county' } },
    { id: 'a2', personName: '孙吴联络员', role: 'liaison', unit: { id: 'u2', name: '孙吴县', kind: 'county' } },
    { id: 'a3', personName: '发改联络员', role: 'liaison', unit: { id: 'u3', name: '市发改委', kind: 'department' } },
  ],
} as unknown as DirectoryView;
const CONTENT: NoticeView['content'] = {
  title: '赋码进度滞后',
  ground: 'late',
  requirement: '查明原因。',
  fields: { facts: '占比20.11%。' },
  answer: 'feedback',
  dueAt: '2022-05-25T10:00:00.000Z',
  addressees: [{ unitId: 'u1', part: 'main' }],
  earlierId: null,
  link: null,
  evidence: [],
  readerIds: [],
};
const event = (action: string, version: number, by: string) =>
  ({ action, version, by, at: '2022-05-18T02:01:00.000Z', unitName: '牵头单位' }) as NoticeView['history'][number];
const draftWith = (requirement: string, texts: number): NoticeView =>
  ({
    id: 'n1',
    kind: 'order',
    state: 'draft',
    version: texts,
    content: { ...CONTENT, requirement },
    parties: [{ unitName: '逊克县', part: 'main' }],
    attachments: [],
    corrects: null,
    units: [
      { unitId: 'u1', unitName: '逊克县', state: 'finished' },
      { unitId: 'u2', unitName: '孙吴县', state: 'working' },
    ],
    watermark: null,
    actions: ['edit', 'send'],
    history: [event('draft', 1, '经办人甲'), ...(texts > 1 ? [event('edit', 2, '经办人甲')] : [])],
  }) as unknown as NoticeView;

let notice: NoticeView;
let people: DirectoryView;
let onWrite: Answer;

beforeEach(() => {
  inBrowser();
  window.innerWidth = 375;
  correctClock('2022-05-18T05:50:00.000Z');
  notice = draftWith('查明原因。', 1);
  people = PEOPLE;
  onWrite = { body: { id: 'n1', state: 'draft', version: 2, number: '督办单' } };
  answerWith(({ method, path }) => {
    if (method === 'POST') return onWrite;
    if (path.includes('/supervision/prior')) return { body: { notices: [], circulars: [] } };
    return { body: path.endsWith('/api/appointments') ? people : notice };
  });
});

async function settle(deed: () => void = () => undefined): Promise<void> {
  await act(async () => {
    deed();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
}
const press = (words: string) => settle(() => fireEvent.click(screen.getByText(words)));
const type = (label: string, value: string) =>
  settle(() => fireEvent.input(screen.getByLabelText(label), { target: { value } }));
const written = () => sentCalls().filter(({ method }) => method === 'POST');
const open = async (noticeId: string | null) => {
  drawn(
    <WriteScreen kind="order" noticeId={noticeId} correctsId={null} issuer="政务守信践诺工作专班" look={() => null} />,
  );
  await screen.findByText(/^(先存着|用新存的)$/);
  await settle();
};

describe('a draft that a colleague saved while this device had its own words', () => {
  it('shows both, says whose and when, and sends nothing until one is chosen', async () => {
    writeStored('notice-draft/n1', { content: { ...CONTENT, requirement: '我改的要求。' }, from: 1, savedAt: '' });
    notice = draftWith('甲改的要求。', 2);
    await open('n1');
    expect(screen.getByText('经办人甲 今天 10:01存过这一份')).toBeTruthy();
    expect(screen.getByText('甲改的要求。')).toBeTruthy();
    expect(screen.getByText('我改的要求。')).toBeTruthy();
    expect(screen.queryByText('先存着')).toBeNull();
    await press('用新存的');
    expect(screen.getByDisplayValue('甲改的要求。')).toBeTruthy();
    expect(screen.getByText('已存到服务器')).toBeTruthy();
  });

  it('goes on with one’s own words where they are chosen, on top of what was saved', async () => {
    writeStored('notice-draft/n1', { content: { ...CONTENT, requirement: '我改的要求。' }, from: 1, savedAt: '' });
    notice = draftWith('甲改的要求。', 2);
    await open('n1');
    await press('用我写的');
    expect(screen.getByDisplayValue('我改的要求。')).toBeTruthy();
    await press('先存着');
    expect(written()[0]!.body).toMatchObject({ version: 2, content: { requirement: '我改的要求。' } });
  });

  it('is asked about at once when saving is refused', async () => {
    await open('n1');
    await type('要求', '我改的要求。');
    notice = draftWith('甲改的要求。', 2);
    onWrite = { status: 409, body: { code: 'supervision.stale', requestId: '', sentence: '刚有人改过这一份。' } };
    await press('先存着');
    await settle();
    expect(screen.getByText('经办人甲 今天 10:01存过这一份')).toBeTruthy();
  });

  it('simply goes on with the newer text where nothing was written here', async () => {
    notice = draftWith('甲改的要求。', 2);
    await open('n1');
    expect(screen.getByDisplayValue('甲改的要求。')).toBeTruthy();
  });
});

describe('a notice that is not complete', () => {
  it('is not sent, leaves nothing on the server, and names the first gap until it is filled', async () => {
    await open(null);
    await press('先存着');
    await press('送核对');
    expect(written()).toEqual([]);
    expect(screen.getAllByText('还没写事项。')).toHaveLength(2);
    await type('事项', '赋码进度滞后');
    expect(screen.queryByText('还没写事项。')).toBeNull();
    expect(screen.getAllByText('还没选原因，见工作制度第十四条。')).toHaveLength(2);
  });
});

describe('the units of a notice', () => {
  it('are chosen as 主办, 协办 or 抄送, one by one or a whole kind, and all let go', async () => {
    await open(null);
    await press('县（市、区）');
    await press('抄送');
    await press('市发改委');
    expect(screen.getByText('发给谁，选了3家')).toBeTruthy();
    expect(screen.getAllByText('主办')).toHaveLength(3);
    await press('孙吴县');
    expect(screen.getAllByText('抄送')).toHaveLength(3);
    await press('孙吴县');
    expect(screen.getByText('发给谁，选了2家')).toBeTruthy();
    await press('都不选');
    expect(screen.getByText('发给谁，选了0家')).toBeTruthy();
  });
});

describe('the units of a large group', () => {
  it('are looked for by name, and no more stand there than can be looked over', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => {
      const name = `第${String(index + 1)}街道办`;
      return { id: `a${name}`, personName: name, role: 'liaison', unit: { id: name, name, kind: 'department' } };
    });
    people = { rows } as unknown as DirectoryView;
    await open(null);
    expect(screen.queryByText('第80街道办')).toBeNull();
    expect(screen.getByText('还有40家没列出来，写名称找。')).toBeTruthy();
    await type('按名称找', '第80');
    await press('第80街道办');
    expect(screen.getByText('发给谁，选了1家')).toBeTruthy();
    await type('按名称找', '没有这家');
    expect(screen.getByText('没有这个名称，换个字再找。')).toBeTruthy();
  });
});

describe('a correction', () => {
  const correct = (begun: object | null) => {
    answerWith(({ path }) => {
      if (path.includes('/supervision/prior')) return { body: { notices: [], circulars: [] } };
      if (path.includes('/drafting')) return { body: { earliestDueAt: '2022-05-19T04:00:00.000Z', begun } };
      if (path.endsWith('/api/appointments')) return { body: PEOPLE };
      return { body: { ...notice, number: '督办单〔2022〕1号', state: path.endsWith('n2') ? 'draft' : 'issued' } };
    });
    drawn(<WriteScreen kind={null} noticeId={null} correctsId="n1" issuer="政务守信践诺工作专班" look={() => null} />);
  };

  it('that is under way already is opened, and another one is begun only where it is meant', async () => {
    correct({ id: 'n2', number: '督办单（文号签发时定）', state: 'checking', writer: '经办人乙' });
    await screen.findByText('经办人乙写的，等核对。');
    expect(screen.queryByText('先存着')).toBeNull();
    await press('还是另写一份');
    await screen.findByText('先存着');
  });

  it('that nobody has begun is begun at once, with the earliest time said beside the field', async () => {
    correct(null);
    await screen.findByText('先存着');
    expect(screen.getByText('最早5月19日 周四 12:00前，要留一个工作日。')).toBeTruthy();
  });

  it('says while it is written whose tickets it takes back and who begins anew, on the paper too', async () => {
    correct(null);
    await screen.findByText('先存着');
    expect(screen.getByText('更正签发后')).toBeTruthy();
    expect(screen.getByText('孙吴县这次没发，原来的单子撤回，不用再办。')).toBeTruthy();
    await press('孙吴县');
    expect(screen.queryByText(/孙吴县这次没发/)).toBeNull();
    expect(screen.getByText(/^逊克县已经反馈，要按这一份重新签收/)).toBeTruthy();
    await press('发出去的样子');
    expect(screen.getByText('本件更正督办单〔2022〕1号，原件撤回，以本件为准。')).toBeTruthy();
  });
});
