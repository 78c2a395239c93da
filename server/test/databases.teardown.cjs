const { existsSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');

/** Stops the run's MariaDB, if one was started, and removes the folder. */
module.exports = async () => {
  const directory = process.env.JIANNUO_TEST_DIRECTORY;
  if (!directory) return;
  const file = join(directory, 'mariadb.json');
  if (existsSync(file)) process.kill(JSON.parse(readFileSync(file, 'utf8')).pid, 'SIGKILL');
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
};
