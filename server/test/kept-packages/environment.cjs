const { AsyncLocalStorage } = require('node:async_hooks');
const { TestEnvironment } = require('jest-environment-node');

let kept;

/**
 * One global object for all the test files of a worker, so that the packages that live in it are loaded once
 * (runtime.cjs). What a file has put on it is taken off again when the file is through.
 */
module.exports = class KeptEnvironment extends TestEnvironment {
  constructor(config, context) {
    if (kept === undefined) {
      super(config, context);
      kept = this;
      this.firstGlobals = new Set(Reflect.ownKeys(this.global));
    }
    return kept;
  }

  async teardown() {
    this.moduleMocker.restoreAllMocks();
    this.fakeTimersModern.useRealTimers();
    for (const key of Reflect.ownKeys(this.global)) {
      if (!this.firstGlobals.has(key)) delete this.global[key];
    }
    endStorages();
  }
};

/**
 * Node 20 asks every storage that has ever been used at every promise, and each test file makes two new ones (the
 * server's own and Jest's). After eighty files an `await` takes forty times as long.
 */
const storages = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...parameters) {
  storages.add(this);
  return run.apply(this, parameters);
};

function endStorages() {
  for (const storage of storages) storage.disable();
  storages.clear();
}
