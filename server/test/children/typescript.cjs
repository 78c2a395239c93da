/** Lets a child process of a test run our TypeScript: `node -r ./typescript.cjs program.ts`. */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const SHARED = join(__dirname, '..', '..', '..', 'shared', 'src');
const PREFIX = '@jiannuo/shared/';

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...others) {
  const path = request.startsWith(PREFIX) ? join(SHARED, request.slice(PREFIX.length), 'index.ts') : request;
  return resolve.call(this, path, ...others);
};

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
    },
  });
  module._compile(code, filename);
};
