import fc from 'fast-check';
import type { ClaimView, InboxView, NoticeView } from './api';
import { toDoLines, toKnowLines } from './to-do';

const TICKET = { kind: 'ticket', id: 't1' } as const;

function aNotice(change: Partial<NoticeView> = {}): NoticeView {
  return {
    id: 'n1',
    kind: 'ticket-issued',
    title: '督办单〔2022〕3号要签收',
    body: '',
    from: '市专班牵头单位',
    at: '2022-05-16T01:20:00.000Z',
    openedAt: null,
    isUnread: true,
    isDone: false,
    isMissed: false,
    target: TICKET,
    ...change,
  };
}

function aClaim(change: Partial<ClaimView> = {}): ClaimView {
  return { targets: [TICKET], title: '赋码进度滞后', about: '督办单〔2022〕3号　要签收', dueAt: null, ...change };
}

function inbox(view: Partial<InboxView>): InboxView {
  return { toDo: [], toKnow: [], claims: [], ...view };
}

describe('要我办', () => {
  it('shows what waits for the reader once, in the words of its subject, with the notice that told of it', () => {
    const notice = aNotice();
    const lines = toDoLines(inbox({ toDo: [notice], claims: [aClaim({ dueAt: '2022-05-17T16:00:00.000Z' })] }));
    expect(lines).toEqual([
      {
        target: TICKET,
        title: '赋码进度滞后',
        about: '督办单〔2022〕3号　要签收',
        dueAt: '2022-05-17T16:00:00.000Z',
        notice,
      },
    ]);
  });

  it('keeps what was signed for and is not answered, though its notice is done', () => {
    const claim = aClaim({ about: '督办单〔2022〕3号　办理中' });
    const view = inbox({ toKnow: [aNotice({ isDone: true, isUnread: false })], claims: [claim] });
    expect(toDoLines(view).map(({ about, notice }) => [about, notice])).toEqual([['督办单〔2022〕3号　办理中', null]]);
    expect(toKnowLines(view)).toEqual([]);
  });

  it('knows a report by the obligation that reminders name and by the report that a return names', () => {
    const targets = [
      { kind: 'report', id: 'r1' },
      { kind: 'obligation', id: 'o1' },
    ] as const;
    const about = { kind: 'obligation', id: 'o1' } as const;
    expect(toDoLines(inbox({ toDo: [aNotice({ target: about })], claims: [aClaim({ targets })] }))).toHaveLength(1);
  });

  it('stands soonest first, and last what has no due time', () => {
    const claims = ['2022-05-30T10:00:00.000Z', null, '2022-05-18T10:00:00.000Z'].map((dueAt, index) => {
      return aClaim({ dueAt, targets: [{ kind: 'ticket', id: `t${String(index)}` }] });
    });
    const other = aNotice({ target: { kind: 'feedback', id: 'f1' } });
    expect(toDoLines(inbox({ toDo: [other], claims })).map(({ dueAt }) => dueAt)).toEqual([
      '2022-05-18T10:00:00.000Z',
      '2022-05-30T10:00:00.000Z',
      null,
      null,
    ]);
  });
});

describe('the two lists together', () => {
  const target = fc.record({
    kind: fc.constantFrom('ticket', 'report', 'obligation'),
    id: fc.constantFrom('1', '2', '3', '4'),
  });
  const due = fc.option(fc.constantFrom('2022-05-18T10:00:00.000Z', '2022-05-20T16:00:00.000Z'));
  const notices = fc
    .array(fc.record({ target, isDone: fc.boolean() }))
    .map((all) => all.map((each, index) => aNotice({ ...each, id: `n${String(index)}` })));
  const claims = fc
    .uniqueArray(fc.record({ target, dueAt: due }), { selector: (each) => `${each.target.kind} ${each.target.id}` })
    .map((all) => all.map((each) => aClaim({ targets: [each.target], dueAt: each.dueAt })));

  it('name each thing that waits once, lose no word that asks nothing more, and stand by due time', () => {
    fc.assert(
      fc.property(notices, notices, claims, (toDo, toKnow, waiting) => {
        const view = inbox({ toDo, toKnow, claims: waiting });
        const lines = toDoLines(view);
        const isClaimed = (notice: NoticeView) => {
          return waiting.some(({ targets: [{ kind, id }] }) => kind === notice.target.kind && id === notice.target.id);
        };
        expect(lines).toHaveLength(waiting.length + toDo.filter((notice) => !isClaimed(notice)).length);
        expect(toKnowLines(view)).toEqual(toKnow.filter((notice) => !notice.isDone || !isClaimed(notice)));
        const times = lines.map(({ dueAt }) => dueAt ?? '9');
        expect(times).toEqual([...times].sort());
      }),
    );
  });
});

describe('给我看', () => {
  it('keeps what was asked and is done, and every word about what still waits', () => {
    const done = aNotice({ isDone: true, target: { kind: 'ticket', id: 't2' } });
    const word = aNotice({ id: 'n3', title: '督办单〔2022〕3号延到5月31日' });
    expect(toKnowLines(inbox({ toKnow: [done, word], claims: [aClaim()] }))).toEqual([done, word]);
  });
});
