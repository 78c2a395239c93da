/** A file that breaks the named lint rule; `says` is part of the message where one rule says several things. */
export interface LintSeed {
  readonly rule: string;
  readonly from: string;
  readonly text: string;
  readonly says?: string;
}

const SYNTAX = 'no-restricted-syntax';
const GLOBALS = 'no-restricted-globals';
const FEATURE = 'server/src/features/people';

const elevenWays = Array.from({ length: 11 }, (_, way) => `  if (a === ${String(way)}) return ${String(way)};\n`).join(
  '',
);

/** The same wall-clock reading in the domain, on the server and on the phone. */
const WALL_CLOCK: readonly LintSeed[] = ['shared/src/kernel', FEATURE, 'miniapp/src/ui'].flatMap((folder) => [
  { rule: SYNTAX, from: `${folder}/now.ts`, says: 'Clock', text: 'export const at = Date.now();\n' },
  { rule: SYNTAX, from: `${folder}/today.ts`, says: 'Clock', text: 'export const at = new Date();\n' },
]);

const FOREIGN_NAMES: readonly LintSeed[] = ['Intl', 'process', 'Buffer', 'wx', 'window'].map((name) => ({
  rule: GLOBALS,
  from: `shared/src/kernel/global-${name.toLowerCase()}.ts`,
  says: name,
  text: `export const seeded: unknown = ${name};\n`,
}));

/** One seed for every lint rule that the house has chosen. */
export const LINT_SEEDS: readonly LintSeed[] = [
  ...WALL_CLOCK,
  ...FOREIGN_NAMES,
  { rule: SYNTAX, from: `${FEATURE}/kinds.ts`, says: 'literal union', text: "export enum Kind {\n  A = 'a',\n}\n" },
  { rule: SYNTAX, from: `${FEATURE}/whole.ts`, says: 'named export', text: 'export default 1;\n' },
  {
    rule: SYNTAX,
    from: `${FEATURE}/five.ts`,
    says: 'four parameters',
    text: 'export function five(a: number, b: number, c: number, d: number, e: number): number {\n  return a + b + c + d + e;\n}\n',
  },
  {
    rule: 'complexity',
    from: `${FEATURE}/ways.ts`,
    text: `export function ways(a: number): number {\n${elevenWays}  return a;\n}\n`,
  },
  { rule: 'max-lines', from: `${FEATURE}/long.ts`, text: 'export {};\n'.padEnd(400, '\n') },
  { rule: 'no-console', from: `${FEATURE}/loud.ts`, text: "console.log('');\n" },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    from: `${FEATURE}/types.ts`,
    text: "import { Moment } from './moment';\nexport function seeded(moment: Moment): Moment {\n  return moment;\n}\n",
  },
  {
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    from: `${FEATURE}/switch.ts`,
    text: "export function seeded(a: 'x' | 'y'): void {\n  switch (a) {\n    case 'x':\n      break;\n  }\n}\n",
  },
  {
    rule: '@typescript-eslint/no-use-before-define',
    from: `${FEATURE}/early.service.ts`,
    says: 'Later',
    text:
      "import { Injectable } from '@nestjs/common';\n" +
      '@Injectable()\nexport class Early {\n  constructor(readonly later: Later) {}\n}\n' +
      '@Injectable()\nexport class Later {}\n',
  },
  {
    rule: '@typescript-eslint/no-explicit-any',
    from: `${FEATURE}/any.ts`,
    text: 'export function seeded(a: any): void {\n  void a;\n}\n',
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    from: `${FEATURE}/floating.ts`,
    text: 'Promise.resolve();\n',
  },
];

/** Files that look like violations and are none. */
export const INNOCENT_FILES: Readonly<Record<string, string>> = {
  [`${FEATURE}/moment.ts`]: 'export interface Moment {\n  readonly at: string;\n}\n',
  // An injected class must stay a value import: Nest reads it from the constructor at run time.
  [`${FEATURE}/innocent.service.ts`]:
    "import { Injectable } from '@nestjs/common';\n" +
    "import { Reflector } from '@nestjs/core';\n" +
    '@Injectable()\nexport class Innocent {\n' +
    '  constructor(private readonly reflector: Reflector) {}\n' +
    '  read(): Reflector {\n    return this.reflector;\n  }\n}\n',
  'server/src/platform/clock/innocent-clock.ts': 'export const now = (): number => Date.now();\n',
  'miniapp/src/pages/home/innocent.tsx': 'export default function Home(): null {\n  return null;\n}\n',
};
