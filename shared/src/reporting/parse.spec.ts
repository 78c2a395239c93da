import fc from 'fast-check';
import type { Outcome } from '../kernel';
import { aReport, HEIHE_2022, INVESTMENT_2022, sampleGroups } from '../samples';
import { emptyContent } from './completeness';
import { REPORT_LIMITS, type ReportContent } from './content';
import { parseReportContent } from './parse';

const FORM = HEIHE_2022.form;
const FULL = aReport(FORM).work('h1').work('h1').none('h10').filled().content;

/** The sample as a free value, changed in place. */
function changed(change: (content: Loose) => unknown): unknown {
  const copy = JSON.parse(JSON.stringify(FULL)) as Loose;
  change(copy);
  return copy;
}
type Loose = Record<string, unknown>;

/** Writes what the types forbid: the value at a dotted path. */
function put(content: Loose, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Loose>((current, key) => current[key] as Loose, content);
  holder[last] = value;
}

function take(content: Loose, path: string): unknown {
  return path.split('.').reduce<unknown>((current, key) => (current as Loose)[key], content);
}

function refusals(outcome: Outcome<unknown>): readonly (readonly [string, unknown])[] {
  return outcome.ok ? [] : outcome.refusals.map(({ code, facts }) => [code, facts['path']] as const);
}

describe('content that comes from a phone', () => {
  it.each(sampleGroups.map((group) => [group.key, group.form] as const))(
    'takes an empty and a full report of %s as it is',
    (_, form) => {
      expect(parseReportContent(emptyContent(form), form)).toEqual({ ok: true, value: emptyContent(form) });
      const { content } = aReport(form).filled();
      expect(parseReportContent(JSON.parse(JSON.stringify(content)), form)).toEqual({ ok: true, value: content });
    },
  );

  it('puts headings into the order of the form', () => {
    const outcome = parseReportContent(
      changed((content) => put(content, 'headings', [...FULL.headings].reverse())),
      FORM,
    );
    expect(outcome).toEqual({ ok: true, value: FULL });
  });

  it('keeps half-done work: a title alone, both none and work, blanks', () => {
    const half = aReport(FORM).work('h1', { work: '', result: '', evidence: [] }).none('h1', '').content;
    expect(parseReportContent(half, FORM)).toEqual({ ok: true, value: half });
  });

  it('takes evidence whose file did not arrive by its name alone (R55)', () => {
    const entry = { id: 'e1', title: '通知', kind: 'document', attachmentId: null };
    const withEvidence = (evidence: unknown) =>
      changed((content) => put(content, 'headings.0.items.0.evidence', [evidence]));
    const outcome = parseReportContent(withEvidence({ ...entry, isAwaited: true }), FORM);
    expect(outcome).toEqual({ ok: true, value: withEvidence(entry) });
    expect(parseReportContent(withEvidence({ ...entry, isAwaited: 'x' }), FORM).ok).toBe(false);
  });

  it('tidies what cannot be seen and keeps every visible character', () => {
    const input = changed((content) => put(content, 'plans.0.text', '一\r\n二\u0000\u200B三\uD83D😀 '));
    const outcome = parseReportContent(input, FORM);
    expect(outcome.ok && outcome.value.plans[0]?.text).toBe('一\n二三\uFFFD😀 ');
  });

  const cases: readonly (readonly [string, (content: Loose) => unknown, string, string])[] = [
    ['an unknown key', (c) => put(c, 'score', 70), 'reporting.unknown-field', ''],
    [
      'an unknown key deep inside',
      (c) => put(c, 'headings.0.items.0.evidence.0.rank', 1),
      'reporting.unknown-field',
      'headings/h1/items/h1-1/evidence',
    ],
    ['a missing part', (c) => Reflect.deleteProperty(c, 'plans'), 'reporting.content-unreadable', ''],
    ['a list that is none', (c) => put(c, 'problems', {}), 'reporting.content-unreadable', 'problems'],
    [
      'a text that is a number',
      (c) => put(c, 'headings.0.items.0.work', 5),
      'reporting.content-unreadable',
      'headings/h1/items/h1-1/work',
    ],
    [
      'a text one too long',
      (c) => put(c, 'headings.0.items.0.title', '字'.repeat(201)),
      'reporting.text-too-long',
      'headings/h1/items/h1-1/title',
    ],
    [
      '10 MB of text',
      (c) => put(c, 'problems.0.text', '字'.repeat(3_500_000)),
      'reporting.text-too-long',
      'problems/p1',
    ],
    [
      '21 pieces of work',
      (c) =>
        put(
          c,
          'headings.1.items',
          Array.from({ length: 21 }, (_, i) => ({ ...(take(c, 'headings.1.items.0') as Loose), id: `x${String(i)}` })),
        ),
      'reporting.too-many',
      'headings/h2',
    ],
    ['the same id twice', (c) => put(c, 'headings.0.items.1.id', 'h1-1'), 'reporting.duplicate-entry', 'headings/h1'],
    ['an id that is a path', (c) => put(c, 'plans.0.id', 'a/b'), 'reporting.content-unreadable', 'plans'],
    ['an id of 65 letters', (c) => put(c, 'plans.0.id', 'a'.repeat(65)), 'reporting.content-unreadable', 'plans'],
    ['an id toString', (c) => put(c, 'problems.0.id', 'toString'), 'reporting.content-unreadable', 'problems'],
    ['an id __proto__', (c) => put(c, 'plans.0.id', '__proto__'), 'reporting.content-unreadable', 'plans'],
    ['a heading of another year', (c) => put(c, 'headings.0.id', 'h11'), 'reporting.unknown-heading', 'headings'],
    [
      'a heading left out',
      (c) => put(c, 'headings', FULL.headings.slice(0, 9)),
      'reporting.heading-missing',
      'headings/h10',
    ],
    [
      'a figure with a comma',
      (c) => put(c, 'headings.7.target.numerator', '3,412'),
      'reporting.figure-not-whole',
      'headings/h8/target/numerator',
    ],
    [
      'a figure of 16 digits',
      (c) => put(c, 'headings.7.target.denominator', '1'.repeat(16)),
      'reporting.figure-too-long',
      'headings/h8/target/denominator',
    ],
    [
      'a negative figure',
      (c) => put(c, 'headings.7.target.numerator', '-1'),
      'reporting.figure-not-whole',
      'headings/h8/target/numerator',
    ],
    [
      'a figure that is a number',
      (c) => put(c, 'headings.7.target.numerator', 1),
      'reporting.figure-not-whole',
      'headings/h8/target/numerator',
    ],
    [
      'a target where none is asked',
      (c) => put(c, 'headings.0.target', { numerator: '', denominator: '', asOf: '' }),
      'reporting.content-unreadable',
      'headings/h1/target',
    ],
    [
      'no target where one is asked',
      (c) => put(c, 'headings.7.target', null),
      'reporting.content-unreadable',
      'headings/h8/target',
    ],
    [
      'a day that does not exist',
      (c) => put(c, 'signOff.date', '2022-02-30'),
      'reporting.date-unreadable',
      'signOff/date',
    ],
    [
      'an unknown kind of evidence',
      (c) => put(c, 'headings.0.items.0.evidence.0.kind', 'video'),
      'reporting.evidence-kind-unknown',
      'headings/h1/items/h1-1/evidence/h1-1-e1',
    ],
  ];
  it.each(cases)('refuses %s and says where', (_, change, code, path) => {
    expect(refusals(parseReportContent(changed(change), FORM))).toContainEqual([code, path]);
  });

  it('refuses 无此项任务 where the lead unit does not allow it', () => {
    const { content } = aReport(INVESTMENT_2022.form).none('visits');
    expect(refusals(parseReportContent(content, INVESTMENT_2022.form))).toEqual([
      ['reporting.none-not-allowed', 'headings/visits'],
    ]);
  });

  it('names every problem, not only the first', () => {
    const outcome = parseReportContent(
      changed((content) => {
        put(content, 'signOff.date', 'x');
        put(content, 'plans.0.text', 1);
        put(content, 'headings.7.target.numerator', '一');
      }),
      FORM,
    );
    expect(refusals(outcome)).toHaveLength(3);
  });

  it('takes texts of exactly the limit, counted in code points', () => {
    const input = changed((content) => put(content, 'headings.0.items.0.title', '😀'.repeat(REPORT_LIMITS.title)));
    expect(parseReportContent(input, FORM).ok).toBe(true);
  });

  it('refuses a whole that is too large although each part fits', () => {
    const input = changed((content) => {
      const lines = Array.from({ length: 20 }, (_, i) => ({ id: `p${String(i)}`, text: '字'.repeat(5000) }));
      put(content, 'problems', lines);
    });
    expect(refusals(parseReportContent(input, FORM))).toEqual([['reporting.too-large', '']]);
  });
});

