import { relative } from 'node:path';
import { INNOCENT_FILES, LINT_SEEDS } from './lint-seeds';
import { SeededTree } from './seeded-tree';

interface LintReport {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly severity: number; readonly message: string }[];
}

describe('the lint rules of the house', () => {
  let reports: readonly LintReport[];
  let tree: SeededTree;

  beforeAll(() => {
    tree = new SeededTree([...LINT_SEEDS.map((seed) => ({ [seed.from]: seed.text })), INNOCENT_FILES]);
    reports = tree.run('eslint/bin/eslint.js', ['shared', 'server', 'miniapp', '--format', 'json']) as LintReport[];
    tree.remove();
  }, 180_000);

  const findingsIn = (file: string) => {
    const report = reports.find((some) => relative(tree.folder, some.filePath) === file);
    return report?.messages.map((finding) => `${finding.ruleId ?? 'unread'}: ${finding.message}`);
  };

  it.each(LINT_SEEDS.map((seed) => [seed.rule, seed.from, seed.says ?? '']))('%s bites in %s', (rule, file, says) => {
    expect(findingsIn(file)).toContainEqual(expect.stringMatching(new RegExp(`^${rule}: .*${says}`)));
  });

  it.each(Object.keys(INNOCENT_FILES))('leaves %s alone', (file) => {
    expect(findingsIn(file)).toEqual([]);
  });
});
