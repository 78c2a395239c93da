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
    return this.templates.render(this.route, this.data);
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

  /** Leaves a field. */
  leave(target: string, value: string): void {
    this.fire('blur', this.find(target), { value });
  }

  /** Taps an element found otherwise, as `find` gives it. */
  tapAt(place: Place): void {
    this.fire('tap', place, {});
  }

  /** Every drawn element with what stands around it. */
  places(): readonly Place[] {
    return placesOf(this.draw());
  }

  find(target: string): Place {
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
