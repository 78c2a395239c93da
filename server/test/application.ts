import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@jiannuo/shared/people';
import { MiniProgram } from '../src/features/people';
import { seedSamples } from '../src/features/samples';
import { buildApplication } from '../src/main';
import { Clock, Ids } from '../src/platform/clock';
import { Database, Transactions } from '../src/platform/database';
import { Sessions, type SessionDevice } from '../src/platform/identity';
import { serve, type ServedApplication, type ServedOptions } from './served';

/** Fills a fresh database with what the test stands on. */
export type Seed = (app: NestFastifyApplication) => Promise<void>;

/** What a test application is started with. */
export interface TestApplicationOptions extends ServedOptions {
  /** The sample groups when left out. */
  readonly seed?: Seed;
}

/** The whole server, asked without a network. */
export interface TestApplication extends ServedApplication {
  /** Signs in whoever holds `role` in the unit now, by the unit's short or full name, and answers the token. */
  signInAs(unitName: string, role: Role, device?: SessionDevice): Promise<string>;
  /** Signs in the person of that name. */
  signInNamed(personName: string): Promise<string>;
}

/** Builds the whole server over a test database; nothing listens. The sample groups are seeded unless `seed` says otherwise. */
export async function startTestApplication(options: TestApplicationOptions): Promise<TestApplication> {
  const served = await serve(options, buildApplication);
  await (options.seed ?? seedSampleGroups)(served.app);
  return {
    ...served,
    signInAs: (unitName, role, device = 'phone') => signIn(served.app, { unitName, role, device }),
    signInNamed: async (personName) => {
      const appointment = await served.database.row<Appointment>(
        'SELECT a.id, a.person_id FROM appointment a JOIN person p ON p.id = a.person_id WHERE p.name = ?',
        [personName],
      );
      if (!appointment) throw new Error(`Nobody is called ${personName}.`);
      return openSession(served.app, appointment, 'desktop');
    },
  };
}

async function seedSampleGroups(app: NestFastifyApplication): Promise<void> {
  const { appId } = app.get(MiniProgram);
  await seedSamples({ transactions: app.get(Transactions), clock: app.get(Clock), ids: app.get(Ids), appId });
}

async function signIn(
  app: NestFastifyApplication,
  who: { readonly unitName: string; readonly role: Role; readonly device: SessionDevice },
): Promise<string> {
  const appointment = await app.get(Database).row<Appointment>(
    `SELECT a.id, a.person_id FROM appointment a JOIN unit u ON u.id = a.unit_id
     WHERE (u.name = ? OR u.full_name = ?) AND a.role = ? AND a.valid_to IS NULL ORDER BY a.id`,
    [who.unitName, who.unitName, who.role],
  );
  if (!appointment) throw new Error(`Nobody is ${who.role} of ${who.unitName}.`);
  return openSession(app, appointment, who.device);
}

interface Appointment {
  readonly id: string;
  readonly person_id: string;
}

async function openSession(
  app: NestFastifyApplication,
  { id, person_id }: Appointment,
  device: SessionDevice,
): Promise<string> {
  const owner = { personId: person_id, appointmentId: id, device };
  return (await app.get(Transactions).run((tx) => app.get(Sessions).open(tx, owner))).token;
}
