import fc from 'fast-check';
import type { Refusal } from '../kernel';
import type { UnitKind } from '../people';
import { ROLES } from '../people';
import {
  articlesOf,
  clauseOf,
  decideNotice,
  groundOf,
  NOTICE_ACTIONS,
  NOTICE_KIND_RULES,
  NOTICE_KINDS,
  NOTICE_STATES,
  NOTICE_TRANSITIONS,
  noticeActions,
  noticeGaps,
  noticeNumber,
  parseDraft,
  ruleOf,
  SUPERVISION_MESSAGES,
  type DraftFacts,
  type NoticeContent,
  type NoticeSituation,
} from '.';

const NOW = '2022-05-16T01:20:00.000Z';
const DUE = '2022-05-25T10:00:00.000Z';
const KINDS = new Map<string, UnitKind>([
  ['lead', 'lead'],
  ['xunke', 'county'],
  ['market', 'department'],
  ['oversight', 'oversight'],
]);

/** After the notice is written, and before it is due. */
const HELD_AT = '2022-05-19T01:00:00.000Z';
const FACTS: DraftFacts = { kind: 'order', now: NOW, earliestDueAt: '2022-05-17T04:00:00.000Z', unitKinds: KINDS };
const ORDER: NoticeContent = {
  title: '“码上诚信”赋码进度滞后',
  ground: 'late',
  requirement: '查明原因，5月底前累计占比达到23.5%。',
  fields: { facts: '到5月15日累计占比20.11%。' },
  answer: 'feedback',
  dueAt: DUE,
  addressees: [{ unitId: 'xunke', part: 'main' }],
  earlierId: null,
  link: null,
  evidence: [],
  readerIds: [],
};

function codes(outcome: { readonly ok: boolean; readonly refusals?: readonly { readonly code: string }[] }): string[] {
  return (outcome.refusals ?? []).map(({ code }) => code);
}

describe('the kinds of notices (art. 5, 13-16)', () => {
  it('are seven, from the slip to the clue, each with its article', () => {
    expect(NOTICE_KIND_RULES.map(({ kind, title, article }) => [kind, title, article])).toEqual([
      ['slip', '工作提示单', '第五条'],
      ['warning', '预警提示', '第十三条'],
      ['instruction', '批示预警提示', '第十三条'],
      ['order', '督办单', '第十四条'],
      ['listing', '挂牌督办', '第十四条'],
      ['talk', '约谈提醒', '第十四条'],
      ['clue', '问题线索', '第十五条'],
    ]);
    expect(NOTICE_KIND_RULES.map(({ kind }) => kind)).toEqual(NOTICE_KINDS);
  });

  it('are issued on the triggers that the articles name, and on no other', () => {
    const titles = (kind: (typeof NOTICE_KINDS)[number]): string[] => ruleOf(kind).grounds.map(({ title }) => title);
    expect([...titles('instruction'), ...titles('warning')]).toEqual([
      '市领导重要批示',
      '重点任务监测质效',
      '日常考评发现问题',
      '工作时序临近',
    ]);
    expect(titles('order')).toEqual(['推进不力', '延迟完成', '质量未达标']);
    expect(titles('clue')).toHaveLength(4);
    expect(groundOf('order', 'time-near')).toBeUndefined();
    expect(groundOf('clue', 'after-notices')).toMatchObject({ article: '第十六条', needsEarlier: true });
  });

  it('are cited by kind, year and number, 〔2022〕3号', () => {
    expect(noticeNumber('order', 2022, 3)).toBe('督办单〔2022〕3号');
    expect(noticeNumber('order', 2022, null)).toBe('督办单（文号签发时定）');
  });
});

