import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createContext, Script } from 'node:vm';
import { fakeWechat, type PhoneWorld } from './fake-wechat';
import { PhoneTimers } from './phone-timers';
import { CompiledTemplates } from './templates';
import { WeappPage, type PageConfig } from './weapp-page';

type LifeCycle = Record<string, ((argument: unknown) => void) | undefined>;

/** A phone outside WeChat that runs the real build of the mini program: its code in Node, its templates as WeChat compiles them. */
export class WeappPhone {
  readonly stack: WeappPage[] = [];
  /** What the program said on its console at the level of an error. */
  readonly complaints: string[] = [];
  private readonly templates: CompiledTemplates;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly pages = new Map<string, PageConfig>();
  private readonly context: object;
  private readonly timers = new PhoneTimers();
  private app: LifeCycle = {};
  private loading = '';

  constructor(
    private readonly folder: string,
    world: Omit<PhoneWorld, 'navigate' | 'navigateBack'>,
  ) {
    this.templates = new CompiledTemplates(folder);
    const wx = fakeWechat({ ...world, navigate: this.navigate.bind(this), navigateBack: this.navigateBack.bind(this) });
    this.context = createContext({
      wx,
      App: (app: LifeCycle) => (this.app = app),
      Page: (page: PageConfig) => this.pages.set(this.loading, page),
      Component: (component: PageConfig) => this.pages.set(this.loading, component),
      Behavior: (behavior: unknown) => behavior,
      getApp: () => this.app,
      getCurrentPages: () => this.stack.map((page) => page.instance),
      console: { ...console, error: (...words: unknown[]) => this.complaints.push(words.map(String).join(' ')) },
      ...this.timers.functions,
    });
  }

  /** Opens the program at a page, as from the desktop or a message. */
  launch(url: string): void {
    this.require('app.js');
    const options = { path: url.split('?')[0], query: queryOf(url), scene: 1001 };
    this.app['onLaunch']?.(options);
    this.app['onShow']?.(options);
    this.navigate('reLaunch', url);
  }

  /** Opens a page on top of the others, as a link in it does. */
  show(url: string): void {
    this.navigate('navigateTo', url);
  }

  /** Puts the phone away: nothing of the program runs on. */
  close(): void {
    this.timers.stopAll();
  }

  /** The page in front. */
  get page(): WeappPage {
    const top = this.stack.at(-1);
    if (!top) throw new Error('No page is open.');
    return top;
  }

  /** Waits until the page in front says these words. */
  async waitFor(words: string, seconds = 10): Promise<WeappPage> {
    for (let turn = 0; turn < seconds * 50; turn += 1) {
      if (this.stack.length > 0 && this.page.text().includes(words)) return this.page;
      await wait(20);
    }
    throw new Error(
      `“${words}” did not come. ${this.page.route} says: ${this.page.text()}\n${this.complaints.join('\n')}`,
    );
  }

  /** Waits until nothing has been drawn for a moment. */
  async settle(milliseconds = 150): Promise<void> {
    for (let before = -1; before !== this.page.patches.length;) {
      before = this.page.patches.length;
      await wait(milliseconds);
    }
  }

  private navigate(kind: string, url: string): void {
    const route = normalize(url.split('?')[0] ?? '').replace(/^\/+/, '');
    if (kind !== 'navigateTo') this.closePages(kind === 'redirectTo' ? 1 : this.stack.length);
    else this.page.call('onHide');
    this.open(route, queryOf(url));
  }

  private navigateBack(delta: number): void {
    this.closePages(Math.min(delta, this.stack.length - 1));
    this.page.call('onShow');
  }

  private open(route: string, query: Readonly<Record<string, string>>): void {
    this.require(`${route}.js`);
    const config = this.pages.get(`${route}.js`);
    if (!config) throw new Error(`${route} is no page of the build.`);
    const page = new WeappPage(route, query, config, this.templates);
    this.stack.push(page);
    page.call('onLoad', query);
    page.call('onShow');
    page.call('onReady');
  }

  private closePages(count: number): void {
    for (let closed = 0; closed < count; closed += 1) this.stack.pop()?.call('onUnload');
  }

  private require(file: string): unknown {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const code = `(function (require, module, exports) {${readFileSync(join(this.folder, file), 'utf8')}\n})`;
    const load = new Script(code, { filename: join(this.folder, file) }).runInContext(this.context) as (
      require: (name: string) => unknown,
      module: object,
      exports: unknown,
    ) => void;
    const before = this.loading;
    this.loading = file;
    load(
      (name) => this.require(normalize(join(dirname(file), name.endsWith('.js') ? name : `${name}.js`))),
      module,
      module.exports,
    );
    this.loading = before;
    return module.exports;
  }
}

function queryOf(url: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''));
}
