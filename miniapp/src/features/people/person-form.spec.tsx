import type { AppointmentView } from '@jiannuo/shared/people';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { correctClock } from '../../platform/clock';
import { drawn, inBrowser } from '../../../test/drawn';
import { answerWith, sentCalls, type Answer } from '../../../test/answers';
import { PersonForm } from './person-form';

const UNIT = { id: 'u1', number: 6, name: '逊克县', fullName: '逊克县专班', aliases: [], kind: 'county' } as const;
const PRESENT = { id: 'a1', unit: UNIT, role: 'liaison', personName: '联络员甲' } as unknown as AppointmentView;
const LISTING = { unit: UNIT, role: 'liaison', replaces: 'a1' } as const;

let answer: Answer = 'offline';
const onClose = jest.fn();

beforeEach(() => {
  inBrowser();
  correctClock('2022-05-20T01:05:00.000Z');
  onClose.mockClear();
  answer = 'offline';
  answerWith(() => answer);
});

const type = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};
const open = () => drawn(<PersonForm listing={LISTING} present={PRESENT} onClose={onClose} />);

async function save(): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText('换成这位联络员'));
    await Promise.resolve();
  });
}

it('asks why when a liaison does not head the section (art. 3)', async () => {
  open();
  type('姓名', '联络员乙');
  type('手机号', '138 0000 0199');
  fireEvent.click(screen.getByText('不是'));
  await save();
  expect(screen.getByText('联络员原则上是科（股）室负责人。不是的，请写原因。')).toBeTruthy();
  expect(sentCalls()).toHaveLength(0);
});

it('names the present liaison in whose place somebody comes', async () => {
  answer = { status: 201, body: {} };
  open();
  expect(screen.getByText(/联络员甲的任职今天结束/)).toBeTruthy();
  type('姓名', '联络员乙');
  type('手机号', '13800000199');
  await save();
  expect(sentCalls()[0]!.body).toMatchObject({ unitId: 'u1', role: 'liaison', replaces: 'a1', notHeadReason: null });
  expect(onClose).toHaveBeenCalled();
});

it('keeps what was typed when the network fails', async () => {
  open();
  type('姓名', '联络员乙');
  type('手机号', '13800000199');
  await save();
  expect(await screen.findByText(/填的都在/)).toBeTruthy();
  cleanup();
  open();
  expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('联络员乙');
});

it('shows a refused phone number at its field', async () => {
  const sentence = '这个手机号是另一个人的，请核对后再填。';
  answer = { status: 409, body: { code: 'phone.taken', sentence, requestId: 'q1' } };
  open();
  type('姓名', '联络员乙');
  type('手机号', '13800000199');
  await save();
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(screen.getByLabelText('手机号').getAttribute('aria-invalid')).toBe('true');
});
