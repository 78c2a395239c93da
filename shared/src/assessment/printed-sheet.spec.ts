import { printedSheet, type PrintedFrom } from './printed-sheet';
import { caseOf, type MonthRecords } from './records';
import { EMPTY_DRAFT } from './sheet';

const NOW = '2022-05-22T02:00:00.000Z';
const MEASURE = {
  state: 'done',
  done: true,
  target: null,
  node: '2022-05-31',
  goal: '',
  work: '',
  result: '',
  figure: '',
  evidence: [],
} as const;
const RECORDS: MonthRecords = {
  regulation: 'heihe-2022',
  period: '2022-05',
  unitId: 'u1',
  measures: [
    {
      ...MEASURE,
      id: 'm1',
      title: '公示承诺事项',
      evidence: [
        { id: 'e1', title: '《关于印发诚信宣传月活动的通知》', kind: 'document', attachmentId: null },
        { id: 'e2', title: '深入推广“码上诚信”工作', kind: 'bulletin', attachmentId: null },
      ],
    },
    { ...MEASURE, id: 'm2', title: '清查合同履约', state: 'planned', done: false },
  ],
  obligations: [
    {
      id: 'o1',
      kind: 'monthly-report',
      title: '月度工作推进情况',
      dueAt: '2022-05-20T16:00:00.000Z',
      metAt: '2022-05-20T16:00:00.000Z',
      recordId: null,
    },
  ],
  information: [
    { id: 'i1', title: '信用修复一次办', sentAt: '2022-05-12T01:00:00.000Z', highQuality: true, adopted: true },
  ],
  adjustments: [
    { id: 'a1', title: '新增普查任务', type: 'added-task', approved: true },
    { id: 'a2', title: '没认定的任务', type: 'added-task', approved: false },
  ],
  failedMeasures: [],
  rulings: {},
};

function printed(more: Partial<PrintedFrom> = {}, records: MonthRecords = RECORDS) {
  return printedSheet({
    unitName: '逊克县政务守信践诺专班',
    records,
    draft: EMPTY_DRAFT,
    month: caseOf(records, NOW),
    handedInAt: NOW,
    dueAt: '2022-05-23T16:00:00.000Z',
    ...more,
  });
}

describe('The printed self-assessment sheet (annex 3, R53)', () => {
  it('has the head, the six columns and the three numbered sections of the annex', () => {
    const sheet = printed();
    expect(sheet.title).toBe('逊克县政务守信践诺专班5月自查评分表');
    expect(sheet.head).toEqual(['自评日期：2022年5月22日', '自评总分：27.00']);
    expect(sheet.columns).toEqual(['序号', '项目', '内容', '台账内容', '佐证材料清单', '自评分']);
    expect(sheet.sections.map(({ ordinal, item }) => [ordinal, item])).toEqual([
      ['一', '工作完成情况\n（40分）'],
      ['二', '材料报送情况\n（10分）'],
      ['三', '动态调整目标任务等情况\n（总分20分）'],
    ]);
    expect(sheet.sections.flatMap(({ parts }) => parts.map(({ points }) => points))).toEqual([
      '20.00',
      '4.00',
      '2.00',
      '1.00',
    ]);
  });

  it('sets each ledger line against its evidence, itemised with its kind (R55)', () => {
    expect(printed().sections[0]!.parts[0]!.lines).toEqual([
      {
        ledger: '1.公示承诺事项（按计划完成）',
        evidence: '项目1，佐证：\n1.《关于印发诚信宣传月活动的通知》（文件）\n2.深入推广“码上诚信”工作（简报）',
      },
      { ledger: '2.清查合同履约（没有完成）', evidence: '项目2，佐证：无' },
    ]);
  });

  it('names what was handed in and when, what counts as information, and only approved adjustments', () => {
    const lines = printed()
      .sections.slice(1)
      .flatMap(({ parts }) => parts.flatMap((part) => part.lines));
    expect(lines.map(({ evidence }) => evidence)).toEqual([
      '1.月度工作推进情况，2022年5月21日 00:00报送，迟报',
      '1.信用修复一次办（2022年5月12日报送，高质量信息，被采用）',
      '',
    ]);
    expect(lines[2]!.ledger).toBe('1.新增普查任务（增加工作任务）');
  });

  it('labels the points of section two as the ruling has them (Q2)', () => {
    const labels = (records: MonthRecords) => printed({}, records).sections[1]!.parts.map(({ content }) => content);
    expect(labels(RECORDS)).toEqual(['相关材料报送情况\n（5分）', '工作信息报送情况\n（5分）']);
    expect(labels({ ...RECORDS, rulings: { materials: 'annex-3' } })).toEqual([
      '相关材料报送情况\n（2.5分）',
      '工作信息报送情况\n（2.5分）',
    ]);
  });

  it('has neither a deduction nor the 70 % on it, whatever the spot check found (Q29)', () => {
    const failed = { ...RECORDS, failedMeasures: ['m1'] };
    expect(printed({}, failed)).toEqual(printed());
  });

  it('shows the county’s own points, statement and words, and that it is not handed in', () => {
    const draft = { measures: [], scores: { completion: '30' }, remark: '合同清查顺延' } as const;
    const sheet = printed({ draft, handedInAt: null });
    expect(sheet.head).toEqual(['自评日期：还没报送', '自评总分：37.00']);
    expect(sheet.notes).toEqual([
      '县里说明：合同清查顺延',
      expect.stringMatching(/于当月23日前报送邮箱hhsxyb@126\.com；.*如：1\.《/),
    ]);
  });

  it('claims no hand-in for a draft that reckons with its own', () => {
    const own = {
      id: 'o2',
      kind: 'self-assessment',
      title: '自查评分',
      dueAt: '2022-05-23T16:00:00.000Z',
      metAt: null,
      recordId: null,
    };
    const records = { ...RECORDS, obligations: [own] };
    const sheet = printed({ month: caseOf(records, NOW, true), handedInAt: null }, records);
    expect(sheet.sections[1]!.parts[0]!.lines[0]!.evidence).toBe('1.自查评分，还没报送');
  });

  it('says that a month has no measures rather than leave the line out', () => {
    expect(printed({}, { ...RECORDS, measures: [] }).sections[0]!.parts[0]!.lines).toEqual([
      { ledger: '本月台账没有措施', evidence: '' },
    ]);
  });

  it('never says of what goes on as planned (Q6) that it is completed, nor hides a figure below its goal', () => {
    const measures = [
      { ...MEASURE, id: 'm1', title: '银企对接', state: 'on-schedule' as const },
      { ...MEASURE, id: 'm2', title: '诚信“七进”', target: { goal: '4', unit: '场' }, figure: '3' },
    ];
    const [section] = printed({ month: caseOf({ ...RECORDS, measures }, NOW) }, { ...RECORDS, measures }).sections;
    expect(section?.parts[0]?.lines.map(({ ledger }) => ledger)).toEqual([
      '1.银企对接（按计划推进）',
      '2.诚信“七进”（按计划完成，3/4场）',
    ]);
  });
});
