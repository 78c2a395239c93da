import { inProject } from '../project-folder';
import { BOUNDARY_SEEDS, INNOCENT_FILES } from './boundary-seeds';
import { SeededTree } from './seeded-tree';

interface CruiseReport {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}
interface CruiseConfiguration {
  readonly forbidden: readonly { readonly name: string; readonly severity: string }[];
}

// eslint-disable-next-line @typescript-eslint/no-require-imports
const configuration = require(inProject('.dependency-cruiser.cjs')) as CruiseConfiguration;

describe('the boundaries between packages, features and layers', () => {
  let found: Set<string>;

  beforeAll(() => {
    const tree = new SeededTree([...BOUNDARY_SEEDS.map((seed) => seed.files), INNOCENT_FILES]);
    const folders = ['shared/src', 'server', 'miniapp/src'];
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
    const report = tree.run('dependency-cruiser/bin/dependency-cruise.mjs', args) as CruiseReport;
    found = new Set(report.summary.violations.map((violation) => `${violation.rule.name} in ${violation.from}`));
    tree.remove();
  }, 120_000);

  it.each(BOUNDARY_SEEDS.map((seed) => [seed.rule, seed.from]))('%s is broken by %s', (rule, from) => {
    expect(found).toContain(`${rule} in ${from}`);
  });

  it('has a seeded violation for every rule, and no rule at warn', () => {
    expect(new Set(BOUNDARY_SEEDS.map((seed) => seed.rule))).toEqual(
      new Set(configuration.forbidden.map((rule) => rule.name)),
    );
    expect(configuration.forbidden.filter((rule) => rule.severity !== 'error')).toEqual([]);
  });

  it('finds nothing in a file that keeps them', () => {
    expect([...found].filter((finding) => finding.includes('innocent'))).toEqual([]);
  });
});
