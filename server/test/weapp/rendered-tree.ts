/** A node of WeChat's own rendered tree, as its template compiler gives it; texts are plain strings. */
export interface RenderedElement {
  readonly tag: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly children: readonly RenderedNode[];
}
export type RenderedNode = RenderedElement | string;

/** An element with the elements around it, outermost first. */
export interface Place {
  readonly element: RenderedElement;
  readonly path: readonly RenderedElement[];
}

/** All words that a person reads on the screen, in order. */
export function textOf(node: RenderedNode): string {
  if (typeof node === 'string') return node;
  return node.children.map(textOf).join('');
}

/** All elements, outer before inner. */
export function placesOf(root: RenderedElement): readonly Place[] {
  const places: Place[] = [];
  const walk = (element: RenderedElement, above: readonly RenderedElement[]): void => {
    const path = [...above, element];
    places.push({ element, path });
    for (const child of element.children) if (typeof child !== 'string') walk(child, path);
  };
  walk(root, []);
  return places;
}

/** The innermost place whose words contain `words`; of several, the one with the fewest words, then the last. */
export function placeOfText(root: RenderedElement, words: string): Place {
  const holding = placesOf(root).filter((place) => textOf(place.element).includes(words));
  const fewest = Math.min(...holding.map((place) => textOf(place.element).length));
  const innermost = holding.filter((place) => textOf(place.element).length === fewest).at(-1);
  if (!innermost) throw new Error(`“${words}” is not on the screen:\n${textOf(root)}`);
  return innermost;
}

/** The first place whose attribute has this value; a class counts when it is one of several. */
export function placeOfAttribute(root: RenderedElement, name: string, value: string): Place {
  const found = placesOf(root).find((place) => {
    const held = place.element.attr?.[name];
    return typeof held === 'string' && (held === value || (name === 'class' && held.split(/\s+/).includes(value)));
  });
  if (!found) throw new Error(`Nothing with ${name}="${value}" is on the screen:\n${textOf(root)}`);
  return found;
}
