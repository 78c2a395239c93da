import type { ImportPreview } from '@jiannuo/shared/ledger';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { ImportSheet } from './import-sheet';

jest.mock('../../platform/files/choose-files', () => ({
  chooseFiles: () => Promise.resolve([{ name: '台账.xlsx', bytes: 5_000, source: '/tmp/台账.xlsx' }]),
}));
jest.mock('../../platform/files/upload-file', () => ({
  uploadFile: () => Promise.resolve({ id: 'a1', name: '台账.xlsx', bytes: 5_000 }),
}));

const SAME: ImportPreview = {
  year: 2022,
  planRevision: 3,
  faults: [],
  added: 0,
  changed: 0,
  removed: 0,
  unchanged: 7,
  changes: [],
};
const CHANGED: ImportPreview = {
  ...SAME,
  changed: 1,
  changes: [{ kind: 'changed', number: 8, unitName: '逊克县', title: '窗口亮码', words: ['5月工作目标：6类改成8类'] }],
};

let preview: Answer = { body: SAME };
let onImport: Answer = 'offline';
const close = jest.fn();

beforeEach(async () => {
  close.mockReset();
  onImport = 'offline';
  answerWith(({ method }) => (method === 'GET' ? preview : onImport));
  await Promise.resolve();
});
afterEach(cleanup);

async function press(words: string): Promise<void> {
  fireEvent.click(screen.getByText(words));
  await settle();
}

async function pick(answer: Answer): Promise<void> {
  preview = answer;
  draw(<ImportSheet year={2022} onClose={close} />);
  await press('选Excel文件');
  await press('从聊天里选文件');
}

const sent = () => sentCalls().filter(({ method }) => method === 'POST');

describe('importing the year’s plan', () => {
  it('names every fault by row and column, and offers no import', async () => {
    const faults = [
      { sheet: '总台账', row: 4, column: '责任单位', reason: '没有这个单位，请照单位名册写' },
      { sheet: '总台账', row: null, column: null, reason: '少了“月份”一列' },
    ];
    await pick({ body: { ...SAME, faults } });
    expect(screen.getByText('没有导入，有2处要改')).toBeTruthy();
    expect(screen.getByText('第4行，责任单位')).toBeTruthy();
    expect(screen.getByText('没有这个单位，请照单位名册写')).toBeTruthy();
    expect(screen.getByText('整张表')).toBeTruthy();
    expect(screen.queryByText('导入')).toBeNull();
    expect(screen.getByText('换一份文件')).toBeTruthy();
    expect(close).not.toHaveBeenCalled();
  });

  it('counts a long list of faults instead of drawing it whole', async () => {
    const faults = Array.from({ length: 75 }, (_, index) => ({
      sheet: '总台账',
      row: index + 2,
      column: '月份',
      reason: '没写',
    }));
    await pick({ body: { ...SAME, faults } });
    expect(screen.getByText('还有15处没有列出。')).toBeTruthy();
  });

  it('says when nothing would change, and offers no import', async () => {
    await pick({ body: SAME });
    expect(screen.getByText('和现在的台账一样，没有要改的')).toBeTruthy();
    expect(screen.queryByText('导入')).toBeNull();
  });

  it('lists what would change, asks why, and a lost answer is asked for again under the same key', async () => {
    await pick({ body: CHANGED });
    expect(screen.getByText('新增0项，修改1项，去掉0项，没变7项')).toBeTruthy();
    expect(screen.getByText('5月工作目标：6类改成8类')).toBeTruthy();
    await press('导入');
    expect(screen.getByText('请写明原因，一句话就行。')).toBeTruthy();
    expect(sent()).toEqual([]);
    fireEvent.input(screen.getByLabelText('为什么改'), { target: { value: '年中调整' } });
    await press('导入');
    expect(close).not.toHaveBeenCalled();
    onImport = { body: { planRevision: 4, added: 0, changed: 1, removed: 0 } };
    await press('导入');
    expect(sent()).toHaveLength(2);
    expect(sent()[1]).toEqual(sent()[0]);
    expect(sent()[0]?.body).toEqual({ year: 2022, attachmentId: 'a1', planRevision: 3, reason: '年中调整' });
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('says what the server refused, and lets another file be picked', async () => {
    const sentence = '请选Excel的xlsx文件。旧的xls请先另存为xlsx。';
    await pick({ status: 422, body: { code: 'ledger.not-excel', sentence, requestId: '' } });
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.getByText('换一份文件')).toBeTruthy();
  });
});
