import { readdirSync, readFileSync } from 'node:fs';
import { isRegisteredCode } from '@jiannuo/shared/messages';
import { PLATFORM_MESSAGES } from '../../src/platform/http/platform.messages';
import { inProject } from '../project-folder';

const SOURCE = inProject('server', 'src');
const CODE = `'([a-z][a-z-]*\\.[a-z][a-z0-9-]*)'`;

/** Where a code is written out: raised, refused, in a refusal written as an object, by status, or handed to what raises it. */
const RAISED = [
  `DomainError\\.(?:invalid|forbidden|notFound|conflict)\\(\\s*${CODE}`,
  `RequestError\\.of\\(\\s*\\d+,\\s*${CODE}`,
  `\\brefuse\\(\\s*${CODE}`,
  `\\bcode: ${CODE}`,
  `^\\s+\\d{3}: ${CODE}`,
  `refusalFor\\(\\s*\\w+,\\s*${CODE}`,
].map((pattern) => new RegExp(pattern, 'gm'));

/** A code that comes from elsewhere: from an outcome of `shared`, or through a parameter. */
const PASSED_ON =
  /DomainError\.(?:invalid|forbidden|notFound|conflict)\(\s*[^'\s]|RequestError\.of\(\s*\w+,\s*[^'\s]|\brefuse\(\s*[^'\s]|\{ code, facts\b/;

/** What passes codes on, and why each of them has its sentence or needs none. */
const KNOWN_TO_PASS_ON = {
  'features/people/binding.commands.ts': 'decided in shared',
  'features/people/wechat-proof.ts': 'written out by those who call refusalFor',
  'features/reporting/submission.commands.ts': 'decided in shared',
  'platform/http/domain-error.ts': 'written out by those who call it',
  'platform/http/refusal.filter.ts': 'written out in its table of statuses',
  'platform/wechat/templates/compose-message.ts': 'never shown: the message goes another way',
};

function sources(): readonly (readonly [file: string, text: string])[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
    .sort()
    .map((file) => [file, readFileSync(`${SOURCE}/${file}`, 'utf8')] as const);
}

function raisedIn(text: string): readonly string[] {
  return RAISED.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

function hasSentence(code: string): boolean {
  return Object.hasOwn(PLATFORM_MESSAGES, code) || isRegisteredCode(code);
}

describe('what the server refuses', () => {
  it('has a sentence for every code', () => {
    const raised = sources().flatMap(([file, text]) => raisedIn(text).map((code) => ({ file, code })));
    expect(raised.filter(({ code }) => !hasSentence(code))).toEqual([]);
    expect(new Set(raised.map(({ code }) => code)).size).toBeGreaterThan(50);
  });

  it('is written out where it is raised, but for the places that pass on what was decided elsewhere', () => {
    const passing = sources().filter(([, text]) => PASSED_ON.test(text));
    expect(passing.map(([file]) => file)).toEqual(Object.keys(KNOWN_TO_PASS_ON));
  });

  it('has each sentence in one registry only', () => {
    expect(Object.keys(PLATFORM_MESSAGES).filter(isRegisteredCode)).toEqual([]);
  });

  it.each([
    "throw DomainError.conflict('people.nobody-wrote-this');",
    "DomainError.invalid(\n  'people.nobody-wrote-this', { limit }",
    "RequestError.of(413, 'people.nobody-wrote-this')",
    "return refuse('people.nobody-wrote-this');",
    "[{ code: 'people.nobody-wrote-this', facts: {} }]",
    "  503: 'people.nobody-wrote-this',",
  ])('would be caught without its sentence in %p', (text) => {
    expect(raisedIn(text).filter((code) => !hasSentence(code))).toEqual(['people.nobody-wrote-this']);
  });
});
