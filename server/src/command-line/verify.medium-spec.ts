import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, type Run } from '../../test/command-line/bench-terminal';
import { describeOnEachDatabase, type TestDatabase } from '../../test/databases';
import { aForm, aWordFile } from '../../test/files';
import { openReportStage, type ReportStage } from '../../test/report-stage';

describeOnEachDatabase('verifying', (open) => {
  let database: TestDatabase;
  let stage: ReportStage;
  let verify: () => Promise<Run>;

  beforeEach(async () => {
    stage = await openReportStage(async (options) => (database = await open(options)));
    const { address, directory } = database;
    const url = address.kind === 'sqlite' ? address.file : address.url;
    const run = commandLine(directory, { DATABASE_URL: url, DATA_DIR: directory });
    verify = () => run('verify');
    await stage.handIn('逊克县');
    await stage.handIn('孙吴县');
    await upload('甲', 'a');
    await upload('乙', 'b');
    await stage.server.ticker.tick();
  });
  afterEach(() => stage.close());

  async function upload(name: string, text: string): Promise<void> {
    const { headers, payload } = aForm(`${name}.docx`, aWordFile(text));
    const as = await stage.as('逊克县', 'liaison');
    await stage.ask({ method: 'POST', url: '/api/attachments', as, body: payload, headers });
  }

  async function pathOf(name: string): Promise<string> {
    const [row] = await stage.rows<{ sha256: string }>('SELECT sha256 FROM attachment WHERE name = ?', [name]);
    const sha256 = row?.sha256 ?? '';
    return join(database.directory, 'attachments', sha256.slice(0, 2), sha256);
  }

  it('proves the log, the reports handed in and the attachments', async () => {
    const { code, printed } = await verify();
    expect(code).toBe(0);
    expect(printed.split('\n').slice(2)).toEqual([
      '交上来的月报完整：2版，都和校验值对得上。',
      '附件完整：2份，都和校验值对得上。',
    ]);
  });

  it('names a report whose content was changed behind the server’s back', async () => {
    await stage.rows(`UPDATE report_version SET content = REPLACE(content, '经办科室', '别的科室')
      WHERE report_id = (SELECT r.id FROM report r JOIN unit u ON u.id = r.unit_id WHERE u.name = '孙吴县')`);
    expect(await verify()).toMatchObject({
      code: 1,
      printed: '',
      told: '交上来的月报有问题，共1处：\n孙吴县2022年5月月报第1版的内容和校验值对不上，被改动过。',
    });
  });

  it('names a report whose content was changed together with its hash', async () => {
    const digest = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
    await stage.rows(
      `UPDATE report_version SET content = '{}', content_hash = ?
       WHERE report_id = (SELECT r.id FROM report r JOIN unit u ON u.id = r.unit_id WHERE u.name = '逊克县')`,
      [digest],
    );
    const { code, told } = await verify();
    expect([code, told.split('\n')[1]]).toEqual([1, '逊克县2022年5月月报第1版的校验值和操作记录对不上，被改动过。']);
  });

  it('names attachments that are gone, changed, or said to be of another size, beside a broken log', async () => {
    appendFileSync(await pathOf('甲.docx'), ' ');
    rmSync(await pathOf('乙.docx'));
    await upload('丙', 'c');
    await stage.rows("UPDATE attachment SET bytes = 1 WHERE name = '丙.docx'");
    await stage.rows("UPDATE audit_entry SET detail = '{}' WHERE sequence = 1");
    const { code, told } = await verify();
    expect(code).toBe(1);
    const lines = told.split('\n');
    expect(lines[0]).toBe('操作记录被改动过，共1处：');
    expect(lines[2]).toBe('附件有问题，共3处：');
    expect(lines.slice(3).sort()).toEqual([
      '附件“丙.docx”登记的大小和文件对不上，被改动过。',
      '附件“乙.docx”在盘上找不到。',
      '附件“甲.docx”的内容和校验值对不上，被改动过。',
    ]);
  });
});