describe('a notice', () => {
  const situation = (change: Partial<NoticeSituation> = {}): NoticeSituation => {
    const reader = { role: 'lead-officer', isWriter: false } as const;
    return {
      kind: 'order',
      state: 'draft',
      ...reader,
      isCleared: false,
      hasGoneReader: true,
      isShaken: true,
      unfinished: 0,
      ...change,
    };
  };

  it('moves for every state, action, role and kind exactly as the table says', () => {
    for (const kind of NOTICE_KINDS) {
      for (const state of NOTICE_STATES) {
        for (const role of ROLES) {
          for (const action of NOTICE_ACTIONS) {
            const row = NOTICE_TRANSITIONS.find(
              (each) => each.action === action && each.from.includes(state) && (each.kinds?.includes(kind) ?? true),
            );
            const isAllowed = row?.by.includes(role) === true;
            const outcome = decideNotice(action, situation({ kind, state, role }));
            expect([action, state, role, outcome.ok]).toEqual([action, state, role, isAllowed]);
            if (outcome.ok) expect(outcome.value).toBe(row?.to ?? state);
            else expect(Object.keys(SUPERVISION_MESSAGES)).toContain(outcome.refusals[0].code);
          }
        }
      }
    }
  });

  it('is checked by a second person, never by whoever wrote it last', () => {
    const outcome = decideNotice('check', situation({ state: 'checking', isWriter: true }));
    expect(codes(outcome)).toEqual(['supervision.own-draft']);
    expect(noticeActions(situation({ state: 'checking' }))).toEqual(['send-back', 'check', 'discard']);
    const cleared = { isCleared: true };
    expect(noticeActions(situation({ state: 'checking', ...cleared }))).toEqual(['discard']);
    expect(noticeActions(situation({ state: 'issued', ...cleared }))).toEqual(['correct', 'void']);
  });

  it('keeps its text once it is issued: it can only be corrected, declared void or, 挂牌, taken off the list', () => {
    const issued = { state: 'issued', isShaken: false } as const;
    expect(noticeActions(situation(issued))).toEqual(['correct', 'void']);
    expect(noticeActions(situation({ ...issued, kind: 'listing' }))).toEqual(['correct', 'void', 'delist']);
    expect(noticeActions(situation({ ...issued, kind: 'listing', unfinished: 1 }))).toEqual(['correct', 'void']);
    expect(noticeActions(situation({ ...issued, isShaken: true }))).toEqual(['correct', 'void', 'keep']);
  });

  it('of which everything is there has no gap', () => {
    expect(noticeGaps(ORDER, FACTS)).toEqual([]);
  });

  it('names everything that is missing at once', () => {
    const bare = { ...ORDER, title: '', ground: null, requirement: '', fields: {}, dueAt: null, addressees: [] };
    expect(noticeGaps(bare, FACTS).map(({ code }) => code)).toEqual([
      'supervision.text-missing',
      'supervision.ground-missing',
      'supervision.text-missing',
      'supervision.text-missing',
      'supervision.addressee-missing',
      'supervision.due-missing',
    ]);
  });

  it.each([
    ['due in the past', { dueAt: NOW }, 'due-in-past'],
    ['due this afternoon', { dueAt: '2022-05-16T09:00:00.000Z' }, 'due-too-soon'],
    ['due in ten years, by a slip of the finger', { dueAt: '2032-05-25T10:00:00.000Z' }, 'due-too-far'],
    ['to the lead unit itself', { addressees: [{ unitId: 'lead', part: 'main' }] }, 'addressee-unfit'],
    ['to a unit of no group of ours', { addressees: [{ unitId: 'gone', part: 'main' }] }, 'addressee-unfit'],
    ['to nobody but a copy', { addressees: [{ unitId: 'xunke', part: 'copy' }] }, 'addressee-main-missing'],
    ['to those who only help', { addressees: [{ unitId: 'xunke', part: 'co' }] }, 'addressee-main-missing'],
  ])('%s is not fit to be issued', (_, change, code) => {
    expect(noticeGaps({ ...ORDER, ...change } as NoticeContent, FACTS).map((gap) => gap.code)).toEqual([
      `supervision.${code}`,
    ]);
  });

  it('may be due on the whole of the last day that is not too far, and names that day with its year', () => {
    const gapsAt = (dueAt: string) => noticeGaps({ ...ORDER, dueAt }, FACTS);
    const [{ facts }] = gapsAt('2032-05-25T10:00:00.000Z') as [Refusal];
    expect(SUPERVISION_MESSAGES['supervision.due-too-far'](facts)).toBe('时限太远，最晚选2022年11月15日。');
    expect(gapsAt('2022-11-15T16:00:00.000Z')).toEqual([]);
  });

  it('may be due the same day where it is urgent: a leader’s instruction, or time that runs out (art. 13)', () => {
    const today = { ...ORDER, dueAt: '2022-05-16T09:00:00.000Z' };
    const gaps = (ground: string) => noticeGaps({ ...today, ground }, { ...FACTS, kind: 'warning' });
    expect(gaps('time-near')).toEqual([]);
    expect(groundOf('instruction', 'leader-instruction')).toMatchObject({ isUrgent: true });
    expect(gaps('daily-assessment').map(({ code }) => code)).toEqual(['supervision.due-too-soon']);
  });

  it('of talk after an order (art. 14) and of clue after notices (art. 16) names the earlier one', () => {
    const fields = { facts: '仍没有达到。', persons: '负责人', conductor: '负责人', heldAt: HELD_AT, place: '三楼' };
    const talk: NoticeContent = { ...ORDER, ground: 'still-short', fields };
    expect(noticeGaps(talk, { ...FACTS, kind: 'talk' }).map(({ code }) => code)).toEqual([
      'supervision.earlier-missing',
    ]);
    expect(noticeGaps({ ...talk, ground: 'weak-organisation' }, { ...FACTS, kind: 'talk' })).toEqual([]);
  });

  it('of clue names the units that it is about (责任单位, art. 15), and nobody whom the regulation does not bind', () => {
    const clue: NoticeContent = {
      ...ORDER,
      ground: 'after-notices',
      answer: 'receipt',
      dueAt: null,
      fields: { facts: '没有完成。' },
      addressees: [{ unitId: 'oversight', part: 'main' }],
      readerIds: ['a1'],
    };
    const gaps = (accusedIds: readonly string[]) => {
      return noticeGaps({ ...clue, accusedIds }, { ...FACTS, kind: 'clue' }).map(({ code }) => code);
    };
    expect(gaps([])).toEqual(['supervision.accused-missing']);
    expect(gaps(['oversight'])).toEqual(['supervision.accused-unfit']);
    expect(gaps(['nobody'])).toEqual(['supervision.accused-unfit']);
    expect(gaps(['xunke'])).toEqual([]);
    expect(parseDraft('order', { ...ORDER, accusedIds: ['xunke'] })).toEqual({ ok: true, value: ORDER });
  });

  it('of a leader’s instruction is for named persons of the units concerned, and asks for a receipt alone (art. 13)', () => {
    const content: NoticeContent = {
      ...ORDER,
      ground: 'leader-instruction',
      answer: 'receipt',
      dueAt: null,
      fields: { instruction: '请抓紧办理。' },
      readerIds: ['a1', 'a2'],
    };
    const facts = { ...FACTS, kind: 'instruction' } as const;
    expect(noticeGaps(content, facts)).toEqual([]);
    expect(noticeGaps({ ...content, readerIds: [] }, facts)).toMatchObject([{ code: 'supervision.readers-missing' }]);
    expect(parseDraft('instruction', { ...content, answer: 'feedback' })).toMatchObject({
      value: { answer: 'receipt' },
    });
    expect(groundOf('warning', 'leader-instruction')).toBeUndefined();
  });

  it('that is confidential goes to 督导考评问责专班, names who may know, and is copied to nobody', () => {
    const clue: NoticeContent = {
      ...ORDER,
      ground: 'duty-unmet',
      answer: 'receipt',
      dueAt: null,
      fields: { facts: '没有完成。', persons: '某县' },
      addressees: [{ unitId: 'oversight', part: 'main' }],
      readerIds: ['a1', 'a2'],
      accusedIds: ['xunke'],
    };
    const facts = { ...FACTS, kind: 'clue' } as const;
    expect(noticeGaps(clue, facts)).toEqual([]);
    const open = {
      ...clue,
      readerIds: [],
      addressees: [...clue.addressees, { unitId: 'xunke', part: 'copy' } as const],
    };
    expect(noticeGaps(open, facts).map(({ code }) => code)).toEqual([
      'supervision.readers-missing',
      'supervision.no-copies',
    ]);
    expect(noticeGaps({ ...clue, addressees: ORDER.addressees }, facts)).toMatchObject([
      { code: 'supervision.addressee-unfit' },
    ]);
  });
});

