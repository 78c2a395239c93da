import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

/**
 * Lets class-validator look up the rules of a class once. By itself it goes through the rules of every class of the program
 * each time it checks a value, though they stand still once the classes are loaded: a good part of what a small body costs.
 * Lookups by schema or by group, which no route uses, go the long way.
 */
export function rememberShapeRules(storage: Storage = getMetadataStorage()): void {
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, Rules>();
  storage.getTargetValidationMetadatas = (...asked: Parameters<typeof lookUp>) => {
    const [target, schema, always, strictGroups, groups = []] = asked;
    if (schema || always || strictGroups || groups.length > 0) return lookUp(...asked);
    const rules = known.get(target) ?? lookUp(...asked);
    known.set(target, rules);
    return rules;
  };
}
