import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { sampleContent } from '../src/demo/sample-content';

/** The month of the bench. */
export const PERIOD = '2022-05';

/** A complete report of ten items, close to 4 KB of JSON. */
export const REPORT = sampleContent({
  form: HEIHE_2022.form,
  period: PERIOD,
  unitNumber: 6,
  unitName: '样例单位',
  isCounty: true,
});
