import {
  askedTitle,
  decideFinding,
  findingActions,
  findingName,
  findingNotices,
  isConcealment,
  noticeFrom,
  parseFinding,
  parseFindingStep,
  wordingGap,
  type FindingContent,
  type FindingSituation,
  type NamedFinding,
} from '.';

const NOW = '2022-05-16T01:20:00.000Z';
const DUE = '2022-05-25T10:00:00.000Z';
const PROOF = { id: 'e1', title: '欠款台账', kind: 'document', attachmentId: null };

function codes(outcome: { readonly ok: boolean; readonly refusals?: readonly { readonly code: string }[] }): string[] {
  return (outcome.refusals ?? []).map(({ code }) => code);
}

const finding = (change: object = {}): object => ({
  unitId: 'u1',
  subject: 'key-tasks',
  facts: '3处欠款没有报。',
  evidence: [PROOF],
  demand: '说明为什么没有报。',
  dueAt: DUE,
  concealedIn: 'o1',
  ...change,
});
const named = (change: Partial<NamedFinding> = {}): NamedFinding => {
  const { value } = parseFinding(finding()) as { readonly value: FindingContent };
  const told = { id: 'f1', method: 'unannounced', concealedTitle: '5月月报', unitSays: '已经付清。' } as const;
  return { ...value, ...told, state: 'upheld', ...change };
};

