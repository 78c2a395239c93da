const { existsSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Gives a run of tests its own folder. The first test that needs MariaDB starts one in it; memory is used where it is a disk. */
module.exports = async () => {
  const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  process.env.JIANNUO_TEST_DIRECTORY = mkdtempSync(join(parent, 'jiannuo-test-'));
};
