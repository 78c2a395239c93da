import { insertRows } from '../../platform/database';
import { unzip } from '../../platform/excel/zip-entries';
import { describeOnEachDatabase } from '../../../test/databases';
import { MAY, MAY_DUE, openReportStage, type ReportStage } from '../../../test/report-stage';

describeOnEachDatabase('The board of a month', (open) => {
  let stage: ReportStage;
  let lead: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    lead = await stage.as('市专班牵头单位', 'lead-officer');
  });
  afterEach(() => stage.close());

  it('counts who has and who has not, in official order, with the sentence for the chat group', async () => {
    for (const unit of ['爱辉区', '北安市', '五大连池市', '嫩江市']) await stage.handIn(unit);
    stage.at('2022-05-20T13:00:00.000Z');
    const board = await stage.board();
    expect(board).toMatchObject({ period: MAY, previousPeriod: '2022-04', nextPeriod: '2022-06' });
    expect(board.rows.slice(0, 3).map((row) => row.unitName)).toEqual(['爱辉区', '北安市', '五大连池市']);
    const [reports, assessments] = board.columns;
    expect(reports?.sums).toEqual({
      expected: 20,
      handedIn: 4,
      notHandedIn: 16,
      waived: 0,
      onTime: 4,
      late: 0,
      returned: 0,
    });
    expect(reports?.chatSentence).toMatch(/^5月月报已报4家；未报16家：逊克县、孙吴县、.*；截止今天24时。$/);
    expect(assessments?.sums).toMatchObject({ expected: 6, handedIn: 0 });
    expect(board.rows.find((row) => row.unitName === '市司法局')?.cells[1]).toBeNull();
  });

  it('shows a report that was sent back as handed in and returned, until it is in again', async () => {
    const { reportId } = await stage.handIn('逊克县');
    const remarks = [{ path: '', text: '请补充成效。' }];
    await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/return`, as: lead, body: { remarks } });
    const [returned] = (await stage.board()).columns;
    expect(returned?.sums).toMatchObject({ handedIn: 1, onTime: 1, returned: 1 });
    await stage.submit('逊克县', reportId);
    const [again] = (await stage.board()).columns;
    expect(again?.sums).toMatchObject({ handedIn: 1, onTime: 1, returned: 0 });
  });

  it('shows what became of the last reminder', async () => {
    const { id } = await stage.obligation('逊克县');
    await remind(id, { slot: 'three-days-before', state: 'delivered', at: '2022-05-17T00:30:00.000Z' });
    await remind(id, { slot: 'last-day', state: 'call-list', at: '2022-05-20T00:30:00.000Z' });
    const cell = (await stage.board()).rows.find((row) => row.unitName === '逊克县')?.cells[0];
    expect(cell?.lastReminder).toEqual({ state: 'call-list', at: '2022-05-20T00:30:00.000Z' });
  });

  it('asks the database as often for a thousand units as for twenty', async () => {
    const asked = async (): Promise<number> => {
      const { rows } = stage.server.database;
      let count = 0;
      stage.server.database.rows = (sql, parameters) => {
        if (sql.includes('FROM obligation')) count += 1;
        return rows.call(stage.server.database, sql, parameters) as never;
      };
      await stage.board();
      stage.server.database.rows = rows;
      return count;
    };
    const few = await asked();
    await addUnits(1_000);
    expect(await asked()).toBe(few);
    expect(few).toBeLessThanOrEqual(2);
    expect((await stage.board()).columns[0]?.sums.expected).toBe(1_020);
  });

  it('is refused for a month that the group does not have', async () => {
    for (const period of ['2022-03', '2023-01']) {
      const answer = await stage.ask({ url: `/api/board?period=${period}`, as: lead });
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ code: 'obligations.period-unknown' });
    }
    for (const period of ['2022-13', '', "2022-05'", '2022-5']) {
      const answer = await stage.ask({ url: `/api/board?period=${encodeURIComponent(period)}`, as: lead });
      expect(answer.json()).toMatchObject({ code: 'request.invalid' });
    }
  });

  it('opens on the month that runs, and out of season on the nearest one the group has', async () => {
    const opened = async (now: string) => {
      stage.at(now);
      const answer = await stage.ask({ url: '/api/board', as: await stage.as('市专班牵头单位', 'lead-officer') });
      return answer.json<{ period: string }>().period;
    };
    expect(await opened('2022-05-31T15:59:59.999Z')).toBe('2022-05');
    expect(await opened('2022-05-31T16:00:00.000Z')).toBe('2022-06');
    expect(await opened('2023-01-03T01:00:00.000Z')).toBe('2022-12');
    expect(await opened('2022-02-03T01:00:00.000Z')).toBe('2022-04');
  });

  it('is for the lead unit alone', async () => {
    for (const role of ['liaison', 'leader'] as const) {
      const answer = await stage.ask({ url: `/api/board?period=${MAY}`, as: await stage.as('逊克县', role) });
      expect(answer.statusCode).toBe(403);
    }
  });

  it('goes out as an Excel file that says the same, and prints its headings on every page', async () => {
    await stage.handIn('逊克县');
    stage.at(MAY_DUE);
    const answer = await stage.ask({ url: `/api/board/export?period=${MAY}`, as: lead });
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('2022年5月报送情况.xlsx'));
    const rows = await sheetOf(answer.rawPayload);
    expect(rows[1]?.slice(0, 4)).toEqual(['单位', '类别', '月报', '月报收到时间']);
    const row = rows.find((each) => each[0] === '逊克县');
    expect(row?.slice(1, 6)).toEqual(['县（市、区）', '按时', '2022-05-17 09:00:00', '小程序', '2022-05-20 24:00']);
    expect(rows.find((each) => each[0] === '市司法局')?.[2]).toBe('未报，已过截止时间');
    expect(rows).toHaveLength(22);
    const [book] = unzip(answer.rawPayload, (name) => name === 'xl/workbook.xml', 1_000_000).values();
    expect(book?.toString()).toContain(`'2022-05'!$2:$2</definedName>`);
  });

  async function remind(
    obligationId: string,
    reminder: { readonly slot: string; readonly state: string; readonly at: string },
  ): Promise<void> {
    const [unit] = await stage.rows<{ id: string }>("SELECT id FROM unit WHERE name = '逊克县'");
    const delivery = {
      id: `D${reminder.slot}`.padEnd(26, '0').slice(0, 26),
      group_id: stage.groupId,
      unit_id: unit!.id,
      appointment_id: '',
      purpose: 'due-soon',
      subject_kind: 'obligation',
      state: reminder.state,
      about: '5月月报',
      is_personal: false,
      send_at: reminder.at,
      created_at: reminder.at,
      updated_at: reminder.at,
    };
    const subject = {
      id: delivery.id,
      delivery_id: delivery.id,
      subject_id: obligationId,
      slot: reminder.slot,
      appointment_id: '',
      state: reminder.state,
      title: '5月月报',
      due_at: MAY_DUE,
      updated_at: reminder.at,
    };
    await stage.server.transactions.run(async (tx) => {
      await insertRows(tx, 'delivery', [delivery]);
      await insertRows(tx, 'delivery_subject', [subject]);
      return null;
    });
  }

  async function addUnits(count: number): Promise<void> {
    const numbers = Array.from({ length: count }, (_value, index) => index + 1_000);
    const units = numbers.map((number) => ({
      id: `U${String(number)}`.padEnd(26, '0'),
      group_id: stage.groupId,
      number,
      name: `单位${String(number)}`,
      full_name: `单位${String(number)}`,
      aliases: '[]',
      kind: 'department',
      created_at: MAY_DUE,
    }));
    const obligations = units.map((unit) => ({
      id: unit.id.replace('U', 'O'),
      group_id: stage.groupId,
      unit_id: unit.id,
      kind: 'monthly-report',
      period: MAY,
      ordinal: 0,
      article: '第七条',
      due_at: MAY_DUE,
      original_due_at: MAY_DUE,
      version: 1,
      created_at: MAY_DUE,
    }));
    await stage.server.transactions.run(async (tx) => {
      await insertRows(tx, 'unit', units);
      await insertRows(tx, 'obligation', obligations);
      return null;
    });
  }
});

async function sheetOf(file: Buffer): Promise<readonly (readonly unknown[])[]> {
  const { default: readXlsxFile } = await import('read-excel-file/node');
  const [sheet] = await readXlsxFile(file);
  return sheet?.data ?? [];
}
