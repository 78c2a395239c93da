import fc from 'fast-check';
import { DEMO_CREDENTIALS, SAMPLE_TEMPLATES } from '../wechat';
import type { EventManner } from '../wechat/simulator/callback/event-dispatcher';
import type { ScriptedFault } from '../wechat/simulator/state/fault-script';
import { describeOnEachDatabase } from '../../../test/databases';
import { ReminderStage } from '../../../test/reminder-stage';

const SEND = '/cgi-bin/message/subscribe/send';
const DUE_SOON = SAMPLE_TEMPLATES.purposes['due-soon'];
const RUNGS = ['2022-05-17T00:30:00.000Z', '2022-05-19T00:30:00.000Z', '2022-05-20T00:30:00.000Z'] as const;
const UNITS = ['爱辉区', '北安市', '五大连池市', '嫩江市', '逊克县', '市教育局', '市财政局'] as const;

interface Story {
  readonly faults: readonly (ScriptedFault | null)[];
  readonly manners: readonly EventManner[];
  readonly handedIn: readonly { readonly unit: (typeof UNITS)[number]; readonly rung: number }[];
  readonly grants: number;
  readonly cleared: boolean;
}

const fault = fc.constantFrom<ScriptedFault | null>(
  null,
  null,
  { kind: 'busy' },
  { kind: 'bad-gateway' },
  { kind: 'cut-after-accepting' },
  { kind: 'errcode', errcode: 43101, errmsg: 'user refuse to accept the msg' },
  { kind: 'errcode', errcode: 47003, errmsg: 'argument invalid!' },
  { kind: 'errcode', errcode: 43108, errmsg: 'Cannot make concurrent calls' },
  { kind: 'errcode', errcode: 45011, errmsg: 'api minute-quota reached' },
);
const manner = fc.constantFrom<EventManner>(
  { kind: 'on-time' },
  { kind: 'twice' },
  { kind: 'lost' },
  { kind: 'held' },
  { kind: 'before-answer' },
  { kind: 'late', milliseconds: 40_000 },
);
const story: fc.Arbitrary<Story> = fc.record({
  faults: fc.array(fault, { minLength: 60, maxLength: 60 }),
  manners: fc.array(manner, { minLength: 60, maxLength: 60 }),
  handedIn: fc.uniqueArray(fc.record({ unit: fc.constantFrom(...UNITS), rung: fc.nat({ max: 2 }) }), {
    selector: (each) => each.unit,
    maxLength: 5,
  }),
  grants: fc.nat({ max: 4 }),
  cleared: fc.boolean(),
});

describeOnEachDatabase('Whatever WeChat does to three reminders of everybody', (open) => {
  it('each comes to rest, none is sent twice, and the call list names exactly those not reached', async () => {
    const check = fc.asyncProperty(story, async (told) => {
      const database = await open();
      const stage = await ReminderStage.open(database, { isListening: true });
      try {
        await tell(stage, told);
        await expectAllAtRest(stage);
        expectNobodyTwice(stage);
        await expectTrueCallList(stage);
        await expectHonestLedger(stage);
      } finally {
        await stage.close();
        await database.close();
      }
    });
    await fc.assert(check, { numRuns: 4, endOnFailure: true });
  }, 90_000);
});

async function tell(stage: ReminderStage, told: Story): Promise<void> {
  await stage.grantAll(told.grants);
  for (const [skip, each] of told.faults.entries()) {
    if (each !== null) stage.simulator.state.faults.add({ path: SEND, fault: each, times: 1, skip: skip % 5 });
  }
  stage.simulator.events.script(told.manners);
  for (const [index, rung] of RUNGS.entries()) {
    for (const { unit } of told.handedIn.filter((each) => each.rung === index)) await stage.handIn(unit);
    if (told.cleared && index === 1) clearOne(stage);
    await stage.at(rung);
    await stage.pass(62);
  }
}

function clearOne(stage: ReminderStage): void {
  const openId = stage.simulator.state.openidOf(DEMO_CREDENTIALS.appId, 'heihe-2022/6/liaison');
  stage.simulator.state.grants.clear(openId, DUE_SOON);
}

async function expectAllAtRest(stage: ReminderStage): Promise<void> {
  const open = (await stage.deliveries()).filter(
    (each) => !['delivered', 'already-done', 'call-list'].includes(each.state),
  );
  expect(open).toEqual([]);
  const subjects = await stage.rows("SELECT id FROM delivery_subject WHERE state IN ('planned', 'sending', 'unknown')");
  expect(subjects).toEqual([]);
}

function expectNobodyTwice(stage: ReminderStage): void {
  const heard = stage.simulator.state.mailbox.all().map((message) => `${message.userId} ${message.page ?? ''}`);
  expect(new Set(heard).size).toBe(heard.length);
}

/** A person has to be called for what is still owed and of which the latest message did not surely arrive. */
async function expectTrueCallList(stage: ReminderStage): Promise<void> {
  const { rows } = await stage.callList();
  const expected = await stage.rows<{ unit: string }>(
    `SELECT DISTINCT u.name AS unit FROM delivery_subject s
     JOIN delivery d ON d.id = s.delivery_id JOIN unit u ON u.id = d.unit_id JOIN obligation o ON o.id = s.subject_id
     WHERE s.state = 'call-list' AND o.met_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM delivery_subject l JOIN delivery e ON e.id = l.delivery_id
       WHERE l.subject_id = s.subject_id AND l.appointment_id = s.appointment_id AND l.state = 'delivered'
         AND e.created_at >= d.created_at)`,
  );
  expect(rows.map((row) => row.unitName).sort()).toEqual(expected.map((row) => row.unit).sort());
}

async function expectHonestLedger(stage: ReminderStage): Promise<void> {
  const rows = await stage.rows<{ balance: number; total: number }>(
    `SELECT b.balance, (SELECT SUM(e.delta) FROM consent_entry e WHERE e.open_id = b.open_id AND e.template_id = b.template_id) AS total
     FROM consent_balance b`,
  );
  for (const { balance, total } of rows) {
    expect(Number(balance)).toBeGreaterThanOrEqual(0);
    expect(Number(total)).toBe(Number(balance));
  }
}
