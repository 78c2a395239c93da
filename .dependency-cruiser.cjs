/** Each subject knows only those before it, in all three packages. */
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

function subjectOrder(name, folder) {
  return SUBJECTS.slice(0, -1).map((subject, index) => ({
    name: `${name}-${subject}`,
    comment: `${subject} may not know a later subject.`,
    severity: 'error',
    // Tests of any subject may take sample groups, which know every subject.
    from: { path: `^${folder}/${subject}/`, ...(folder === 'shared/src' ? { pathNot: SPEC } : {}) },
    to: { path: `^${folder}/(${SUBJECTS.slice(index + 1).join('|')})/` },
  }));
}

function rule(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

const SPEC = '\\.(spec|http-spec|medium-spec)\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('no-circle', 'Dependencies run one way.', {}, { circular: true }),
    rule('no-unresolvable', 'An import must exist.', { path: '^(shared|server|miniapp)/' }, { couldNotResolve: true }),
    rule(
      'no-undeclared-package',
      'A package that is imported stands in the package.json of its workspace.',
      { path: '^(shared|server|miniapp)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'no-test-in-source',
      'Source never imports tests.',
      { path: '^(shared|server|miniapp)/src/', pathNot: SPEC },
      { path: `(${SPEC})|^(server|miniapp)/(test|bench)/` },
    ),

    rule('shared-knows-nobody', 'shared decides alone.', { path: '^shared/' }, { path: '^(server|miniapp)/' }),
    rule(
      'shared-no-node',
      'shared runs in the mini program too.',
      { path: '^shared/src/', pathNot: SPEC },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'shared-few-packages',
      'shared carries the calendar data and nothing else.',
      { path: '^shared/src/', pathNot: SPEC },
      { path: 'node_modules/', pathNot: 'node_modules/chinese-days/' },
    ),
    rule(
      'shared-subject-index',
      'Subjects meet at index.ts.',
      { path: '^shared/src/([^/]+)/', pathNot: SPEC },
      { path: '^shared/src/', pathNot: ['^shared/src/$1/', '^shared/src/[^/]+/index\\.ts$'] },
    ),
    ...subjectOrder('shared-order', 'shared/src'),

    rule('server-not-miniapp', 'The two sides never meet.', { path: '^server/' }, { path: '^miniapp/src/' }),
    rule('miniapp-not-server', 'The two sides never meet.', { path: '^miniapp/' }, { path: '^server/' }),

    rule(
      'platform-knows-no-feature',
      'The platform knows no subject.',
      { path: '^server/src/platform/', pathNot: SPEC },
      { path: '^server/src/(features|demo)/|^server/src/(main|app\\.module)\\.ts$' },
    ),
    rule(
      'feature-not-main',
      'main → features → platform.',
      { path: '^server/src/features/', pathNot: SPEC },
      { path: '^server/src/(main|app\\.module|entities)\\.ts$|^server/src/demo/' },
    ),
    rule(
      'feature-index',
      'A feature is reached at its index.ts only.',
      { path: '^server/src/features/([^/]+)/' },
      {
        path: '^server/src/features/',
        pathNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/index\\.ts$'],
      },
    ),
    rule(
      'demo-at-index',
      'The demo reaches features at their index.ts only.',
      { path: '^server/src/demo/' },
      { path: '^server/src/features/', pathNot: '^server/src/features/[^/]+/index\\.ts$' },
    ),
    ...subjectOrder('feature-order', 'server/src/features'),
    rule(
      'http-not-persistence',
      'http → commands, queries → persistence.',
      { path: '^server/src/features/[^/]+/http/', pathNot: SPEC },
      { path: '^server/src/features/[^/]+/persistence/' },
    ),
    rule(
      'http-not-database',
      'A controller holds no query and opens no transaction.',
      { path: '^server/src/features/[^/]+/http/', pathNot: SPEC },
      { path: 'node_modules/typeorm/' },
    ),
    rule(
      'core-not-http',
      'Commands, queries and persistence do not know how they are called.',
      { path: '^server/src/features/([^/]+)/(?!http/)', pathNot: [SPEC, '\\.module\\.ts$', '/index\\.ts$'] },
      { path: '^server/src/features/[^/]+/http/' },
    ),
    rule(
      'persistence-at-the-bottom',
      'Persistence knows no command and no query.',
      { path: '^server/src/features/[^/]+/persistence/', pathNot: SPEC },
      { path: '\\.(commands|queries|controller|module)\\.ts$' },
    ),

    rule(
      'page-through-feature',
      'A page hands over to a feature.',
      { path: '^miniapp/src/pages/', pathNot: SPEC },
      { path: '^miniapp/src/', pathNot: ['^miniapp/src/(pages|features|ui|platform)/'] },
    ),
    rule(
      'features-never-meet',
      'A feature of the mini program knows no other.',
      { path: '^miniapp/src/features/([^/]+)/', pathNot: SPEC },
      { path: '^miniapp/src/(features|pages)/', pathNot: '^miniapp/src/features/$1/' },
    ),
    rule(
      'ui-knows-no-feature',
      'Components know no subject.',
      { path: '^miniapp/src/ui/', pathNot: SPEC },
      { path: '^miniapp/src/(features|pages)/' },
    ),
    rule(
      'phone-platform-at-the-bottom',
      'The phone platform knows neither screens nor components.',
      { path: '^miniapp/src/platform/', pathNot: SPEC },
      { path: '^miniapp/src/(features|pages|ui)/' },
    ),
    rule(
      'taro-in-platform',
      'Only the phone platform calls Taro.',
      { path: '^miniapp/src/', pathNot: ['^miniapp/src/platform/', '^miniapp/src/app\\.tsx$', SPEC] },
      { path: 'node_modules/@tarojs/taro/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: 'node_modules/@types|^(server|miniapp)/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
