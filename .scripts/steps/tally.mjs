/** Counts what passed, failed and was skipped over all parts of a run, and keeps the findings to print at the end. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;
  #findings = [];

  /** Counts one check that passes whole or fails whole. */
  addCheck(title, { code, output }) {
    if (code === 0) this.passed += 1;
    else this.addFailure(title, output);
  }

  addFailure(title, finding) {
    this.failed += 1;
    this.#findings.push(`✗ ${title}\n${lastLines(finding, 200)}`);
  }

  addSkipped(title, reason) {
    this.skipped += 1;
    this.#findings.push(`- ${title}: skipped. ${reason}`);
  }

  /** Counts one Jest run by its JSON result. */
  addJest(title, report) {
    this.passed += report.numPassedTests;
    this.skipped += report.numPendingTests + report.numTodoTests;
    for (const file of report.testResults) this.#addJestFile(title, file);
  }

  #addJestFile(title, file) {
    const failures = file.assertionResults.filter((test) => test.status === 'failed');
    for (const test of failures) this.addFailure(`${title} › ${test.fullName}`, test.failureMessages.join('\n'));
    if (file.status === 'failed' && failures.length === 0) this.addFailure(`${title} › ${file.name}`, file.message);
  }

  /** Prints the findings and, as the very last line, the sums. Returns the exit code. */
  print() {
    for (const finding of this.#findings) process.stdout.write(`\n${finding}\n`);
    process.stdout.write(`\n${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped\n`);
    return this.failed === 0 ? 0 : 1;
  }
}

function lastLines(text, count) {
  const lines = text.trimEnd().split('\n');
  return lines.length <= count ? lines.join('\n') : ['…', ...lines.slice(-count)].join('\n');
}
