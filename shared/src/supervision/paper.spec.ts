import { SAMPLE_DELIVERY } from '../samples';
import { NOTICE_KINDS, paperOf, ruleOf, type Delivery, type LadderDeed, type Paper, type PaperFacts } from '.';

const ORDER: PaperFacts = {
  kind: 'order',
  content: {
    title: '“信易贷”工作推进滞后',
    ground: 'late',
    requirement: '查明原因，并报送办理情况。',
    fields: { facts: '5月没有完成首批授信对接。' },
    answer: 'feedback',
    dueAt: '2022-06-10T10:00:00.000Z',
    evidence: [],
  },
  issuer: '黑河市政务守信践诺工作专班',
  leadUnit: '黑河市营商环境建设监督局',
  parties: [
    { name: '孙吴县政务守信践诺专班', part: 'main' },
    { name: '黑河市发展和改革委员会', part: 'co' },
  ],
  accused: [],
  about: '',
  corrects: null,
  chain: [],
  circulars: [],
  number: null,
  issuedAt: null,
  signed: null,
  now: '2022-05-25T01:00:00.000Z',
};
const CLUE: PaperFacts = {
  ...ORDER,
  kind: 'clue',
  content: { ...ORDER.content, ground: 'after-notices', answer: 'receipt', dueAt: null },
  parties: [{ name: '黑河市优化营商环境督导考评问责工作专班', part: 'main' }],
  accused: ['孙吴县政务守信践诺专班'],
};
const DELIVERY = {
  ...SAMPLE_DELIVERY,
  unitName: '孙吴县',
  deeds: [{ action: 'sign', at: '2022-05-10T01:00:00.000Z', dueAt: null }] as readonly LadderDeed[],
  answerDueAt: '2022-05-16T10:00:00.000Z',
};
const WARNING: PaperFacts['chain'][number] = {
  number: '预警提示〔2022〕1号',
  title: '授信对接没有进展',
  issuedAt: '2022-05-09T01:00:00.000Z',
  dueAt: '2022-05-16T10:00:00.000Z',
  deliveries: [DELIVERY],
};

function linesOf({ lines }: Paper): Record<string, readonly string[]> {
  return Object.fromEntries(lines.map(({ label, texts }) => [label, texts]));
}

