import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { sampleContent } from '../src/demo/sample-content';
import type { Aim } from './load';
import { PERIOD, type Member } from './crowd';

/** A complete report of ten items, close to 4 KB of JSON. */
export const REPORT = sampleContent({
  form: HEIHE_2022.form,
  period: PERIOD,
  unitNumber: 6,
  unitName: '样例单位',
  isCounty: true,
});
const BODY = JSON.stringify({ revision: 1, device: 'bench', content: REPORT });

/** The request with which a member hands in. */
export function handInOf(port: number, member: Member): Aim {
  return {
    port,
    method: 'POST',
    path: `/api/reports/${member.reportId}/submit`,
    token: member.token,
    key: `bench-${member.reportId}`,
    body: BODY,
  };
}
