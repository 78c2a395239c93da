import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { createPool, type Pool, type PoolConnection, type RowDataPacket } from 'mysql2/promise';
import { BARE_STATEMENTS as SQL, BOARD_QUERIES } from './bare-statements';
import { PERIOD } from './report';
import { serveQuestions } from './server-process';

/** What the bare server leaves out: checking the content, deciding, hashing keys of requests, receipts, retries, logs. */
interface HandIn {
  readonly token: string;
  readonly reportId: string;
  readonly key: string;
  readonly device: string;
  readonly content: object;
}

function id(): string {
  return randomBytes(13).toString('hex').toUpperCase();
}

type Row = RowDataPacket & Readonly<Record<string, string>>;

async function first(
  connection: Pool | PoolConnection,
  sql: string,
  values: string[],
): Promise<Readonly<Record<string, string>>> {
  const [rows] = await connection.query<Row[]>(sql, values);
  const row = rows[0];
  if (!row) throw new Error('nothing found');
  return row;
}

/** The statements of a hand-in, in their order, in one transaction. */
async function handIn(pool: Pool, { token, reportId, key, device, content }: HandIn): Promise<object> {
  const now = process.env['BENCH_NOW'] ?? '';
  const session = await first(pool, SQL.session, [createHash('sha256').update(token).digest('hex')]);
  const actor = await first(pool, SQL.actor, [session['appointment_id'] ?? '']);
  const connection = await pool.getConnection();
  try {
    await connection.query('START TRANSACTION');
    const unit = actor['unit_id'] ?? '';
    const report = await first(connection, SQL.report, [reportId, actor['group_id'] ?? '', unit, unit]);
    const text = JSON.stringify(content);
    const hash = createHash('sha256').update(text).digest('hex');
    await connection.query(SQL.ledger, [actor['group_id'], unit, report['period']]);
    const by = [session['person_id'], session['appointment_id']];
    await connection.query(SQL.version, [
      [
        id(),
        reportId,
        1,
        hash,
        now,
        now,
        'app',
        '',
        report['obligationId'],
        ...by,
        actor['person_name'],
        actor['unit_name'],
        '[]',
        text,
        null,
      ],
    ]);
    await connection.query(SQL.state, [1, reportId]);
    await connection.query(SQL.draft, [text, now, device, 10, 10, reportId]);
    await connection.query(SQL.met, [now, by[1], 'app', reportId, report['obligationId']]);
    await connection.query(SQL.settled, [now, report['obligationId'], reportId, null, null]);
    const detail = JSON.stringify({ unitId: unit, period: report['period'], version: 1, contentHash: hash });
    await connection.query(SQL.audit, [
      [
        id(),
        actor['group_id'],
        now,
        'person',
        ...by,
        unit,
        'report.submit',
        'report',
        reportId,
        detail,
        '127.0.0.1',
        id(),
      ],
    ]);
    const answer = {
      reportId,
      receivedAt: now,
      contentHash: hash,
      version: 1,
      unitName: actor['unit_name'],
      dueAt: report['dueAt'],
    };
    await connection.query(SQL.key, [[id(), by[1], key, 1, hash, JSON.stringify(answer), now]]);
    await connection.query('COMMIT');
    return answer;
  } catch (error) {
    await connection.query('ROLLBACK');
    throw error;
  } finally {
    connection.release();
  }
}

async function run(): Promise<void> {
  const pool = createPool({
    uri: (process.env['DATABASE_URL'] ?? '').replace(/^mariadb:/, 'mysql:'),
    connectionLimit: 16,
  });
  const server = fastify();
  server.post<{ Params: { id: string }; Body: { device: string; content: object } }>(
    '/api/reports/:id/submit',
    (request) => {
      const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
      const key = String(request.headers['idempotency-key']);
      return handIn(pool, { token, key, reportId: request.params.id, ...request.body });
    },
  );
  server.get('/api/board', async () => {
    const values = [process.env['BENCH_GROUP'], PERIOD];
    const [obligations, reminders] = await Promise.all(BOARD_QUERIES.map((sql) => pool.query<Row[]>(sql, values)));
    return { obligations: obligations?.[0], reminders: reminders?.[0] };
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  serveQuestions(port, {
    tick: () => Promise.resolve(),
    setClock: () => undefined,
    stop: () => server.close().then(() => pool.end()),
  });
}

void run();
