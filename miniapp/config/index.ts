import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const shared = path.resolve(__dirname, '../../shared/src');
/** Sources that are newer than the oldest phones understand, and are put back for them. */
const modern = [shared, path.resolve(__dirname, '../../node_modules/@tanstack')];

/** Sizes in our styles are plain px on purpose: they stay true on wide windows, so nothing is converted. */
const postcss = { pxtransform: { enable: false, config: {} } };

/** One build per platform: `dist/weapp` for WeChat, `dist/h5` for the browser, served under `/app/`. */
export default defineConfig({
  projectName: 'jiannuotong',
  date: '2022-04-18',
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'h5'}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  plugins: [path.resolve(__dirname, 'accessibility.plugin.js')],
  // The build cache of webpack does not see what plugins change; scripts keep whole builds by their content instead.
  cache: { enable: false },
  alias: { '@jiannuo/shared': shared },
  defineConstants: {
    IS_BROWSER: String(process.env.TARO_ENV === 'h5'),
    /** Where the server answers, without a trailing slash. Empty means: the origin that served the page. */
    SERVER_ADDRESS: JSON.stringify(process.env['JIANNUO_SERVER_ADDRESS'] ?? ''),
  },
  mini: {
    postcss,
    compile: { include: modern },
    // What only subpackages use stays in them, copied where several use it: the main package is what everybody waits for.
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain, webpack) {
      // The mini program's engine has no AbortController, which the query client needs.
      const abort = path.resolve(__dirname, '../src/platform/abort-controller.ts');
      chain.plugin('abort-controller').use(webpack.ProvidePlugin, [{ AbortController: [abort, 'AbortController'] }]);
    },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
    compile: { include: modern },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    webpackChain(chain) {
      // What most pages use is fetched once with the first; what a few use, with the first of those.
      chain.performance.hints(false);
      chain.merge({
        optimization: {
          splitChunks: {
            cacheGroups: {
              common: { name: 'common', chunks: 'async', minChunks: 7, priority: 50 },
              some: { chunks: 'async', minChunks: 2, minSize: 8_000, priority: 40, reuseExistingChunk: true },
            },
          },
        },
      });
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  },
});
