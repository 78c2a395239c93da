import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import type { Actor } from '../src/platform/identity';
import { InboxQueries } from '../src/platform/notifications/inbox.queries';
import { NoticeCommands } from '../src/features/supervision/notices/notice.commands';
import { countRows, insertAll, seedCrowd, type Crowd, type Member, type Row } from './crowd';
import type { Ground } from './ground';
import { applicationOn, leadOf, liaisonOf, timeOf } from './in-process';
import { atMost, exactly, percentile, type Measure } from './measure';

const NOW = '2022-05-16T01:20:00.000Z';
const UNITS = 3000;
const NOTICES = 9;
const READS = 200;
const FEW = 1_000;
const MANY = 10_000;
const COLUMNS = 'id, list, kind, title, body, sender, target_kind, target_id, created_at, opened_at, settled_at';

/** Issuing to everybody beside the bare INSERTs of the same rows, and an inbox in which years of news lie. */
export async function measureNotices(ground: Ground): Promise<readonly Measure[]> {
  const app = await applicationOn(ground, NOW);
  const bare = await createConnection(ground.url.replace(/^mariadb:/, 'mysql:'));
  const crowd = await seedCrowd(ground.connection, UNITS, 'issue');
  const issued = await measureIssue(app.get(NoticeCommands), bare, crowd);
  const inbox = await measureInbox(app.get(InboxQueries), bare, crowd);
  await bare.end();
  await app.close();
  return [...issued, ...inbox];
}

async function measureIssue(commands: NoticeCommands, bare: Connection, crowd: Crowd): Promise<readonly Measure[]> {
  const actor = leadOf(crowd);
  const issuing: number[] = [];
  const inserting: number[] = [];
  for (let round = 0; round < NOTICES; round += 1) {
    const id = await putChecked(bare, crowd, actor, round);
    issuing.push(await timeOf(() => commands.step(actor, id, { action: 'issue', version: 1, reason: '' })));
    inserting.push(await insertAgain(bare, id));
  }
  // The first rounds warm both sides up.
  const [ours = NaN, theirs = NaN] = [issuing, inserting].map((times) => percentile(times.slice(2), 0.5));
  const tickets = await countRows(bare, 'supervision_ticket', `notice_id LIKE 'NOTICE%'`);
  const words = `a notice to ${String(UNITS)} units (${ours.toFixed(0)} ms) against its rows in bulk (${theirs.toFixed(0)} ms)`;
  return [atMost(words, ours / theirs, 2, '×'), exactly('  tickets made', tickets, UNITS * NOTICES)];
}

async function putChecked(bare: Connection, crowd: Crowd, actor: Actor, round: number): Promise<string> {
  const id = `NOTICE${String(round)}`.padEnd(26, '0');
  const dueAt = '2022-05-25T10:00:00.000Z';
  const content = {
    title: '“码上诚信”赋码进度滞后',
    ground: 'late',
    requirement: '查明赋码低于时序进度的原因，5月底前累计占比达到23.5%。',
    fields: { facts: '到5月15日累计占比20.11%。' },
    answer: 'feedback',
    dueAt,
    addressees: crowd.members.map(({ unitId }) => ({ unitId, part: 'main' })),
    earlierId: null,
    link: null,
    evidence: [],
    readerIds: [],
  };
  await insertAll(bare, 'supervision_notice', [
    {
      id,
      group_id: crowd.groupId,
      kind: 'order',
      year: 2022,
      state: 'checked',
      title: content.title,
      content: JSON.stringify(content),
      answer: content.answer,
      due_at: dueAt,
      is_confidential: 0,
      writer_person_id: actor.personId,
      writer_appointment_id: actor.appointmentId,
      writer_name: actor.personName,
      version: 1,
      created_at: NOW,
      moved_at: NOW,
    },
  ]);
  return id;
}

/** The same rows under other ids, many in a statement and all in one transaction. */
async function insertAgain(bare: Connection, noticeId: string): Promise<number> {
  const rowsOf = async (sql: string): Promise<Row[]> => (await bare.query<RowDataPacket[]>(sql, [noticeId]))[0];
  const notices = await rowsOf('SELECT * FROM supervision_notice WHERE id = ?');
  const tickets = await rowsOf('SELECT * FROM supervision_ticket WHERE notice_id = ?');
  const owed = await rowsOf(
    'SELECT o.* FROM obligation o JOIN supervision_ticket t ON t.id = o.record_id WHERE t.notice_id = ?',
  );
  const again = (value: Row[string] | undefined): string => `Z${String(value).slice(1)}`;
  await insertAll(
    bare,
    'supervision_notice',
    notices.map((row) => ({ ...row, id: again(row['id']), number: Number(row['number']) + 1000, kind: 'listing' })),
  );
  return timeOf(async () => {
    await bare.beginTransaction();
    await insertAll(
      bare,
      'obligation',
      owed.map((row) => ({ ...row, id: again(row['id']), ordinal: Number(row['ordinal']) + 1000 })),
    );
    await insertAll(
      bare,
      'supervision_ticket',
      tickets.map((row) => ({ ...row, id: again(row['id']), notice_id: again(row['notice_id']) })),
    );
    await bare.commit();
  });
}

