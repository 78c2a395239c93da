import { fireEvent, screen } from '@testing-library/react';
import { draw, settle } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { NextReminder } from './next-reminder';

const NEXT = { title: '6月月报', on: '2022-06-15T00:30:00.000Z' };
const TEMPLATES = [
  { purpose: 'due-soon', title: '工作待办提醒', templateId: 't-due', kind: 'one-time', balance: 0 },
  { purpose: 'returned', title: '审核结果通知', templateId: 't-back', kind: 'one-time', balance: 1 },
  { purpose: 'meeting', title: '会议通知', templateId: 't-meet', kind: 'one-time', balance: 1 },
];

interface Asked {
  readonly tmplIds: readonly string[];
  readonly success: (answer: Record<string, string>) => void;
  readonly fail: () => void;
}

function asked(): Asked {
  return fakeTaro.state.subscribe.mock.calls[0]?.[0] as Asked;
}

async function drawCard() {
  fakeTaro.state.server = () => ({ status: 200, body: { templates: TEMPLATES } });
  const drawn = draw(<NextReminder next={NEXT} />);
  await settle();
  fakeTaro.state.requests.length = 0;
  return drawn;
}

describe('the question after handing in', () => {
  it('opens WeChat’s sheet in the tap itself, before anything is awaited', async () => {
    await drawCard();
    fireEvent.click(screen.getByText('提醒我'));
    expect(fakeTaro.state.subscribe).toHaveBeenCalledTimes(1);
    expect(fakeTaro.state.requests).toEqual([]);
    expect(asked().tmplIds).toEqual(['t-due', 't-back']);
  });

  it('passes WeChat’s answers on as they are, and says what came of it', async () => {
    await drawCard();
    fireEvent.click(screen.getByText('提醒我'));
    asked().success({ errMsg: 'requestSubscribeMessage:ok', 't-due': 'acceptWithAudio', 't-back': 'reject' });
    await settle();
    expect(fakeTaro.state.requests[0]).toMatchObject({
      method: 'POST',
      body: { results: { 't-due': 'acceptWithAudio', 't-back': 'reject' } },
    });
    expect(screen.getByText('记下了，到时提醒您。')).toBeTruthy();
  });

  it('says that nothing was noted when everything was refused', async () => {
    await drawCard();
    fireEvent.click(screen.getByText('提醒我'));
    asked().success({ errMsg: 'requestSubscribeMessage:ok', 't-due': 'reject', 't-back': 'reject' });
    await settle();
    expect(screen.getByText('没有记下提醒。到时会放进收件。')).toBeTruthy();
  });

  it('survives WeChat refusing the call', async () => {
    await drawCard();
    fireEvent.click(screen.getByText('提醒我'));
    asked().fail();
    await settle();
    expect(fakeTaro.state.requests).toEqual([]);
    expect(screen.getByText('没有记下提醒。到时会放进收件。')).toBeTruthy();
  });

  it('is not asked again that day once it was answered', async () => {
    const first = await drawCard();
    fireEvent.click(screen.getByText('不用了'));
    expect(fakeTaro.state.subscribe).not.toHaveBeenCalled();
    first.unmount();
    await drawCard();
    expect(screen.queryByText('提醒我')).toBeNull();
  });
});
