import { SAMPLE_DELIVERY } from '@jiannuo/shared/samples';
import type { NoticeContent, Prior } from '@jiannuo/shared/supervision';
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { answerWith, sentCalls } from '../../../../test/answers';
import { drawn, inBrowser } from '../../../../test/drawn';
import { correctClock } from '../../../platform/clock';
import { DossierField } from './dossier-field';

const delivery = { ...SAMPLE_DELIVERY, state: 'to-sign' };
const notice = (id: string, linkId: string | null) => ({
  ...{ id, kind: 'order', number: `督办单〔2022〕${id}号`, title: '赋码滞后', state: 'issued' },
  ...{ issuedAt: '2022-05-16T01:00:00.000Z', dueAt: '2022-05-25T10:00:00.000Z', earlierId: null, linkId },
  deliveries: [delivery],
});
const PRIOR = {
  notices: [notice('2', null), notice('1', 'o1')],
  circulars: [
    {
      ...{ id: 'c1', title: '5月通报', issuedOn: '2022-05-19', unitId: 'u1', unitName: '逊克县' },
      ...{ shortfall: '没有进展', obligationId: 'o1' },
    },
  ],
} as unknown as Prior;
const CLUE = {
  ...{ accusedIds: ['u1'], link: { kind: 'obligation', id: 'o1' }, earlierId: null, dossier: null },
} as unknown as NoticeContent;

let content: NoticeContent;

beforeEach(() => {
  inBrowser();
  correctClock('2022-05-26T01:00:00.000Z');
  answerWith(() => ({ body: PRIOR }));
});

function Held({ first }: { readonly first: NoticeContent }) {
  const [held, setHeld] = useState(first);
  content = held;
  return (
    <DossierField
      content={held}
      onChange={(dossier) => {
        setHeld({ ...held, dossier });
      }}
    />
  );
}

async function settle(deed: () => void): Promise<void> {
  await act(async () => {
    deed();
    await Promise.resolve();
  });
}
const press = (words: string) => settle(() => fireEvent.click(screen.getByText(words)));
const open = async (change: object = {}) => {
  drawn(<Held first={{ ...CLUE, ...change }} />);
  await screen.findByText(/选了2份$|先选责任单位/);
};
const ticked = () => screen.getAllByRole('checkbox').map((box) => box.getAttribute('aria-checked') === 'true');

describe('what a clue rests on (art. 16)', () => {
  it('is gathered from the same matter, with circulars, each with its day and how it stands', async () => {
    await open();
    expect(screen.getByText('前面的通知，自动归集，选了2份')).toBeTruthy();
    expect(ticked()).toEqual([true, true]);
    expect(screen.getByText(/5月16日发 5月25日 周三 18:00前反馈 没有打开，没有签收/)).toBeTruthy();
    expect(screen.getByText('2022年5月19日 点到逊克县：没有进展')).toBeTruthy();
    expect(content.dossier).toBeNull();
  });

  it('loses what its writer takes out, keeps it in sight, and says no more that it was gathered', async () => {
    await open();
    await press('督办单〔2022〕1号');
    expect(content.dossier).toEqual({ isGathered: false, noticeIds: [], circularIds: ['c1'] });
    expect(ticked()).toEqual([false, true]);
    expect(screen.getByText('前面的通知，选了1份')).toBeTruthy();
    await press('重新归集');
    expect(content.dossier).toBeNull();
  });

  it('takes in what was about something else, where its writer looks for it', async () => {
    await open();
    await press('看别的1份');
    await press('督办单〔2022〕2号');
    expect(content.dossier).toMatchObject({ noticeIds: ['1', '2'], circularIds: ['c1'] });
  });

  it('asks nothing before a unit is accused, and says why it is empty', async () => {
    await open({ accusedIds: [] });
    expect(screen.getByText('先选责任单位，这里自动归集发过的通知和通报点名。')).toBeTruthy();
    expect(sentCalls()).toEqual([]);
  });
});

it('says which of the chosen notices may not stand, until that is decided or it is taken out', async () => {
  const shaken = { ...PRIOR, notices: PRIOR.notices.map((each) => ({ ...each, isShaken: true })) };
  answerWith(() => ({ body: shaken }));
  await open();
  expect(screen.getByRole('alert').textContent).toBe('督办单〔2022〕1号依据有变，请先定下来，或者去掉。');
  await press('督办单〔2022〕1号');
  expect(screen.queryByRole('alert')).toBeNull();
});
