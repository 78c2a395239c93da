import type { LinkChoice, NoticeContent, NoticeKind } from '@jiannuo/shared/supervision';
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { answerWith, sentCalls } from '../../../../test/answers';
import { drawn, inBrowser } from '../../../../test/drawn';
import { correctClock } from '../../../platform/clock';
import { LinkField } from './link-field';

const EMPTY = { addressees: [], link: null, earlierId: 'n1', dossier: null } as unknown as NoticeContent;
const REPORT: LinkChoice = {
  ...{ kind: 'obligation', id: 'o1', number: null, title: '4月月报', unitId: 'u1', unitName: '逊克县' },
  ...{ dueAt: '2022-04-20T16:00:00.000Z', isMet: true, periods: [] },
};
const MEASURE: LinkChoice = {
  ...{ kind: 'measure', id: 'm1', number: 3, title: '“码上诚信”赋码', unitId: 'u1', unitName: '逊克县' },
  ...{ dueAt: null, isMet: false, periods: ['2022-05', '2022-06'] },
};

let rows: readonly LinkChoice[];
let written: NoticeContent;

beforeEach(() => {
  inBrowser();
  correctClock('2022-05-18T05:50:00.000Z');
  rows = [REPORT, MEASURE];
  answerWith(() => ({ body: { rows } }));
});

function Held({ kind, first }: { readonly kind: NoticeKind; readonly first: NoticeContent }) {
  const [content, setContent] = useState(first);
  written = content;
  return <LinkField kind={kind} content={content} onChange={setContent} />;
}

async function settle(deed: () => void): Promise<void> {
  await act(async () => {
    deed();
    await Promise.resolve();
  });
}
const press = (words: string) => settle(() => fireEvent.click(screen.getByText(words)));
const open = async (kind: NoticeKind, change: object = {}) => {
  drawn(<Held kind={kind} first={{ ...EMPTY, ...change }} />);
  await settle(() => fireEvent.click(screen.getByRole('button')));
  await screen.findByText(rows.length === 0 ? /没有找到/ : '4月月报');
};

describe('what a notice is about (关联事项)', () => {
  it('is chosen from what its units owe, by the last day in time, and says what it is', async () => {
    await open('order', { addressees: [{ unitId: 'u1', part: 'main' }] });
    expect(screen.getByText(/4月20日到期，已交/)).toBeTruthy();
    expect(sentCalls()[0]!.path).toContain('units=u1');
    await press('4月月报');
    expect(written.link).toEqual({
      kind: 'obligation',
      id: 'o1',
      name: { title: '4月月报', unitId: 'u1', unitName: '逊克县' },
    });
    expect(screen.getByText('逊克县 4月月报')).toBeTruthy();
  });

  it('of a measure asks for the month, and keeps the whole of it where none is meant', async () => {
    await open('order');
    await press('“码上诚信”赋码');
    await press('6月');
    expect(written.link).toMatchObject({ kind: 'measure', id: 'm1', period: '2022-06' });
    await settle(() => fireEvent.click(screen.getByRole('button')));
    await screen.findByText('4月月报');
    await press('“码上诚信”赋码');
    await press('整项任务');
    expect(written.link).not.toHaveProperty('period');
  });

  it('addresses the notice to whose it is, where nobody is chosen yet, and never changes a choice', async () => {
    await open('order');
    await press('4月月报');
    expect(written.addressees).toEqual([{ unitId: 'u1', part: 'main' }]);
  });

  it('among several units holds for one alone, and says so', async () => {
    const addressees = ['u1', 'u2'].map((unitId) => ({ unitId, part: 'main' }));
    await open('order', { addressees });
    await press('4月月报');
    expect(written.addressees).toEqual(addressees);
    expect(screen.getByText('只关联逊克县，别家看不到。')).toBeTruthy();
  });

  it('of a clue accuses whose it is, and has what came before gathered anew', async () => {
    await open('clue', { dossier: { isGathered: false, noticeIds: [], circularIds: [] } });
    await press('4月月报');
    expect(written).toMatchObject({ accusedIds: ['u1'], addressees: [], dossier: null, earlierId: null });
  });

  it('is let go again, and says so where nothing is found', async () => {
    rows = [];
    await open('order', { link: { kind: 'obligation', id: 'o1' } });
    expect(screen.getByText('没有找到，换个名称再找。')).toBeTruthy();
    await press('不关联');
    expect(written.link).toBeNull();
  });
});
