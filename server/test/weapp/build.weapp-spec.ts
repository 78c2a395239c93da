import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CompiledTemplates, compileStyles } from './templates';
import { appJson, mainPackageBytes, outsideAddresses, pagesOf, subpackageBytes, WEAPP_FOLDER } from './weapp-build';

describe('the build for WeChat', () => {
  it('has a main package under 850 KB', () => {
    expect(mainPackageBytes() / 1024).toBeLessThan(850);
  });

  it('keeps each subpackage with its copies far under the 2 MB of WeChat', () => {
    for (const [root, bytes] of subpackageBytes()) expect([root, bytes < 300 * 1024]).toEqual([root, true]);
  });

  it('loads what only the lead unit opens when it is opened', () => {
    const loadedFirst = appJson().pages;
    const ofLeadUnit = ['review', 'enter-for', 'people', 'call-list'].map((name) => `pages/${name}/index`);
    expect(ofLeadUnit.filter((page) => loadedFirst.includes(page) || !pagesOf().includes(page))).toEqual([]);
  });

  it('passes the template and style compilers of WeChat, page by page', () => {
    const templates = new CompiledTemplates(WEAPP_FOLDER);
    for (const page of pagesOf()) expect(templates.render(page, { root: { cn: [] } }).tag).toBe('wx-page');
    expect(compileStyles(WEAPP_FOLDER)).toBeGreaterThan(0);
  });

  it('holds every page that it declares', () => {
    const pages = pagesOf();
    expect(pages.filter((page) => !existsSync(join(WEAPP_FOLDER, `${page}.js`)))).toEqual([]);
    expect(pages.length).toBeGreaterThan(3);
  });

  it('names no outside host', () => {
    expect(outsideAddresses(WEAPP_FOLDER)).toEqual([]);
  });

  it('asks for no location and no private information, and keeps the privacy check on', () => {
    const declared = appJson();
    expect(declared.permission ?? {}).toEqual({});
    expect(declared.requiredPrivateInfos ?? []).toEqual([]);
    expect(declared.__usePrivacyCheck__).toBe(true);
  });
});
