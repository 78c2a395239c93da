import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.{http,medium,e2e,weapp,gate}-spec.ts', '**/test/**'];

const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a literal union from an `as const` array.' };
const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' };
const noWallClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Ask the injected Clock.' },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Ask the injected Clock.' },
];
/** Four parameters, then an object; injected constructors may name six collaborators. */
const fewParameters = [
  {
    selector: ':matches(FunctionDeclaration, ArrowFunctionExpression)[params.length>4]',
    message: 'At most four parameters, then an object.',
  },
  {
    selector: ':not(MethodDefinition[kind="constructor"]) > FunctionExpression[params.length>4]',
    message: 'At most four parameters, then an object.',
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
    message: 'More than six collaborators: split by verb.',
  },
];
const restricted = (...rules) => ['error', ...rules.flat()];

export default tseslint.config(
  {
    ignores: ['**/dist/', '**/node_modules/', '**/coverage/', '.cache/', '.data/', '**/.swc/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // An alias of string beside '' tells the reader what an empty field means.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // Readers of rows and of stored JSON name the type that they expect.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // A fifth of the whole check's time, for what has no case here: no enums, and hardly a class that looks like data.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-control-regex': 'off',
      // Chinese sentences part two facts by an ideographic space.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true }],
      // MySQL answers COUNT and SUM as text, whatever the row's type says.
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-restricted-syntax': restricted(noEnum, noDefaultExport, noWallClock, fewParameters),
      'no-console': 'error',
      complexity: ['error', 10],
      'max-lines': ['error', 300],
    },
  },
  {
    // Nest reads constructor types at run time; the rule knows it only where it sees a decorator.
    files: ['server/src/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // An injected class must stand above the class that names it: its constructor's types are read when the file loads.
      '@typescript-eslint/no-use-before-define': [
        'error',
        {
          classes: true,
          functions: false,
          variables: false,
          enums: false,
          typedefs: false,
          ignoreTypeReferences: false,
        },
      ],
    },
  },
  {
    files: ['shared/src/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'Intl',
          'process',
          'Buffer',
          'wx',
          'window',
          'document',
          'require',
          'fetch',
          'setTimeout',
          'setInterval',
        ].map((name) => ({ name, message: 'shared runs everywhere and does no I/O.' })),
      ],
    },
  },
  {
    files: ['server/src/platform/clock/**', 'miniapp/src/platform/**', 'server/bench/**'],
    rules: { 'no-restricted-syntax': restricted(noEnum, noDefaultExport, fewParameters) },
  },
  {
    files: [
      'miniapp/src/pages/**',
      'miniapp/src/subpackages/**',
      'miniapp/src/app.tsx',
      'miniapp/src/custom-tab-bar/**',
    ],
    rules: { 'no-restricted-syntax': restricted(noEnum, noWallClock, fewParameters) },
  },
  {
    files: ['**/*.config.ts', '**/config/*.ts', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': restricted(noEnum, fewParameters) },
  },
  {
    files: ['server/bench/**', 'server/src/command-line/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // A test reads answers as the wire gives them, and a missing value fails it anyway.
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'module',
          'require',
          '__dirname',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'URL',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { complexity: ['error', 10], 'max-lines': ['error', 300] },
  },
  {
    files: ['server/src/demo/page/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['window', 'document', 'localStorage', 'crypto', 'location', 'HTMLElement', 'EventSource'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
);
