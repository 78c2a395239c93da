import { act, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { callServer } from '../http/call-server';
import { useWrite } from './use-write';

const REFUSAL = { status: 409, body: { code: 'reporting.past-due', sentence: '现在过了撤回的时间。', requestId: '' } };
const LOST: readonly (readonly [string, Answer])[] = [
  ['no answer came', 'offline'],
  ['the server broke', { status: 502, body: '<html>' }],
  ['the session had ended', { status: 401, body: { code: 'session.ended', sentence: '请重新登录。', requestId: '' } }],
];

let onWrite: Answer;
let answers: unknown[];

function Writing() {
  const write = useWrite(['a']);
  const send = async (wish: string) => {
    const call = (idempotencyKey: string): Promise<unknown> =>
      callServer({ method: 'POST', path: '/api/a', body: { wish }, idempotencyKey });
    answers.push(await write.run({ wish }, call));
  };
  return (
    <>
      <button onClick={() => void send('one')}>one</button>
      <button onClick={() => void send('another')}>another</button>
      <p>{write.error?.sentence}</p>
    </>
  );
}

beforeEach(() => {
  onWrite = { body: { done: true } };
  answers = [];
  answerWith(() => onWrite);
  draw(<Writing />);
});

async function press(wish: string): Promise<void> {
  fireEvent.click(screen.getByText(wish));
  await settle();
}
const keys = () => sentCalls().map(({ key }) => key);

describe('a write', () => {
  it.each(LOST)('keeps its key while %s, and counts once', async (_what, answer) => {
    onWrite = answer;
    await press('one');
    await press('one');
    onWrite = { body: { done: true } };
    await press('one');
    expect(keys()).toHaveLength(3);
    expect(new Set(keys()).size).toBe(1);
    expect(answers).toEqual([null, null, { done: true }]);
  });

  it.each<readonly [string, Answer]>([
    ['done', { body: { done: true } }],
    ['refused', REFUSAL],
  ])('is a new one after it was %s, though the words are the same', async (_what, answer) => {
    onWrite = answer;
    await press('one');
    await press('one');
    expect(new Set(keys()).size).toBe(2);
  });

  it('of other words has another key', async () => {
    onWrite = 'offline';
    await press('one');
    await press('another');
    expect(new Set(keys()).size).toBe(2);
  });

  it('keeps its key while another one was sent, answered or not', async () => {
    onWrite = 'offline';
    await press('one');
    await press('another');
    onWrite = { body: { done: true } };
    await press('another');
    await press('one');
    const [first, second, third, fourth] = keys();
    expect(third).toBe(second);
    expect(fourth).toBe(first);
    expect(second).not.toBe(first);
  });

  it('goes out once when it is tapped twice', async () => {
    act(() => {
      fireEvent.click(screen.getByText('one'));
      fireEvent.click(screen.getByText('one'));
    });
    await settle();
    expect(keys()).toHaveLength(1);
  });

  it('says what was refused, until it is sent again', async () => {
    onWrite = REFUSAL;
    await press('one');
    expect(screen.getByText('现在过了撤回的时间。')).toBeTruthy();
    onWrite = { body: { done: true } };
    await press('one');
    expect(screen.queryByText('现在过了撤回的时间。')).toBeNull();
  });
});
