import { existsSync } from 'node:fs';
import { runCommand } from './run-command.mjs';

/** What the tests need from the machine, the Debian package that brings it, and how to see that it is there. */
const NEEDS = [
  {
    id: 'mariadb',
    package: 'mariadb-server',
    use: 'the database tests on MariaDB',
    isThere: () => ['/usr/sbin/mariadbd', '/usr/bin/mariadbd'].some(existsSync),
  },
  {
    id: 'chromium',
    package: 'chromium',
    use: 'the journeys in a browser',
    isThere: () => existsSync('/usr/bin/chromium'),
  },
  {
    id: 'fonts',
    package: 'fonts-noto-cjk',
    use: 'Chinese text in the browser',
    isThere: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  },
];

/**
 * Installs missing Debian packages where this user may.
 * Returns the needs that are still unmet, and one sentence that says how to meet them.
 */
export async function installDebianPackages() {
  let missing = missingNeeds();
  if (missing.length > 0) {
    await install(missing.map((need) => need.package));
    missing = missingNeeds();
  }
  const names = missing.map((need) => need.package).join(' ');
  return {
    missing: missing.map((need) => need.id),
    sentence: missing.length
      ? `Missing for ${missing.map((need) => need.use).join(', ')}. Install: sudo apt-get install ${names}`
      : '',
  };
}

function missingNeeds() {
  return NEEDS.filter((need) => !need.isThere());
}

async function install(packages) {
  const prefix = await rightToInstall();
  if (!prefix) return;
  const [program, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  await runCommand(program, [...rest, 'update', '-q']);
  await runCommand(program, [...rest, 'install', '-q', '-y', '--no-install-recommends', ...packages]);
}

/** The words before a command that make it run as root, or null when that would need a password. */
async function rightToInstall() {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return (await runCommand('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : null;
}
