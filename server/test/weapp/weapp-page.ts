import { applyPatch, patchBytes } from './page-data';
import { placeOfAttribute, placeOfText, placesOf, textOf, type Place, type RenderedElement } from './rendered-tree';
import type { CompiledTemplates } from './templates';

/** What the program hands to `Page()`; WeChat calls its life cycle and its one event handler. */
export type PageConfig = Record<string, unknown> & { readonly data?: Record<string, unknown> };
type Method = (argument?: unknown) => unknown;

/** One page on the phone's stack: its data, what it drew, and the bytes of each `setData`. */
export class WeappPage {
  readonly data: Record<string, unknown>;
  /** Bytes of every `setData`, in order. */
  readonly patches: number[] = [];
  readonly instance: Record<string, unknown>;
  private drawn: { readonly after: number; readonly tree: RenderedElement } | null = null;

  constructor(
    readonly route: string,
    readonly options: Readonly<Record<string, string>>,
    config: PageConfig,
    private readonly templates: CompiledTemplates,
  ) {
    this.data = structuredClone(config.data ?? {});
    this.instance = Object.assign(Object.create(config) as Record<string, unknown>, {
      route,
      options,
      data: this.data,
      setData: (patch: Record<string, unknown>, done?: () => void) => {
        this.patches.push(patchBytes(patch));
        applyPatch(this.data, patch);
        setTimeout(() => done?.(), 0);
      },
      selectComponent: () => null,
      selectAllComponents: () => [],
      getTabBar: () => null,
    });
  }

  /** Calls a life cycle method when the page has it. */
  call(method: string, argument?: unknown): unknown {
    const found = this.instance[method];
    return typeof found === 'function' ? (found as Method).call(this.instance, argument) : undefined;
  }

  /** The tree as WeChat draws it now. */
  draw(): RenderedElement {
    if (this.drawn?.after !== this.patches.length) {
      this.drawn = { after: this.patches.length, tree: this.templates.render(this.route, this.data) };
    }
    return this.drawn.tree;
  }

  /** The words on the screen. */
  text(): string {
    return textOf(this.draw());
  }

  /** Taps the innermost thing with these words, or with `#id` or `.class`. */
  tap(target: string): void {
    this.fire('tap', this.find(target), {});
  }

  /** Types a whole value into a field, as the last keystroke leaves it. */
  type(target: string, value: string): void {
    this.fire('input', this.find(target), { value, cursor: value.length, keyCode: 0 });
  }

  /** What WeChat itself reports about an element, such as the answer of its telephone number button. */
  report(target: string, type: string, detail: object): void {
    this.fire(type, this.find(target), detail);
  }

  /** Leaves a field. */
  leave(target: string, value: string): void {
    this.fire('blur', this.find(target), { value });
  }

  /** Every drawn element with what stands around it. */
  places(): readonly Place[] {
    return placesOf(this.draw());
  }

  /** The field that a screen reader calls by this name; of several, the last. */
  field(label: string): string {
    const found = this.places()
      .filter(({ element }) => /^wx-(input|textarea)$/.test(element.tag) && element.attr?.['ariaLabel'] === label)
      .at(-1);
    if (!found) throw new Error(`No field is called “${label}”:\n${this.text()}`);
    return `#${String(found.element.attr?.['id'])}`;
  }

  private find(target: string): Place {
    if (target.startsWith('#')) return placeOfAttribute(this.draw(), 'id', target.slice(1));
    if (target.startsWith('.')) return placeOfAttribute(this.draw(), 'class', target.slice(1));
    return placeOfText(this.draw(), target);
  }

  /** Bubbles as WeChat does: every element around the target that binds this event is told, innermost first. */
  private fire(type: string, place: Place, detail: object): void {
    const target = mark(place.element);
    const isBubbling = type === 'tap';
    const listening = [...place.path].reverse().filter((element) => isListening(element, type));
    if (listening.length === 0) throw new Error(`Nothing around “${textOf(place.element)}” listens to ${type}.`);
    for (const element of isBubbling ? listening : listening.slice(0, 1)) {
      const event = {
        type,
        timeStamp: 0,
        target,
        currentTarget: mark(element),
        detail,
        mark: {},
        touches: [],
        changedTouches: [],
      };
      this.call('eh', event);
    }
  }
}

function isListening(element: RenderedElement, type: string): boolean {
  return [`bind${type}`, `catch${type}`].some((name) => element.attr?.[name] === 'eh');
}

function mark(element: RenderedElement): { id: string; dataset: { sid: string } } {
  const { id, 'data-sid': sid } = (element.attr ?? {}) as { id?: string; 'data-sid'?: string };
  return { id: id ?? '', dataset: { sid: sid ?? '' } };
}
