const { readFileSync } = require('node:fs');
const { createRequire, isBuiltin } = require('node:module');
const { dirname } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const OURS = /^(\.|\/|@jiannuo\/)/;
const PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname'];
const DTO_CLASSES = require.resolve('class-transformer/cjs/storage.js');

/** Every file of a package that has been loaded, by its path. */
const modules = new Map();

/** Loads the packages once a worker, into its one global object (environment.cjs). Our own code is loaded for each test file. */
module.exports = class KeptPackages extends Runtime {
  requireModule(from, name, options, isActual) {
    if (options?.isInternalModule || name === undefined || OURS.test(name) || isBuiltin(name)) {
      return super.requireModule(from, name, options, isActual);
    }
    return load(createRequire(from).resolve(name), this._environment.getVmContext());
  }

  teardown() {
    super.teardown();
    // TypeORM and class-validator remember classes in globals, which the environment takes away. This one does not.
    modules.get(DTO_CLASSES)?.exports.defaultMetadataStorage.clear();
  }
};

function load(path, context) {
  const known = modules.get(path);
  if (known !== undefined) return known.exports;
  const outer = createRequire(path);
  if (path.endsWith('.node')) return outer(path);
  const module = { id: path, filename: path, path: dirname(path), exports: {}, children: [], paths: [] };
  module.require = (name) => (isBuiltin(name) ? outer(name) : load(outer.resolve(name), context));
  module.require.resolve = outer.resolve;
  module.require.cache = {};
  modules.set(path, module);
  const source = readFileSync(path, 'utf8');
  const code = path.endsWith('.json') ? `module.exports = ${source}` : source;
  try {
    const run = compileFunction(code, PARAMETERS, { filename: path, parsingContext: context });
    run.call(module.exports, module.exports, module.require, module, path, module.path);
  } catch (error) {
    modules.delete(path);
    throw error;
  }
  return module.exports;
}
