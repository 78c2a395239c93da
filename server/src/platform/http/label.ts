const LABELS = new WeakMap<object, Map<string, string>>();

/** What screens call the field, so that a refusal can name it. */
export function Label(text: string): PropertyDecorator {
  return (target, property) => {
    const labels = LABELS.get(target) ?? new Map<string, string>();
    labels.set(String(property), text);
    LABELS.set(target, labels);
  };
}

/** The label of a field of `instance`, or the field's own name. */
export function labelOf(instance: object | undefined, property: string): string {
  for (let each: unknown = instance; typeof each === 'object' && each !== null; each = Object.getPrototypeOf(each)) {
    const label = LABELS.get(each)?.get(property);
    if (label !== undefined) return label;
  }
  return property;
}
