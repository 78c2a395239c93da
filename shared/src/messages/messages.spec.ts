import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRegisteredCode, MESSAGE_REGISTRIES, sentenceFor } from '.';

const SOURCE = join(__dirname, '..');
const FACTS = {
  sum: '47.00',
  total: '48.00',
  label: '（八）市场主体总数',
  limit: 200,
  dueAt: '2022-05-20T16:00:00.000Z',
  acceptedAt: '2022-05-20T02:00:00.000Z',
  returnedAt: '2022-05-20T02:12:00.000Z',
  now: '2022-05-20T08:00:00.000Z',
  day: '2022-04-01',
  field: '字段',
  sample: '70”或“1/3',
  left: 3,
  unitName: '市司法局',
  unit: '市司法局',
  at: '2022-05-20T02:00:00.000Z',
  kinds: '督办单、挂牌督办',
  personName: '样例',
  title: '窗口亮码',
  month: '5月',
  first: '4月',
  last: '12月',
  quarter: '一季度',
  cutOff: '2022-05-23',
  place: '月份',
  reason: '没有填',
  count: 3,
  year: 2022,
};
const UNEXPECTED = 'request.unexpected';
const all = MESSAGE_REGISTRIES.flatMap((registry) => Object.keys(registry));

function sources(): readonly (readonly [file: string, text: string])[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => [file, readFileSync(join(SOURCE, file), 'utf8')] as const);
}

/** Codes that a file raises: in `refuse(…)`, in a refusal written out, noted while reading, or listed with its check. */
function raisedIn(text: string): readonly string[] {
  const raised = /(?:refuse\(|code: |note\(findings, |\?\? |: )'([a-z][a-z-]*\.[a-z][a-z0-9-]*)'/g;
  return [...text.matchAll(raised)].map((match) => match[1] ?? '');
}

describe('what people read when something is refused', () => {
  it('has one sentence for each code, in one registry only', () => {
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
  });

  it.each(all)('%s is subject.reason with a short plain sentence', (code) => {
    expect(sentenceFor({ code, facts: FACTS })).not.toBe(
      code === UNEXPECTED ? '' : sentenceFor({ code: UNEXPECTED, facts: {} }),
    );
    expect(code).toMatch(/^[a-z][a-z-]*\.[a-z][a-z0-9-]*$/);
    const sentence = sentenceFor({ code, facts: FACTS });
    expect(sentence).toMatch(/[\u4E00-\u9FFF].*[。？]$/);
    expect(sentence).not.toMatch(/[!！]|undefined|null|NaN|Invalid|系统|成功|失败/);
    for (const clause of sentence.split(/[。；？：，]/)) expect(clause.length).toBeLessThanOrEqual(24);
  });

  it('has a sentence for every code that is raised', () => {
    const unregistered = sources().flatMap(([file, text]) =>
      raisedIn(text)
        .filter((code) => !isRegisteredCode(code))
        .map((code) => `${file}: ${code}`),
    );
    expect(unregistered).toEqual([]);
    expect(sources().flatMap(([, text]) => raisedIn(text)).length).toBeGreaterThan(40);
  });

  it('says something useful for a code nobody registered, and is not led to a prototype', () => {
    for (const code of ['x.y', 'constructor', '__proto__', 'toString']) {
      expect(isRegisteredCode(code)).toBe(false);
      expect(sentenceFor({ code, facts: {} })).toContain('您填的都在');
    }
    expect(sentenceFor({ code: 'reporting.past-due', facts: { dueAt: 'never' } })).toContain('您填的都在');
  });
});