describe('a draft from outside', () => {
  it('is kept as incomplete as it is', () => {
    expect(parseDraft('order', {})).toMatchObject({ ok: true, value: { title: '', dueAt: null, answer: 'feedback' } });
    expect(parseDraft('order', ORDER)).toEqual({ ok: true, value: ORDER });
  });

  it('is refused with unknown parts, a unit twice, or texts that are too long', () => {
    const twice = { addressees: [...ORDER.addressees, { unitId: 'xunke', part: 'co' }] };
    expect(codes(parseDraft('order', twice))).toEqual(['supervision.unit-twice']);
    expect(codes(parseDraft('order', { number: 7 }))).toEqual(['supervision.unreadable']);
    expect(codes(parseDraft('order', { title: '长'.repeat(61) }))).toEqual(['supervision.text-too-long']);
    expect(codes(parseDraft('order', { addressees: [null] }))).toEqual(['supervision.unreadable']);
  });

  it('takes over nothing that its kind does not know', () => {
    const parsed = parseDraft('slip', { ...ORDER, answer: 'receipt' });
    expect(parsed).toMatchObject({ ok: true, value: { fields: {}, ground: null, answer: 'none' } });
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NOTICE_KINDS), fc.anything(), (kind, input) => {
        const parsed = parseDraft(kind, input);
        expect(parsed.ok || parsed.refusals.length > 0).toBe(true);
      }),
    );
  });

  it('cites every article in which it has its grounds, and once a ground is chosen that one', () => {
    expect(articlesOf('clue')).toBe('第十五条、第十六条');
    expect(articlesOf('order')).toBe('第十四条');
    expect(clauseOf('clue', 'after-notices')).toMatch(/^工作制度第十六条，/);
    expect(clauseOf('order', null)).toBe('工作制度第十四条');
  });
});
