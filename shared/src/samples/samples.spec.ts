import { roundHalfUp, type Fraction } from '../kernel';
import { regulationOf } from '../scoring';
import { sampleGroups } from './index';

const numberOf = (value: Fraction): number => Number(roundHalfUp(value));
/** The reading that the text itself gives (附件2), as long as nobody has ruled for another. */
const TEXT = 'annex-2';

describe('A sample group', () => {
  const told = sampleGroups.filter(({ information }) => information.points !== null);

  it.each(told)(
    '$name tells its units of work updates what its regulation counts (annex 2)',
    ({ key, information }) => {
      const { highQuality, adopted } = regulationOf(key)!.materials[TEXT]!.information;
      const counted = [highQuality, adopted].map(({ each, most }) => ({ each: numberOf(each), most: numberOf(most) }));
      expect([information.points!.highQuality, information.points!.adopted]).toEqual(counted);
    },
  );
});