async function measureInbox(inbox: InboxQueries, bare: Connection, crowd: Crowd): Promise<readonly Measure[]> {
  const [few, many] = crowd.members;
  if (!few || !many) throw new Error('The crowd of the bench is too small.');
  await fillInbox(bare, crowd.groupId, few.appointmentId, FEW);
  await fillInbox(bare, crowd.groupId, many.appointmentId, MANY);
  await bare.query('ANALYZE TABLE notice');
  const [ofFew, ofMany] = [liaisonOf(crowd, few), liaisonOf(crowd, many)];
  const times: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < READS; round += 1) {
    times[0].push(await timeOf(() => inbox.of(ofFew)));
    times[1].push(await timeOf(() => inbox.of(ofMany)));
    times[2].push(await timeOf(() => readByHand(bare, crowd.groupId, many)));
  }
  const [short = NaN, long = NaN, byHand = NaN] = times.map((some) => percentile(some.slice(READS / 4), 0.5));
  const words = `first page of an inbox of ${String(MANY)} (${long.toFixed(2)} ms) against its queries by hand (${byHand.toFixed(2)} ms)`;
  return [
    atMost(words, long / byHand, 1.3, '×'),
    atMost(`  flat: against an inbox of ${String(FEW)}`, long / short, 1.25, '×'),
  ];
}

/** One after the other on one connection, as somebody would write it who wants the first page and nothing else. */
async function readByHand(bare: Connection, groupId: string, { unitId, appointmentId }: Member): Promise<void> {
  const page = 'ORDER BY created_at DESC, id DESC LIMIT 100';
  for (const condition of [
    "list = 'to-do' AND settled_at IS NULL",
    "list = 'to-know'",
    "list = 'to-do' AND settled_at IS NOT NULL",
  ]) {
    await bare.query(`SELECT ${COLUMNS} FROM notice WHERE appointment_id = ? AND ${condition} ${page}`, [
      appointmentId,
    ]);
  }
  const owed = `o.unit_id = ? AND o.group_id = ? AND o.met_at IS NULL AND o.waived_at IS NULL`;
  for (const sql of [
    `SELECT o.id, o.kind, o.title, o.period, o.article, o.due_at, o.closes_at, o.record_id FROM obligation o
       WHERE ${owed} ORDER BY o.due_at, o.id`,
    `SELECT o.id, t.id AS ticket_id, t.state, n.kind, n.year, n.number, n.title FROM obligation o
       JOIN supervision_ticket t ON t.id = o.record_id JOIN supervision_notice n ON n.id = t.notice_id WHERE ${owed}`,
    `SELECT o.id, r.id AS report_id, r.state FROM obligation o JOIN report r ON r.obligation_id = o.id WHERE ${owed}`,
  ]) {
    await bare.query(sql, [unitId, groupId]);
  }
}

/** Half of what came was asked for and is done, half was to be known; a handful still waits. */
async function fillInbox(bare: Connection, groupId: string, appointmentId: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index): Row => {
    const at = new Date(Date.parse(NOW) - (count - index) * 60_000).toISOString();
    const isToDo = index % 2 === 0;
    return {
      id: `N${appointmentId.slice(0, 12)}${String(index).padStart(12, '0')}`.slice(0, 26),
      group_id: groupId,
      appointment_id: appointmentId,
      list: isToDo ? 'to-do' : 'to-know',
      kind: 'ticket-issued',
      title: '督办单〔2022〕3号要签收',
      body: '“码上诚信”赋码进度滞后。5月17日 周二 24:00前签收。',
      sender: '牵头单位',
      target_kind: 'ticket',
      target_id: `T${appointmentId.slice(0, 12)}${String(index).padStart(12, '0')}`.slice(0, 26),
      dedupe_key: `bench:${appointmentId}:${String(index)}`,
      created_at: at,
      opened_at: at,
      settled_at: isToDo && index < count - 10 ? at : null,
    };
  });
  await insertAll(bare, 'notice', rows);
}
