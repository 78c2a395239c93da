import { wxmlToJs, wxssToJs } from 'miniprogram-compiler';
import type { RenderedElement, RenderedNode } from './rendered-tree';

type Generate = (data: unknown) => RenderedElement;
type Templates = (file: string) => Generate | undefined;

const ROOM = { maxBuffer: 64 * 1024 * 1024 };

/** Compiles all templates of a build with WeChat's own compiler and renders pages of it. Throws on a broken template. */
export class CompiledTemplates {
  private readonly templates: Templates;

  constructor(folder: string) {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the compiler's answer is a program by design
    const load = new Function('global', 'window', wxmlToJs(folder, ROOM)) as (
      global: object,
      window: object,
    ) => Templates;
    this.templates = load({}, {});
  }

  /** The tree that WeChat would draw for this file and data, with recursive components drawn in place. */
  render(file: string, data: unknown): RenderedElement {
    const generate = this.templates(`${file}.wxml`);
    if (!generate) throw new Error(`${file}.wxml is not in the build.`);
    return this.withComponents(generate(data));
  }

  private withComponents(element: RenderedElement): RenderedElement {
    const children = element.children.map((child): RenderedNode => {
      if (typeof child === 'string') return child;
      return child.tag === 'wx-comp' ? this.render('comp', child.attr) : this.withComponents(child);
    });
    return { ...element, children };
  }
}

/** Compiles all styles of a build with WeChat's own compiler; throws on what it refuses. */
export function compileStyles(folder: string): number {
  return wxssToJs(folder, ROOM).length;
}
