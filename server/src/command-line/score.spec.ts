import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aMonth, aYear } from '@jiannuo/shared/samples';
import { commandLine } from '../../test/command-line/bench-terminal';

// Whoever loads the other commands, and with them the server, fails.
jest.mock('./commands', () => {
  throw new Error('The server is loaded.');
});

const MONTH = aMonth().done(6).notDone(1).onTime(1).built;
const YEAR = aYear('455/7', 9, 1);

describe('jiannuo score', () => {
  let folder: string;
  let run: ReturnType<typeof commandLine>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiannuo-'));
    run = commandLine(folder, {});
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function scored(content: unknown): ReturnType<typeof run> {
    writeFileSync(join(folder, 'case.json'), typeof content === 'string' ? content : JSON.stringify(content));
    return run('score', 'case.json');
  }

  it('prints a month with its raw points, its score and why, without database and server', async () => {
    const { code, printed, told } = await scored(MONTH);
    expect([code, told]).toEqual([0, '']);
    const result = JSON.parse(printed);
    expect(Object.keys(result)).toEqual(['raw', 'score', 'trace']);
    expect(result.raw).toEqual({
      completion: '34.29',
      deduction: '0.00',
      timeliness: '5.00',
      information: '0.00',
      adjustment: '0.00',
      total: '39.29',
    });
    expect(result.score).toBe('27.50');
    expect(result.trace[0]).toEqual({
      rule: 'completion',
      article: '附件2 二（一）1',
      awarded: '240/7',
      outOf: '40',
      because: [
        expect.objectContaining({ kind: 'measures', text: '台账本月列了7项措施，完成6项，没完成1项（m7）。' }),
        expect.objectContaining({ kind: 'equal-share', text: '40分按7项平均，40×6÷7，得约34.29分。' }),
      ],
      wouldChange: [
        {
          action: { kind: 'complete-measures', measures: ['m7'], text: '完成m7，经得起抽查' },
          delta: '40/7',
        },
      ],
    });
    expect(readdirSync(folder)).toEqual(['case.json']);
  });

  it('prints a year with its parts and why', async () => {
    const { code, printed } = await scored(YEAR);
    expect(code).toBe(0);
    const { trace, ...parts } = JSON.parse(printed);
    expect(parts).toEqual({ taskPart: '31.85', innovation: '5.00', total: '36.85' });
    expect(trace.map(({ rule, awarded }: Record<string, string>) => [rule, awarded])).toEqual([
      ['taskPart', '637/20'],
      ['innovation', '5'],
    ]);
  });

  it('takes a list of cases of both kinds and gives the results in its order', async () => {
    const { code, printed } = await scored([YEAR, MONTH]);
    expect(code).toBe(0);
    expect(JSON.parse(printed).map(({ total, score }: Record<string, string>) => total ?? score)).toEqual([
      '36.85',
      '27.50',
    ]);
    expect(await scored([])).toEqual({ code: 0, printed: '[]', told: '' });
  });

  it('puts the reason in the place of a case that breaks a limit, scores the others, and ends with 2', async () => {
    const { code, printed, told } = await scored([{ ...MONTH, month: '2023-01' }, MONTH, [], null]);
    expect([code, told]).toEqual([2, '4个案例里有3个算不出来，原因写在结果里。']);
    const [outside, month, ...odd] = JSON.parse(printed);
    expect(outside).toEqual({ error: '“month”不在考评的月份里，应是2022-04至2022-12。' });
    expect(month.score).toBe('27.50');
    expect(odd).toEqual(Array(2).fill({ error: '没读出要算分的案例，请核对格式。' }));
  });

  it.each([
    ['nothing', '', '“case.json”不是JSON，请核对内容。'],
    ['half a case', '{"kind":"month"', '“case.json”不是JSON，请核对内容。'],
    ['a number', '7', '没读出要算分的案例，请核对格式。'],
    ['an endless nest', '['.repeat(1_000_000), '“case.json”不是JSON，请核对内容。'],
    ['no kind', {}, '案例的“kind”要写month或year。'],
    ['an unknown regulation', { ...MONTH, regulation: 'x' }, '没有编号是“x”的考评规则，请核对“regulation”。'],
    [
      'several faults',
      { ...MONTH, unit: 1, month: 5, measures: 'x', information: {}, x: 1 },
      '多了“x”，请删去；“month”没认出来，样子是2022-05；“unit”要写文字，最多200个字；另有2处要改。',
    ],
  ])('answers %s with one sentence and exit code 2', async (_, content, sentence) => {
    expect(await scored(content)).toEqual({ code: 2, printed: '', told: sentence });
  });

  it('reads a file that a Windows editor began with a mark', async () => {
    expect((await scored(`\uFEFF${JSON.stringify(MONTH)}`)).code).toBe(0);
  });

  it('says when there is no such file, or none was named', async () => {
    expect(await run('score', 'nowhere.json')).toMatchObject({ code: 2, printed: '' });
    expect((await run('score', 'nowhere.json')).told).toMatch(/^打不开“.*”，请核对文件名。$/);
    expect((await run('score')).told).toBe('少了“file”，加 --help 看用法。');
  });
});
