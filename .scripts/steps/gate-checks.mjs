import { compile } from './build.mjs';
import { runPackage } from './run-command.mjs';

/** The gate: each check is one program, passes whole or fails with its findings. No check has a level below error. */
export const GATE_CHECKS = [
  { title: 'types', run: () => compile() },
  { title: 'format', run: () => runPackage('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']) },
  { title: 'lint', run: () => runPackage('eslint/bin/eslint.js', ['.', '--max-warnings', '0']) },
  {
    title: 'boundaries',
    run: () =>
      runPackage('dependency-cruiser/bin/dependency-cruise.mjs', [
        '--config',
        '.dependency-cruiser.cjs',
        'shared/src',
        'server',
        'miniapp/src',
      ]),
  },
  { title: 'dead code', run: () => runPackage('knip/bin/knip.js', ['--no-progress', '--no-config-hints']) },
];
