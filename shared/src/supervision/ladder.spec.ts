import fc from 'fast-check';
import type { MessageRegistry } from '../kernel';
import {
  countingCirculars,
  groundGone,
  groundOf,
  nextRung,
  NOTICE_KINDS,
  ruleOf,
  SUPERVISION_LIMITS,
  SUPERVISION_MESSAGES,
  TICKET_TRANSITIONS,
  type LadderDeed,
  type LadderRecord,
} from '.';

const DUE = '2022-05-20T16:00:00.000Z';
const SETTINGS = {
  calendar: { holidays: [], makeUpDays: [] },
  workingHours: { from: '08:30', to: '18:00' },
  correctionWorkingDays: 2,
};
/** The Tuesday after the Friday on which it was due: a whole working day has passed. */
const LATER = '2022-05-24T00:30:00.000Z';
const OWED: LadderRecord = {
  obligationId: 'o1',
  unitId: 'u1',
  unitName: '逊克县',
  title: '5月月报',
  dueAt: DUE,
  metAt: null,
  waivedAt: null,
  last: null,
  deeds: [],
  circulars: [],
  shelteredUntil: null,
  root: null,
  isShaken: false,
};
const MATTER = '“码上诚信”赋码进度滞后';
const ASKED = '查明赋码低于时序进度的原因，5月底前累计占比达到23.5%。';
const EXPLAINED = `${ASKED}同时说明没有按时完成的原因和下步安排。`;
function lastOf(kind: NonNullable<LadderRecord['last']>['kind']): NonNullable<LadderRecord['last']> {
  return {
    id: 'n1',
    kind,
    title: MATTER,
    requirement: ASKED,
    dueAt: DUE,
    facts: '到5月15日累计占比20.11%。',
    isPrompted: true,
  };
}
/** An order of which the answer was due on the 20th. */
const ORDERED: LadderRecord = { ...OWED, title: '督办单〔2022〕3号反馈', last: lastOf('order') };
function deed(action: LadderDeed['action'], at: string, dueAt: string | null = null): LadderDeed {
  return { action, at: `${at}T02:00:00.000Z`, dueAt };
}
const NAMED = { title: '5月工作推进情况通报', issuedOn: '2022-05-23', shortfall: '没有交5月月报' };

