import type { AppointmentView } from '@jiannuo/shared/people';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { correctClock } from '../../platform/clock';
import { drawn, inBrowser } from '../../../test/drawn';
import { answerWith, sentCalls, keptOnDevice } from '../../../test/answers';
import { InviteSheet } from './invite-sheet';

const UNIT = { id: 'u1', number: 6, name: '逊克县', fullName: '逊克县专班', aliases: [], kind: 'county' } as const;
const PERSON: AppointmentView = {
  id: 'a1',
  unit: UNIT,
  role: 'liaison',
  personName: '联络员甲',
  phone: '13800000107',
  section: '信用工作股',
  post: '负责人',
  isSectionHead: true,
  notHeadReason: null,
  validFrom: '2022-04-18',
  validTo: null,
  listedBy: '市专班牵头单位',
  listedOn: '2022-04-18',
  isBound: false,
};

async function take(): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText('取一个邀请码'));
    await Promise.resolve();
  });
}

beforeEach(() => {
  inBrowser();
  correctClock('2022-05-20T01:05:00.000Z');
  answerWith(() => ({ status: 201, body: { code: 'K7M2QX', expiresAt: '2022-05-22T01:05:00.000Z' } }));
});

it('makes no code before somebody asks for one', () => {
  drawn(<InviteSheet person={PERSON} onClose={() => undefined} />);
  expect(sentCalls()).toHaveLength(0);
});

it('shows the code in three and three with the moment until which it can be used', async () => {
  drawn(<InviteSheet person={PERSON} onClose={() => undefined} />);
  await take();
  expect(await screen.findByText('K7M 2QX')).toBeTruthy();
  expect(screen.getByText('只给联络员甲本人，用一次，5月22日 09:05前有效。')).toBeTruthy();
});

it('shows it this once: opened again there is no code, and none is left on the device', async () => {
  drawn(<InviteSheet person={PERSON} onClose={() => undefined} />);
  await take();
  await screen.findByText('K7M 2QX');
  cleanup();
  drawn(<InviteSheet person={PERSON} onClose={() => undefined} />);
  expect(screen.queryByText('K7M 2QX')).toBeNull();
  expect(keptOnDevice()).not.toContain('K7M2QX');
});

it('says why when the server refuses', async () => {
  const sentence = '这个人在别的专班也有岗位。请本人用手机号绑定，或联系管理员。';
  answerWith(() => ({ status: 403, body: { code: 'person.in-other-group', sentence, requestId: 'q1' } }));
  drawn(<InviteSheet person={PERSON} onClose={() => undefined} />);
  await take();
  expect(await screen.findByText(sentence)).toBeTruthy();
});
