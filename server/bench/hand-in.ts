import type { Member } from './crowd';
import type { Aim } from './load';
import { REPORT } from './report';

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