describe('the paper of a 督办单 (GB/T 9704)', () => {
  it('carries the labels of the printed slip, full names, the clause with its regulation, and dates in full', () => {
    expect(paperOf(ORDER).lines.map(({ label, texts }) => [label, ...texts])).toEqual([
      ['督办事项', '“信易贷”工作推进滞后'],
      ['承办单位', '主办：孙吴县政务守信践诺专班', '协办：黑河市发展和改革委员会'],
      ['督办依据', '《黑河市政务守信践诺工作专班工作制度》第十四条，延迟完成'],
      ['事实', '5月没有完成首批授信对接。'],
      ['工作要求', '查明原因，并报送办理情况。'],
      ['办理时限', '2022年6月10日18时前反馈'],
      ['签收'],
    ]);
  });

  it('has no number and no day until it is issued, then both, signed for the working group under the lead unit’s seal', () => {
    expect(paperOf(ORDER)).toMatchObject({ numberStart: '督办单〔2022〕', number: null, date: null });
    const issued = paperOf({
      ...ORDER,
      number: 3,
      issuedAt: '2022-05-25T01:00:00.000Z',
      now: '2023-01-01T01:00:00.000Z',
    });
    expect(issued).toMatchObject({ numberStart: '督办单〔2022〕', number: 3, date: '2022年5月25日' });
    expect(issued.signers).toEqual(['黑河市政务守信践诺工作专班', '（黑河市营商环境建设监督局代章）']);
  });

  it('counts the year in Beijing, where the new one begins eight hours earlier', () => {
    expect(paperOf({ ...ORDER, now: '2022-12-31T16:00:00.000Z' }).numberStart).toBe('督办单〔2023〕');
  });

  it('writes a midnight as 24时 of the day before, and minutes where there are any', () => {
    const dueAt = (at: string) => linesOf(paperOf({ ...ORDER, content: { ...ORDER.content, dueAt: at } }))['办理时限'];
    expect(dueAt('2022-06-10T16:00:00.000Z')).toEqual(['2022年6月10日24时前反馈']);
    expect(dueAt('2022-06-10T01:30:00.000Z')).toEqual(['2022年6月10日9时30分前反馈']);
  });

  it('says what is still to be written or chosen where it will stand', () => {
    const content = { ...ORDER.content, title: ' ', ground: null, dueAt: null };
    const gaps = paperOf({ ...ORDER, content, parties: [] }).lines.filter(({ texts }) => texts.length === 0);
    expect(gaps.map(({ label, gap }) => [label, gap])).toEqual([
      ['督办事项', '还没写'],
      ['承办单位', '还没选'],
      ['督办依据', '还没选'],
      ['办理时限', '还没选'],
      ['签收', ''],
    ]);
  });

  it('of a correction says which notice it corrects, and that the new one counts', () => {
    expect(linesOf(paperOf({ ...ORDER, corrects: '督办单〔2022〕4号' }))['更正说明']).toEqual([
      '本件更正督办单〔2022〕4号，原件撤回，以本件为准。',
    ]);
  });

  it('names what it is about, what goes with it, who gets a copy, and who signed for it when', () => {
    const paper = paperOf({
      ...ORDER,
      about: '孙吴县5月月报',
      content: {
        ...ORDER.content,
        evidence: [{ title: '监测表.xlsx' }] as unknown as PaperFacts['content']['evidence'],
      },
      parties: [...ORDER.parties, { name: '黑河市财政局', part: 'copy' }],
      signed: { name: '孙吴县政务守信践诺专班', at: '2022-05-25T02:05:00.000Z' },
    });
    expect(linesOf(paper)).toMatchObject({
      关联事项: ['孙吴县5月月报'],
      签收: ['孙吴县政务守信践诺专班', '2022年5月25日10时05分'],
    });
    expect(paper).toMatchObject({ attachments: ['监测表.xlsx'], copies: '黑河市财政局' });
  });

  it('leaves a note behind the group’s name out of the regulation’s title', () => {
    const paper = paperOf({ ...ORDER, issuer: '黑河市政务守信践诺工作专班（样例）' });
    expect(linesOf(paper)['督办依据']![0]).toContain('《黑河市政务守信践诺工作专班工作制度》');
    expect(paper.issuer).toBe('黑河市政务守信践诺工作专班（样例）');
  });
});

describe('the paper of a 工作提示单 that is only to be known', () => {
  it('is sent, handled by nobody, and has neither a due time nor a line to sign', () => {
    const content = { ...ORDER.content, ground: 'report-due', answer: 'none', dueAt: null } as const;
    const paper = paperOf({ ...ORDER, kind: 'slip', content, parties: [{ name: '黑河市教育局', part: 'main' }] });
    expect(paper.lines.map(({ label }) => label)).toEqual(['提示事项', '主送单位', '提示依据', '工作要求']);
    expect(linesOf(paper)['主送单位']).toEqual(['黑河市教育局']);
  });
});

