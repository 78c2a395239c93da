import { getMetadataStorage, IsInt, IsString, Max, validateSync } from 'class-validator';
import { rememberShapeRules } from './shape-rules';

class Named {
  @IsString()
  name: unknown;
}

class Numbered extends Named {
  @IsInt({ groups: ['whole'] })
  @Max(9, { always: true })
  number: unknown;
}

function faults(value: object, groups?: string[]): unknown {
  const errors = validateSync(value, groups ? { groups } : {});
  return errors.map(({ property, constraints }) => [property, Object.keys(constraints ?? {}).sort()]);
}

describe('the rules of a class, looked up once', () => {
  const wrong = Object.assign(new Numbered(), { name: 3, number: 9.5 });
  const storage = getMetadataStorage();
  const lookUp = jest.spyOn(storage, 'getTargetValidationMetadatas');
  const before = [faults(wrong), faults(wrong, ['whole'])];

  beforeAll(() => {
    rememberShapeRules(storage);
    lookUp.mockClear();
  });

  it('are the same as those looked up anew, the inherited ones and those of a group too', () => {
    expect([faults(wrong), faults(wrong, ['whole'])]).toEqual(before);
    expect([faults(wrong), faults(wrong, ['whole'])]).toEqual(before);
    expect(before[0]).not.toEqual(before[1]);
  });

  it('are looked up for the first value of a class only', () => {
    faults(Object.assign(new Numbered(), { name: '甲', number: 1 }));
    lookUp.mockClear();
    expect(faults(Object.assign(new Numbered(), { name: '乙', number: 2 }))).toEqual([]);
    expect(lookUp).not.toHaveBeenCalled();
  });
});