describe('the ladder (art. 13-16)', () => {
  it('proposes a warning for what was not handed in, with its ground and facts', () => {
    expect(nextRung(OWED, LATER, SETTINGS)).toEqual({
      kind: 'warning',
      key: 'warning:o1:u1',
      ground: 'daily-assessment',
      title: '逊克县5月月报没有按时完成',
      facts: '5月月报应在5月20日 周五 24:00前完成，到2022年5月24日没有收到。',
      requirement: '请补上5月月报，说明没有按时完成的原因和下步安排。',
      earlierId: null,
    });
  });

  it.each([
    ['slip', 'warning'],
    ['warning', 'order'],
    ['order', 'listing'],
    ['listing', 'talk'],
    ['talk', 'clue'],
  ] as const)('after a %s that was not met proposes the %s, with a ground that its article knows', (kind, next) => {
    const proposal = nextRung({ ...ORDERED, last: lastOf(kind) }, LATER, SETTINGS)!;
    expect(proposal).toMatchObject({ kind: next, earlierId: 'n1', key: `${next}:n1:u1` });
    expect(groundOf(proposal.kind, proposal.ground)).toBeDefined();
  });

  it('orders first after a talk that no circular, warning or order went before (art. 16)', () => {
    const last = { ...lastOf('talk'), isPrompted: false };
    expect(nextRung({ ...ORDERED, last }, LATER, SETTINGS)).toMatchObject({ kind: 'order', key: 'order:n1:u1' });
  });

  it('ends with the clue', () => {
    expect(nextRung({ ...OWED, last: lastOf('clue') }, LATER, SETTINGS)).toBeNull();
  });

  it.each([
    ['it was handed in, even late', { metAt: LATER }],
    ['it was waived', { waivedAt: DUE }],
    ['more time was asked for and nobody has answered', { shelteredUntil: '2022-05-25T16:00:00.000Z' }],
    ['what the notice that asks for it rests on fell away', { isShaken: true }],
    ['more time was given', { dueAt: '2022-05-27T10:00:00.000Z' }],
  ])('proposes nothing where %s, and says so of what it proposed before', (_, change) => {
    expect(nextRung({ ...OWED, ...change }, LATER, SETTINGS)).toBeNull();
    const { code = '', facts = {} } = groundGone({ ...OWED, ...change }, LATER) ?? {};
    const words: MessageRegistry = SUPERVISION_MESSAGES;
    expect(words[code]?.(facts)).toContain('逊克县');
  });

  it('finds no reason to take back what is still owed', () => {
    expect(groundGone(OWED, LATER)).toBeNull();
  });

  it('leaves a whole working day after the due time', () => {
    expect(nextRung(OWED, '2022-05-23T15:59:59.999Z', SETTINGS)).toBeNull();
    expect(nextRung(OWED, '2022-05-23T16:00:00.000Z', SETTINGS)).not.toBeNull();
  });

  it('counts a circular as prior notice only where it names the shortfall after it was due (Q25)', () => {
    const before = { ...NAMED, issuedOn: '2022-05-20' };
    expect(countingCirculars([before, NAMED], DUE)).toEqual([NAMED]);
    expect(nextRung({ ...OWED, circulars: [before] }, LATER, SETTINGS)?.kind).toBe('warning');
    const named = nextRung({ ...OWED, circulars: [NAMED] }, LATER, SETTINGS);
    expect(named).toMatchObject({
      kind: 'order',
      facts: expect.stringContaining('5月工作推进情况通报点到：没有交5月月报。'),
    });
  });

  it('gives the same proposal at every later moment, so that a rung is proposed once', () => {
    const later = fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.parse(LATER) + days * 86_400_000));
    fc.assert(
      fc.property(later, fc.constantFrom(...NOTICE_KINDS), (at, kind) => {
        const record = { ...OWED, last: lastOf(kind) };
        const [first, again] = [LATER, at.toISOString()].map((now) => nextRung(record, now, SETTINGS));
        expect(again?.key).toBe(first?.key);
      }),
    );
  });

  it('drafts nothing that its kind could not say', () => {
    for (const kind of NOTICE_KINDS) {
      const proposal = nextRung({ ...OWED, last: lastOf(kind) }, LATER, SETTINGS);
      if (proposal !== null) expect(ruleOf(proposal.kind).fields.map(({ code }) => code)).toContain('facts');
    }
  });

  it('carries the matter up every rung: its title, what was asked and the figures of the notice before', () => {
    for (const kind of ['slip', 'warning', 'order', 'listing'] as const) {
      const proposal = nextRung({ ...ORDERED, last: lastOf(kind) }, LATER, SETTINGS)!;
      expect(proposal).toMatchObject({ title: MATTER, requirement: EXPLAINED });
      expect(proposal.facts).toMatch(/^到5月15日累计占比20.11%。督办单〔2022〕3号反馈应在5月20日/);
      const again = { ...ORDERED, last: { ...lastOf('listing'), requirement: proposal.requirement } };
      expect(nextRung(again, LATER, SETTINGS)?.requirement).toBe(EXPLAINED);
    }
  });

  it('asks once for the reason and what is to come, also above the first warning and whatever was written behind it', () => {
    const first = nextRung(OWED, LATER, SETTINGS)!.requirement;
    expect(first).toMatch(/^请补上.*，说明没有按时完成的原因和下步安排。$/);
    for (const requirement of [first, `${first}5月底前报来。`]) {
      const above = { ...ORDERED, last: { ...lastOf('warning'), requirement } };
      expect(nextRung(above, LATER, SETTINGS)?.requirement).toBe(requirement);
    }
  });

  it('names in a clue, which goes to another one, who did not do what, and at the end of its facts what was asked (art. 16)', () => {
    expect(nextRung({ ...ORDERED, last: lastOf('talk') }, LATER, SETTINGS)).toMatchObject({
      title: `逊克县没有按要求办完：${MATTER}`,
      requirement: '请按工作制度第十六条核查处理。',
      facts: expect.stringMatching(/^到5月15日.*没有申请延期。没有做到的要求：查明.*23.5%。$/),
    });
    const named = { ...lastOf('talk'), title: '逊克县5月月报没有按时完成' };
    expect(nextRung({ ...ORDERED, last: named }, LATER, SETTINGS)?.title).toBe(named.title);
  });

  it('states what the record says: the extension that was asked for and granted', () => {
    const deeds = [
      deed('sign', '2022-05-16'),
      deed('ask-extension', '2022-05-17', '2022-05-20T10:00:00.000Z'),
      deed('grant-extension', '2022-05-18', '2022-05-20T10:00:00.000Z'),
    ];
    const facts = factsAfter(deeds);
    expect(facts).toBe(
      '督办单〔2022〕3号反馈应在5月20日 周五 24:00前完成，5月16日签收，5月17日申请延到5月20日 周五 18:00前，' +
        '5月18日同意延到5月20日 周五 18:00前，到2022年5月24日没有收到。',
    );
  });

  it('says that no extension was asked for only of a notice by which one could be, and only where none was', () => {
    expect(factsAfter([])).toContain('没有申请延期');
    expect(factsAfter([deed('ask-extension', '2022-05-17', DUE), deed('refuse-extension', '2022-05-18')])).toMatch(
      /5月17日申请延到.*5月18日没有同意延期，到2022年5月24日没有收到。$/,
    );
    expect(nextRung(OWED, LATER, SETTINGS)?.facts).not.toContain('延期');
  });

  it('goes on once a request shelters no more, and says that nobody has answered it', () => {
    const held = { ...ORDERED, deeds: [deed('ask-extension', '2022-05-17', DUE)], shelteredUntil: LATER };
    expect(nextRung(held, LATER, SETTINGS)).toMatchObject({
      kind: 'listing',
      facts: expect.stringMatching(/到2022年5月24日没有收到，延期申请还没有答复。$/),
    });
  });

  it('keeps what came and was sent back or taken back', () => {
    expect(factsAfter([deed('answer', '2022-05-17'), deed('return', '2022-05-18', DUE)])).toMatch(
      /5月17日反馈，5月18日退回修改，要求5月20日 周五 24:00前再反馈，到2022年5月24日没有再收到/,
    );
    const returned = { ...lastOf('order'), facts: '', dueAt: '2022-05-18T10:00:00.000Z' };
    expect(nextRung({ ...ORDERED, last: returned }, LATER, SETTINGS)?.facts).toMatch(/应在5月18日 周三 18:00前完成，/);
    expect(factsAfter([deed('enter-answer', '2022-05-17'), deed('take-back', '2022-05-18')])).toMatch(
      /5月17日反馈，5月18日撤回反馈，到2022年5月24日没有再收到/,
    );
  });

  it('says when a rule’s due time was moved', () => {
    const deeds = [deed('move-due', '2022-05-18', DUE)];
    expect(nextRung({ ...OWED, deeds }, LATER, SETTINGS)?.facts).toContain('5月18日时限改到5月20日 周五 24:00前');
  });

  it('tells every deed of the table that moves a ticket or its due time', () => {
    const moving = TICKET_TRANSITIONS.filter(({ action, to }) => to !== null || action.endsWith('-extension'));
    for (const action of new Set(moving.map((row) => row.action))) {
      expect([action, factsAfter([deed(action, '2022-05-12', DUE)])]).toEqual([
        action,
        expect.stringContaining('5月12日'),
      ]);
    }
  });

  it('fits its fields however much was said before', () => {
    const long = {
      ...lastOf('order'),
      title: '长'.repeat(60),
      requirement: '求'.repeat(2000),
      facts: '实'.repeat(1000),
    };
    const { title, requirement, facts } = nextRung({ ...ORDERED, last: long }, LATER, SETTINGS)!;
    expect(title.length).toBeLessThanOrEqual(SUPERVISION_LIMITS.title);
    expect(requirement.length).toBeLessThanOrEqual(SUPERVISION_LIMITS.requirement);
    expect(facts).toMatch(/^督办单〔2022〕3号反馈应在/);
  });
});