describe('a finding of 瞒报 (art. 10)', () => {
  const situation = (change: Partial<FindingSituation> = {}): FindingSituation => ({
    state: 'answered',
    inspection: 'rectification',
    role: 'lead-officer',
    isOwn: false,
    asksRectification: true,
    isConcealed: true,
    dueAt: DUE,
    now: NOW,
    ...change,
  });

  it('names what its unit handed in, hears the unit, and stands on proof (art. 15), of which a name suffices', () => {
    expect(parseFinding(finding())).toMatchObject({ ok: true, value: { concealedIn: 'o1' } });
    expect(codes(parseFinding(finding({ demand: ' ' })))).toEqual(['inspections.concealed-unheard']);
    expect(codes(parseFinding(finding({ evidence: [] })))).toEqual(['inspections.concealed-unproven']);
    expect(codes(parseFinding(finding({ concealedIn: 7 })))).toEqual(['inspections.unreadable']);
    expect(parseFinding(finding({ concealedIn: null, evidence: [] })).ok).toBe(true);
  });

  it('ends in one of two ways once its unit was heard: not so, or upheld; it is not simply accepted', () => {
    expect(findingActions(situation())).toEqual(['clear', 'uphold', 'return', 'draft-notice']);
    expect(decideFinding('clear', situation())).toEqual({ ok: true, value: 'cleared' });
    expect(decideFinding('uphold', situation())).toEqual({ ok: true, value: 'upheld' });
    expect(codes(decideFinding('accept', situation()))).toEqual(['inspections.to-be-judged']);
    for (const action of ['clear', 'uphold'] as const) {
      expect(codes(decideFinding(action, situation({ isConcealed: false })))).toEqual(['inspections.not-concealed']);
      expect(codes(decideFinding(action, situation({ role: 'liaison', isOwn: true })))).toEqual([
        'inspections.not-your-role',
      ]);
    }
  });

  it('is upheld without an answer only once the time to explain is over', () => {
    for (const state of ['to-rectify', 'returned'] as const) {
      expect(codes(decideFinding('uphold', situation({ state })))).toEqual(['inspections.not-heard']);
      expect(decideFinding('uphold', situation({ state, now: DUE }))).toEqual({ ok: true, value: 'upheld' });
    }
  });

  it('is still cleared after it was upheld, and then becomes no notice any more', () => {
    const closed = situation({ state: 'upheld', inspection: 'closed' });
    expect(decideFinding('clear', closed)).toEqual({ ok: true, value: 'cleared' });
    expect(findingActions({ ...closed, state: 'cleared' })).toEqual([]);
    expect(codes(decideFinding('draft-notice', { ...closed, state: 'cleared' }))).toEqual([
      'inspections.finding-not-possible-cleared',
    ]);
  });

  it('is judged with a reason', () => {
    expect(codes(parseFindingStep('clear', {}, NOW))).toEqual(['inspections.text-missing']);
    expect(codes(parseFindingStep('uphold', { text: ' ' }, NOW))).toEqual(['inspections.text-missing']);
  });

  it('bears the word until it is cleared, and is called suspected until it is upheld', () => {
    expect(
      [named(), named({ state: 'to-rectify' }), named({ state: 'cleared' })].map((each) => findingName(each)),
    ).toEqual(['5月月报瞒报：3处欠款没有报', '5月月报疑似瞒报：3处欠款没有报', '3处欠款没有报']);
    expect(isConcealment(named({ state: 'cleared' }))).toBe(false);
    expect(askedTitle(named({ state: 'noted' }))).toBe('暗访督导说明“5月月报疑似瞒报：3处欠款没有报”');
    const plain = { concealedIn: null, concealedTitle: null };
    expect(askedTitle(named(plain))).toBe('暗访督导整改“3处欠款没有报”');
    expect(askedTitle(named({ ...plain, facts: '“承诺”没有公示。' }))).toBe('暗访督导整改“‘承诺’没有公示”');
  });

  it('becomes a 问题线索 first of all once it was upheld, and no other finding does', () => {
    expect(findingNotices('upheld')).toEqual(['clue', 'warning', 'order']);
    expect(findingNotices('answered')).toEqual(['warning', 'order']);
    const clue = noticeFrom(named(), 'clue');
    expect(clue).toMatchObject({ addressees: [], readerIds: [], ground: null, dueAt: null, answer: 'receipt' });
    expect(clue).toMatchObject({ accusedIds: ['u1'], dossier: null, title: '5月月报瞒报：3处欠款没有报' });
    expect(clue.fields).toEqual({
      facts: '暗访督导发现：5月月报瞒报。3处欠款没有报。单位说明：已经付清。',
    });
    expect(clue.link).toEqual({ kind: 'finding', id: 'f1' });
  });

  it('ends each part as a sentence, so that none runs into the next', () => {
    const said = named({ facts: '把2笔欠款写成已付', unitSays: '确实写错' });
    expect(noticeFrom(said, 'clue').fields).toEqual({
      facts: '暗访督导发现：5月月报瞒报。把2笔欠款写成已付。单位说明：确实写错。',
    });
  });

  it('lets neither its facts nor what its unit said push the other out of a clue', () => {
    const { fields } = noticeFrom(named({ facts: '长'.repeat(2_000), unitSays: '话'.repeat(5_000) }), 'clue');
    const [facts = '', said = ''] = (fields['facts'] ?? '').split('单位说明：');
    expect([facts, said].every((text) => text.length > 400)).toBe(true);
    expect(fields['facts']!.length).toBeLessThanOrEqual(1_000);
  });

  it('goes to its unit with what came of it and what the unit said, and no more as a suspicion once it was upheld', () => {
    const order = (facts: string, title = '5月月报瞒报') => ({ kind: 'order', title, fields: { facts } }) as const;
    const heard = { concealedIn: 'o1', state: 'upheld', isHeard: true } as const;
    const SAID = '5月月报瞒报。单位说明：确实写错。';
    expect(wordingGap(order(SAID, '5月月报疑似瞒报'), heard)?.code).toBe('inspections.still-suspected');
    expect(wordingGap(order('5月月报瞒报。'), heard)?.code).toBe('inspections.words-missing');
    expect(
      wordingGap(order('5月月报疑似瞒报。', '疑似瞒报'), { ...heard, state: 'to-rectify', isHeard: false }),
    ).toBeNull();
    expect(wordingGap(order(SAID), heard)).toBeNull();
    expect(wordingGap({ ...order('5月月报瞒报。'), kind: 'clue' }, heard)).toBeNull();
  });
});
