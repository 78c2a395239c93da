import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { IsInt, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { Role } from '@jiannuo/shared/people';
import { Audit } from '../src/platform/audit';
import { Database, insertRows, Transactions } from '../src/platform/database';
import { DomainError, Label } from '../src/platform/http';
import {
  ActorDirectory,
  CurrentActor,
  Public,
  Requires,
  Sessions,
  SignInRoute,
  type Actor,
  type SessionDevice,
} from '../src/platform/identity';
import { Platform1653000000001 } from '../src/migrations/0001-platform';
import { AttachmentOnce1653000000006 } from '../src/migrations/0006-attachment-once';
import { ReservedFiles1653000000017 } from '../src/migrations/0017-reserved-files';
import { buildServer } from '../src/platform/server';
import { serve, type ServedApplication, type ServedOptions } from './served';

/** A class as a feature would write one. */
export class ProbeDto {
  @Label('姓名') @IsString() @IsNotEmpty() @MaxLength(20) name: string;
  @Label('数目') @IsInt() count: number;
}

/** What a class for an address looks like. */
export class ProbeQuery {
  @Label('大小') @IsString() size: string;
}

/** A small feature that shows how the platform treats every feature. */
@Controller('api/probe')
export class ProbeController {
  /** How many slow requests have been begun. */
  static slowBegun = 0;

  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  @Public()
  @Get('public')
  open(): object {
    return { is: 'open' };
  }

  @Public()
  @Get('page')
  page(@Query() query: ProbeQuery): object {
    return { size: query.size };
  }

  @Public()
  @SignInRoute()
  @Post('sign-in')
  signIn(): object {
    return { is: 'tried' };
  }

  @Public()
  @Get('slow')
  async slow(): Promise<object> {
    ProbeController.slowBegun += 1;
    await pause(200);
    return { rows: await this.database.rows('SELECT 1 AS one') };
  }

  @Get('undeclared')
  undeclared(): object {
    return { is: 'never seen' };
  }

  @Requires('board.read')
  @Get('board')
  board(@CurrentActor() actor: Actor): object {
    return { unit: actor.unitName };
  }

  @Requires('self.read')
  @Get('broken/:how')
  async broken(@Param('how') how: string): Promise<object> {
    if (how === 'conflict') throw DomainError.conflict('request.conflict');
    if (how === 'statement')
      await this.database.rows('SELECT secret_column FROM nowhere WHERE phone = ?', ['13800000101']);
    throw new Error(`secret detail 13800000101 ${'t'.repeat(43)} access_token=abc`);
  }

  @Requires('report.write')
  @Post('things')
  async add(@Body() body: ProbeDto, @CurrentActor() actor: Actor): Promise<object> {
    return this.transactions.run(async (tx) => {
      await insertRows(tx, 'stored_value', [{ name: body.name, value: String(body.count), updated_at: '' }]);
      await this.audit.record(tx, {
        actor,
        groupId: actor.groupId,
        action: 'probe.add',
        subject: { kind: 'probe', id: body.name },
        detail: { count: body.count },
      });
      return { name: body.name };
    });
  }
}

/** Appointments `<role>-<unit>`; those of an ended unit are valid no more. */
export class ProbeDirectory extends ActorDirectory {
  override actorOf(appointmentId: string): Promise<Omit<Actor, 'sessionId'> | null> {
    const match = /^(liaison|leader|lead-officer|administrator)-(\w+)$/.exec(appointmentId);
    const unitId = match?.[2] ?? '';
    if (!match || unitId === 'ended') return Promise.resolve(null);
    return Promise.resolve({
      personId: `person-${unitId}`,
      personName: '样例',
      appointmentId,
      role: match[1] as Role,
      unitId,
      unitKind: 'county',
      unitName: `单位${unitId}`,
      groupId: unitId.startsWith('z') ? 'group-z' : 'group',
    });
  }

  override endedPostOf(): Promise<null> {
    return Promise.resolve(null);
  }
}

@Module({})
class ProbeModule {}

/** The platform's own tables. */
export const PLATFORM_TABLES = {
  migrations: [Platform1653000000001, AttachmentOnce1653000000006, ReservedFiles1653000000017],
} as const;

/** The platform with the probe above it, and nothing else. */
export async function startProbe(options: ServedOptions): Promise<ServedApplication> {
  const providers = [{ provide: ActorDirectory, useClass: ProbeDirectory }];
  return serve(options, (parts) =>
    buildServer(parts, {
      ...PLATFORM_TABLES,
      root: (platform) => ({ module: ProbeModule, imports: [platform], controllers: [ProbeController], providers }),
    }),
  );
}

/** Signs in somebody of the probe's directory. */
export async function probeToken(
  test: ServedApplication,
  appointmentId: string,
  device: SessionDevice = 'phone',
): Promise<string> {
  const personId = `person-${appointmentId.split('-').at(-1) ?? ''}`;
  const opened = await test.transactions.run((tx) =>
    test.app.get(Sessions).open(tx, { personId, appointmentId, device }),
  );
  return opened.token;
}