describe('hostile content', () => {
  it.each([null, undefined, 5, 'x', [], {}, true])('refuses %p', (input) => {
    expect(parseReportContent(input, FORM).ok).toBe(false);
  });

  it('refuses prototype keys and leaves prototypes alone', () => {
    const input = JSON.parse(JSON.stringify(FULL).replace('{', '{"__proto__":{"isAdmin":true},')) as unknown;
    expect(refusals(parseReportContent(input, FORM))).toEqual([['reporting.unknown-field', '']]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('refuses deep nesting without walking it', () => {
    const depth = 50_000;
    const deep = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;
    expect(parseReportContent(deep, FORM).ok).toBe(false);
    expect(
      parseReportContent(
        changed((content) => put(content, 'problems', deep)),
        FORM,
      ).ok,
    ).toBe(false);
    expect(
      parseReportContent(
        changed((content) => put(content, 'headings.0.items.0.work', deep)),
        FORM,
      ).ok,
    ).toBe(false);
  });

  it('collects at most fifty problems', () => {
    const input = changed((content) => {
      const headings = FULL.headings.map((heading) => ({
        ...heading,
        items: Array.from({ length: 20 }, (_, i) => ({
          id: `i${String(i)}`,
          title: 1,
          work: 1,
          result: 1,
          evidence: 1,
        })),
      }));
      put(content, 'headings', headings);
    });
    expect(refusals(parseReportContent(input, FORM))).toHaveLength(50);
  });

  it('refuses or reads back the same, for any JSON, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(parseReportContent(input, FORM).ok).toBe(false);
      }),
    );
    const key = fc.constantFrom('headings', 'problems', 'plans', 'signOff');
    fc.assert(
      fc.property(key, fc.jsonValue(), (part, value) => {
        const outcome = parseReportContent({ ...FULL, [part]: value }, FORM);
        if (outcome.ok) expect(parseReportContent(outcome.value, FORM)).toEqual(outcome);
      }),
    );
  });

  it('does not change what it is given', () => {
    const input = changed((content) => put(content, 'plans.0.text', 'a\r\nb'));
    const before = JSON.stringify(input);
    parseReportContent(input, FORM);
    expect(JSON.stringify(input)).toBe(before);
  });

  it('reads its own output unchanged', () => {
    const once = parseReportContent(
      changed((c) => put(c, 'plans.0.text', 'a\r\nb\u0001')),
      FORM,
    ) as { value: ReportContent };
    expect(parseReportContent(once.value, FORM)).toEqual({ ok: true, value: once.value });
  });
});