/** The story of an order that was due on the 20th, without what its notice stated. */
function factsAfter(deeds: readonly LadderDeed[]): string {
  const last = { ...lastOf('order'), facts: '' };
  return nextRung({ ...ORDERED, last, deeds }, LATER, SETTINGS)?.facts ?? '';
}

describe('the facts of a rung on a notice that was corrected, or kept though its ground fell away', () => {
  const factsWith = (...deeds: readonly LadderDeed[]) => nextRung({ ...ORDERED, deeds }, LATER, SETTINGS)?.facts;

  it('tell what was given before the correction, and take what was asked and not answered then for over', () => {
    const asked = deed('ask-extension', '2022-05-17', DUE);
    expect(factsWith(asked)).toContain('延期申请还没有答复');
    expect(factsWith(asked, deed('renew', '2022-05-18'))).toMatch(/申请延到5月20日 周五 24:00前，5月18日另发更正，到/);
    const over = factsWith(asked, deed('renew', '2022-05-18'), deed('carry-extension', '2022-05-18', DUE));
    expect(over).toMatch(/另发更正，5月18日延到5月20日 周五 24:00前的申请照旧等答复，.*延期申请还没有答复/s);
  });

  it('tell of more time where keeping it gave some, and nothing where it did not', () => {
    expect(factsWith(deed('keep', '2022-05-18', DUE))).toContain('5月18日依据有变后维持，时限延到5月20日 周五 24:00前');
    expect(factsWith(deed('keep', '2022-05-18'))).not.toContain('维持');
  });

  it('tell how its ground fell away, so that nobody reads of a lateness without the longer time that was given', () => {
    const extended = { ...deed('shake', '2022-05-18'), text: '5月月报延到5月31日 周二 24:00前。' };
    const voided = { ...deed('shake', '2022-05-19'), text: '预警提示〔2022〕1号作废。发错了。' };
    expect(factsWith(extended, voided)).toContain(
      '，5月18日依据有变（5月月报延到5月31日 周二 24:00前），5月19日依据有变（预警提示〔2022〕1号作废；发错了），到',
    );
  });
});
