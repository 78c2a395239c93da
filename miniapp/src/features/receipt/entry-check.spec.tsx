import type { EntryCheckView } from '@jiannuo/shared/reporting';
import { fireEvent, screen } from '@testing-library/react';
import { answerWith, keptOnDevice, sentCalls } from '../../../test/answers';
import { drawn, inBrowser } from '../../../test/drawn';
import { settle } from '../../../test/render';
import { correctClock } from '../../platform/clock';
import { EntryCheck } from './entry-check';

const ENTRY: EntryCheckView = {
  version: 1,
  channel: 'email',
  receivedAt: '2022-05-20T16:30:00.000Z',
  registeredAt: '2022-05-21T01:05:00.000Z',
  by: '市专班牵头单位 值班账号',
  basis: '邮箱收信时间',
  until: '2022-05-25T16:00:00.000Z',
  mayObject: true,
  mayCorrect: false,
  notes: [],
};

beforeEach(() => {
  inBrowser();
  correctClock('2022-05-21T02:00:00.000Z');
});

const write = (text: string) => {
  fireEvent.input(screen.getByLabelText('写给牵头单位'), { target: { value: text } });
};
const send = async () => {
  fireEvent.click(screen.getByText('告诉牵头单位'));
  await settle();
};

describe('A receipt for what the lead unit entered (代录)', () => {
  it('says on what the time rests and until when the unit may object', () => {
    drawn(<EntryCheck entry={ENTRY} handIn={{ kind: 'monthly-report', id: 'r1' }} version={1} />);
    expect(screen.getByText('牵头单位代录的，请核对')).toBeTruthy();
    expect(screen.getByText('收到时间的依据：邮箱收信时间')).toBeTruthy();
    expect(screen.getByText('5月25日 周三 24:00前可以提不同，改前改后都留着。')).toBeTruthy();
  });

  it('names the entered version and its time under the receipt of a later one', () => {
    drawn(<EntryCheck entry={ENTRY} handIn={{ kind: 'monthly-report', id: 'r1' }} version={2} />);
    expect(screen.getByText('第1版是牵头单位代录的，请核对')).toBeTruthy();
    expect(screen.getByText('收到时间：2022年5月21日 00:30:00')).toBeTruthy();
  });

  it('takes the objection to the lead unit, and closes', async () => {
    answerWith(() => ({ body: { reportId: 'r1' } }));
    drawn(<EntryCheck entry={ENTRY} handIn={{ kind: 'monthly-report', id: 'r1' }} version={1} />);
    fireEvent.click(screen.getByText('提不同'));
    await send();
    expect(screen.getByText('请写哪里不同，例如什么时候发的邮件。')).toBeTruthy();
    expect(sentCalls()).toEqual([]);
    write('20日21:48就发了邮件');
    await send();
    expect(sentCalls()[0]).toMatchObject({ path: '/api/reports/r1/object', body: { text: '20日21:48就发了邮件' } });
    expect(screen.queryByText('哪里不同')).toBeNull();
    expect(keptOnDevice()).not.toContain('21:48');
  });

  it('is objected to also where it was a self-assessment, by the obligation that it answers', async () => {
    answerWith(() => ({ body: { id: 'o2' } }));
    drawn(<EntryCheck entry={ENTRY} handIn={{ kind: 'self-assessment', id: 'o2' }} version={1} />);
    fireEvent.click(screen.getByText('提不同'));
    write('23日就发了');
    await send();
    expect(sentCalls()[0]).toMatchObject({ path: '/api/entered-assessments/o2/object' });
  });

  it('keeps the words when the network fails, and sends them again as the same wish', async () => {
    answerWith(() => 'offline');
    drawn(<EntryCheck entry={ENTRY} handIn={{ kind: 'monthly-report', id: 'r1' }} version={1} />);
    fireEvent.click(screen.getByText('提不同'));
    write('20日就发了');
    await send();
    expect(screen.getByText(/写的都在/)).toBeTruthy();
    expect(keptOnDevice()).toContain('20日就发了');
    await send();
    expect(new Set(sentCalls().map(({ key }) => key)).size).toBe(1);
    expect(sentCalls()).toHaveLength(2);
  });

  it('shows both times after the lead unit put it right, and asks for nothing more', () => {
    const from = '2022-05-20T16:30:00.000Z';
    const to = '2022-05-20T13:48:00.000Z';
    const by = '市专班牵头单位 值班账号';
    const at = '2022-05-21T01:30:00.000Z';
    const notes = [{ kind: 'correction', text: '邮箱里另有一封', from, to, by, at }] as const;
    drawn(
      <EntryCheck
        entry={{ ...ENTRY, mayObject: false, notes }}
        handIn={{ kind: 'monthly-report', id: 'r1' }}
        version={1}
      />,
    );
    expect(screen.getByText('收到时间由今天 00:30改为5月20日 21:48')).toBeTruthy();
    expect(screen.getByText('邮箱里另有一封')).toBeTruthy();
    expect(screen.queryByText('提不同')).toBeNull();
  });
});
