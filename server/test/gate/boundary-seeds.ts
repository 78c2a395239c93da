/** A file that breaks exactly the named rule, with the files that it needs to exist. */
export interface BoundarySeed {
  readonly rule: string;
  readonly from: string;
  readonly files: Readonly<Record<string, string>>;
}

const VALUE = 'export const value = 1;\n';

/** `from` imports `to`, given as it is written there; `target` is the file meant. */
function breaks(rule: string, from: string, to: string, target?: string): BoundarySeed {
  const files = { [from]: `import * as other from '${to}';\nexport const seeded = other;\n` };
  return { rule, from, files: target ? { [target]: VALUE, ...files } : files };
}

const SUBJECTS = [
  'kernel',
  'people',
  'notifications',
  'obligations',
  'ledger',
  'reporting',
  'information',
  'coordination',
  'supervision',
  'inspections',
  'burden',
  'scoring',
  'rulings',
  'applications',
  'spot-checks',
  'assessment',
  'documents',
  'feedback',
  'samples',
];

function orderSeeds(rule: string, folder: string): readonly BoundarySeed[] {
  return SUBJECTS.slice(0, -1).map((subject, index) => {
    const later = SUBJECTS[index + 1] ?? '';
    return breaks(
      `${rule}-${subject}`,
      `${folder}/${subject}/early.ts`,
      `../${later}/index`,
      `${folder}/${later}/index.ts`,
    );
  });
}

const FEATURE = 'server/src/features';

/** One seed for every rule of the boundary configuration. */
export const BOUNDARY_SEEDS: readonly BoundarySeed[] = [
  {
    rule: 'no-circle',
    from: 'server/src/platform/ring/one.ts',
    files: {
      'server/src/platform/ring/one.ts': "import { two } from './two';\nexport const one = () => two;\n",
      'server/src/platform/ring/two.ts': "import { one } from './one';\nexport const two = () => one;\n",
    },
  },
  breaks('no-unresolvable', 'server/src/platform/ring/lost.ts', './nowhere'),
  breaks('no-undeclared-package', 'server/src/platform/ring/undeclared.ts', 'semver'),
  breaks(
    'no-test-in-source',
    'server/src/platform/ring/tested.ts',
    './ring.spec',
    'server/src/platform/ring/ring.spec.ts',
  ),

  breaks(
    'shared-knows-nobody',
    'shared/src/kernel/up.ts',
    '../../../server/src/platform/a',
    'server/src/platform/a.ts',
  ),
  breaks('shared-no-node', 'shared/src/kernel/disk.ts', 'node:fs'),
  breaks('shared-few-packages', 'shared/src/kernel/heavy.ts', 'rxjs'),
  breaks('shared-subject-index', 'shared/src/people/deep.ts', '../kernel/inner', 'shared/src/kernel/inner.ts'),
  ...orderSeeds('shared-order', 'shared/src'),

  breaks('server-not-miniapp', 'server/src/platform/phone.ts', '../../../miniapp/src/ui/a', 'miniapp/src/ui/a.ts'),
  breaks(
    'miniapp-not-server',
    'miniapp/src/ui/remote.ts',
    '../../../server/src/platform/a',
    'server/src/platform/a.ts',
  ),

  breaks(
    'platform-knows-no-feature',
    'server/src/platform/upward.ts',
    '../features/people/index',
    `${FEATURE}/people/index.ts`,
  ),
  breaks('feature-not-main', `${FEATURE}/people/top.ts`, '../../main', 'server/src/main.ts'),
  breaks('feature-index', `${FEATURE}/people/inside.ts`, '../kernel/inner', `${FEATURE}/kernel/inner.ts`),
  breaks('demo-at-index', 'server/src/demo/inside.ts', '../features/kernel/inner', `${FEATURE}/kernel/inner.ts`),
  ...orderSeeds('feature-order', FEATURE),
  breaks(
    'http-not-persistence',
    `${FEATURE}/people/http/rows.ts`,
    '../persistence/rows',
    `${FEATURE}/people/persistence/rows.ts`,
  ),
  breaks('http-not-database', `${FEATURE}/people/http/sql.ts`, 'typeorm'),
  breaks('core-not-http', `${FEATURE}/people/unit.queries.ts`, './http/dto', `${FEATURE}/people/http/dto.ts`),
  breaks(
    'persistence-at-the-bottom',
    `${FEATURE}/people/persistence/upward.ts`,
    '../person.commands',
    `${FEATURE}/people/person.commands.ts`,
  ),

  breaks('page-through-feature', 'miniapp/src/pages/home/deep.tsx', '../../assets/a', 'miniapp/src/assets/a.ts'),
  breaks('features-never-meet', 'miniapp/src/features/a/meet.ts', '../b/index', 'miniapp/src/features/b/index.ts'),
  breaks('ui-knows-no-feature', 'miniapp/src/ui/knows.ts', '../features/b/index', 'miniapp/src/features/b/index.ts'),
  breaks('phone-platform-at-the-bottom', 'miniapp/src/platform/knows.ts', '../ui/a', 'miniapp/src/ui/a.ts'),
  breaks('taro-in-platform', 'miniapp/src/ui/calls.ts', '@tarojs/taro'),
];

/** A file that keeps every boundary, with what it imports. */
export const INNOCENT_FILES: Readonly<Record<string, string>> = {
  [`${FEATURE}/people/innocent.ts`]: "import { value } from '../kernel/index';\nexport const seeded = value;\n",
  [`${FEATURE}/kernel/index.ts`]: VALUE,
};
