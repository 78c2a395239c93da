import type { AssessmentView } from '@jiannuo/shared/assessment';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls } from '../../../../test/answers';
import { draw, settle } from '../../../../test/render';
import { sampleAssessment } from '../../../../test/sample-scores';
import { correctClock } from '../../../platform/clock';
import { SheetForm } from './sheet-form';

const VIEW: AssessmentView = {
  ...sampleAssessment(),
  state: 'draft',
  actions: ['edit', 'submit'],
  sheet: null,
  review: null,
  scores: [],
};

const sheets = () => sentCalls().filter(({ path }) => path.endsWith('/submit'));

async function own(text: string): Promise<void> {
  fireEvent.input(screen.getByLabelText('自评分，分'), { target: { value: text } });
  await settle();
}

async function handIn(): Promise<void> {
  fireEvent.click(screen.getByText('核对无误，交'));
  await settle();
}

beforeEach(async () => {
  correctClock(VIEW.serverNow);
  answerWith(() => ({ body: { revision: 1, savedAt: VIEW.serverNow, number: 1 } }));
  draw(<SheetForm view={VIEW} />);
  await settle();
  fireEvent.click(screen.getByText('不同意这个分，自己填'));
});
afterEach(cleanup);

describe('a county’s own number where it disagrees (附件2三（一）)', () => {
  it.each(['abc', '41', '-1', '34.285'])('is never handed in as the number before it: %s', async (text) => {
    await own('40');
    await own(text);
    expect(screen.getByText('改好1处再交')).toBeTruthy();
    await handIn();
    expect(sheets()).toEqual([]);
    await own('30.5');
    expect(screen.queryByText('改好1处再交')).toBeNull();
    await handIn();
    expect(sheets()).toMatchObject([{ body: { total: '35.50', content: { scores: { completion: '30.50' } } } }]);
  });

  it('is in sight while it is wrong, even when its line is closed', async () => {
    await own('abc');
    fireEvent.click(screen.getByText('工作完成情况'));
    expect(screen.getByText('请填0到40，最多两位小数。')).toBeTruthy();
  });

  it('is the engine’s again when the field is emptied', async () => {
    await own('30');
    await own('');
    await handIn();
    expect(sheets()).toMatchObject([{ body: { total: '45.00', content: { scores: {} } } }]);
  });

  it('asks for a word why, and goes without one', async () => {
    expect(screen.getByText('说明（可以不写）')).toBeTruthy();
    await own('30');
    expect(screen.getByText('说明（分是自己填的，请写一句为什么）')).toBeTruthy();
    expect(screen.getByText('自己填的分还没写说明')).toBeTruthy();
  });
});

it('begins from what the lead unit entered for the county, where that is put right (附件3说明1)', async () => {
  cleanup();
  const sheet = sampleAssessment().sheet!;
  const draft = { ...sheet.content.draft, scores: { completion: '38.00' } };
  const entry = {
    channel: 'email',
    basis: '来件',
    by: '甲',
    registeredAt: VIEW.serverNow,
    checkedUntil: VIEW.dueAt,
  } as const;
  draw(
    <SheetForm
      view={{ ...VIEW, state: 'submitted', sheet: { ...sheet, entry, content: { ...sheet.content, draft } } }}
    />,
  );
  await settle();
  expect(screen.getByText('牵头单位照原件录的')).toBeTruthy();
  expect(screen.getByText('改好再交，代录的也留着')).toBeTruthy();
  await handIn();
  expect(sheets()).toMatchObject([{ body: { total: '43.00', content: { scores: { completion: '38.00' } } } }]);
});