describe('the paper of a 问题线索 (art. 15, 16)', () => {
  it('reports to the oversight group, which handles nothing, and names the units that it is about', () => {
    const lines = linesOf(paperOf(CLUE));
    expect(lines['报给']).toEqual(['黑河市优化营商环境督导考评问责工作专班']);
    expect(lines['责任单位']).toEqual(['孙吴县政务守信践诺专班']);
    expect(Object.keys(lines)).not.toContain('承办单位');
    expect(paperOf(CLUE).isConfidential).toBe(true);
  });

  it('carries what was issued and named before, the earliest first, with what became of it, and its evidence', () => {
    const circular = { title: '4月通报', issuedOn: '2022-05-12', unitName: '孙吴县', shortfall: '没有进展' };
    const evidence = [{ title: '台账截图' }] as unknown as PaperFacts['content']['evidence'];
    const paper = paperOf({
      ...CLUE,
      content: { ...CLUE.content, evidence },
      chain: [WARNING],
      circulars: [circular],
    });
    expect(linesOf(paper)).toMatchObject({
      此前通知: [
        '1. 预警提示〔2022〕1号《授信对接没有进展》，2022年5月9日发，2022年5月16日18时前反馈，2022年5月10日签收，没有反馈',
        '2. 4月通报，2022年5月12日，点到孙吴县：没有进展',
      ],
      佐证材料: ['台账截图'],
    });
    expect(paper.attachments).toEqual([]);
  });

  const toldOf = (change: Partial<Delivery>, more: readonly LadderDeed[]): string => {
    const delivery = { ...DELIVERY, ...change, deeds: [...DELIVERY.deeds, ...more] };
    return linesOf(paperOf({ ...CLUE, chain: [{ ...WARNING, deliveries: [delivery] }] }))['此前通知']![0]!;
  };

  it('tells of more time that was given, and that what was not due yet is no ground', () => {
    const dueAt = '2022-05-30T10:00:00.000Z';
    const granted = { action: 'grant-extension', at: '2022-05-15T01:00:00.000Z', dueAt } as const;
    expect(toldOf({ answerDueAt: dueAt, grantedUntil: dueAt }, [granted])).toContain(
      '2022年5月10日签收，2022年5月15日同意延到2022年5月30日18时前，还没到期，不作依据',
    );
  });

  it('tells of an answer that came and was sent back: what the unit did, and what it owes since', () => {
    const back = (dueAt: string): readonly LadderDeed[] => [
      { action: 'answer', at: '2022-05-14T02:00:00.000Z', dueAt: null },
      { action: 'return', at: '2022-05-16T02:00:00.000Z', dueAt },
    ];
    const of = (dueAt: string) => toldOf({ state: 'returned', answerDueAt: dueAt }, back(dueAt));
    const told = '2022年5月10日签收，2022年5月14日反馈，2022年5月16日退回修改，要求';
    expect(of('2022-05-18T16:00:00.000Z')).toContain(`${told}2022年5月18日24时前再反馈，没有再反馈`);
    expect(of('2022-07-18T16:00:00.000Z')).toContain(`${told}2022年7月18日24时前再反馈，还没到期`);
  });

  it('tells of more time that was asked and not answered', () => {
    const asked = {
      action: 'ask-extension',
      at: '2022-05-15T01:00:00.000Z',
      dueAt: '2022-05-30T10:00:00.000Z',
    } as const;
    expect(toldOf({}, [asked])).toContain('申请延到2022年5月30日18时前，牵头单位还没答复');
  });

  it('says of material that it is handed in, not answered', () => {
    const slip = { ...WARNING, deliveries: [{ ...DELIVERY, answer: 'material' as const }] };
    expect(linesOf(paperOf({ ...CLUE, chain: [slip] }))['此前通知']![0]).toMatch(/18时前报送，.*签收，没有报送$/);
  });

  it('does not change by what a unit does after it was issued', () => {
    const issuedAt = '2022-05-20T01:00:00.000Z';
    const of = (deliveries: PaperFacts['chain'][number]['deliveries']) =>
      paperOf({ ...CLUE, number: 1, issuedAt, chain: [{ ...WARNING, deliveries }] });
    const later = { action: 'answer', at: '2022-05-21T01:00:00.000Z', dueAt: null } as const;
    const answered = { ...DELIVERY, state: 'finished', deeds: [...DELIVERY.deeds, later] } as const;
    expect(of([answered])).toEqual(of([DELIVERY]));
  });
});

describe('every kind’s paper', () => {
  it('has a title, a line for its matter, its basis and its requirement, and no label twice', () => {
    for (const kind of NOTICE_KINDS) {
      const [ground] = ruleOf(kind).grounds;
      const { title, lines } = paperOf({ ...ORDER, kind, content: { ...ORDER.content, ground: ground!.code } });
      const labels = lines.map(({ label }) => label);
      expect([kind, title, new Set(labels).size]).toEqual([kind, expect.stringMatching(/^.+$/u), labels.length]);
      expect(labels.filter((label) => label.endsWith('依据'))).toHaveLength(1);
    }
  });
});
