import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildApplication } from '../src/main';
import { SettableClock } from '../src/platform/clock';
import { Configuration } from '../src/platform/configuration';
import type { Actor } from '../src/platform/identity';
import type { Crowd, Member } from './crowd';
import type { Ground } from './ground';

/** The application in the bench's own process, at an instant. */
export function applicationOn(ground: Ground, now: string): Promise<NestFastifyApplication> {
  return buildApplication({
    configuration: new Configuration({
      DEMO: '1',
      DATABASE_URL: ground.url,
      DATA_DIR: ground.folder,
      LOG_LEVEL: 'warn',
    }),
    clock: new SettableClock(now),
  });
}

/** Somebody of a crowd's lead unit. */
export function leadOf({ groupId, members }: Crowd): Actor {
  return {
    personId: `P${members[0]?.appointmentId ?? ''}`.slice(0, 26),
    personName: '样例',
    appointmentId: members[0]?.appointmentId ?? '',
    role: 'lead-officer',
    unitId: 'LEAD',
    unitKind: 'lead',
    unitName: '牵头单位',
    groupId,
    sessionId: 'SESSION',
  };
}

/** The officer of one of a crowd's units. */
export function liaisonOf(crowd: Crowd, { unitId, appointmentId }: Member): Actor {
  return { ...leadOf(crowd), appointmentId, role: 'liaison', unitId, unitKind: 'county', unitName: '样例单位' };
}

/** Milliseconds that a piece of work takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
