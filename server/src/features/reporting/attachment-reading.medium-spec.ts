import type { LightMyRequestResponse } from 'fastify';
import type { ReportContent } from '@jiannuo/shared/reporting';
import { describeOnEachDatabase } from '../../../test/databases';
import { aForm, aWordFile } from '../../../test/files';
import { COMPLETE, MAY_DUE, openReportStage, type ReportStage } from '../../../test/report-stage';

const UNIT = '逊克县';
const LEAD = '市专班牵头单位';

describeOnEachDatabase('The lead unit, reading files', (open) => {
  let stage: ReportStage;

  beforeEach(async () => {
    stage = await openReportStage(() => open({ isReshaped: true }));
  });
  afterEach(() => stage.close());

  it('sees a file when the report that names it is handed in, and not while it is drafted', async () => {
    const reportId = await stage.open(UNIT);
    const file = await upload('盖章页');
    await draft(reportId, null, file);
    expect(await leadReads(file)).toEqual(await leadReads('01ARZ3NDEKTSV4RRFFQ69G5FAV'));
    expect((await read(file, UNIT, 'liaison')).statusCode).toBe(200);
    expect((await stage.submit(UNIT, reportId, sealedBy(file))).statusCode).toBe(200);
    expect(await leadReads(file)).toEqual([200, undefined]);
  });

  it('goes on seeing what stands in a version that was taken back, and nothing of the draft that follows', async () => {
    stage.at('2022-05-19T01:00:00.000Z');
    const reportId = await stage.open(UNIT);
    const first = await upload('第一版');
    await stage.submit(UNIT, reportId, sealedBy(first));
    const as = await stage.as(UNIT, 'liaison');
    await stage.ask({ method: 'POST', url: `/api/reports/${reportId}/withdraw`, as, body: {} });
    const second = await upload('第二版');
    await draft(reportId, first, second);
    expect(await leadReads(first)).toEqual([200, undefined]);
    expect(await leadReads(second)).toEqual([404, 'attachment.not-found']);
  });

  it('keeps that through the change of the tables, and names apart what lay there twice', async () => {
    const reportId = await stage.open(UNIT);
    const [sealed, drafted] = [await upload('盖章页'), await upload('草稿')];
    await stage.submit(UNIT, reportId, sealedBy(sealed));
    const original = await upload('原件', LEAD, 'lead-officer');
    await enterAssessment(original);
    const twin = `7${drafted.slice(1)}`;
    const { dataSource } = stage.server.database;
    while ((await columns()).includes('handed_in_at')) await dataSource.undoLastMigration();
    await stage.rows(
      `INSERT INTO attachment (id, group_id, unit_id, name, media_type, bytes, sha256, appointment_id, uploaded_at)
       SELECT ?, group_id, unit_id, name, media_type, bytes, sha256, appointment_id, uploaded_at
       FROM attachment WHERE id = ?`,
      [twin, drafted],
    );
    await dataSource.runMigrations();
    const names = await stage.rows<{ name: string }>('SELECT name FROM attachment WHERE id IN (?, ?) ORDER BY id', [
      drafted,
      twin,
    ]);
    expect(names.map(({ name }) => name)).toEqual(['草稿.docx', '草稿（2）.docx']);
    expect(await leadReads(sealed)).toEqual([200, undefined]);
    expect(await leadReads(drafted)).toEqual([404, 'attachment.not-found']);
    const shown = await stage.rows('SELECT id FROM attachment WHERE handed_in_at IS NOT NULL');
    expect(shown).toHaveLength(2);
  });

  function sealedBy(file: string): ReportContent {
    return { ...COMPLETE, signOff: { ...COMPLETE.signOff, sealAttachmentId: file } };
  }

  async function upload(name: string, unit = UNIT, role: 'liaison' | 'lead-officer' = 'liaison'): Promise<string> {
    const { headers, payload } = aForm(`${name}.docx`, aWordFile(name));
    const as = await stage.as(unit, role);
    const answer = await stage.ask({ method: 'POST', url: '/api/attachments', as, body: payload, headers });
    return answer.json<{ id: string }>().id;
  }

  async function draft(reportId: string, from: string | null, to: string): Promise<void> {
    const as = await stage.as(UNIT, 'liaison');
    const changes = [{ path: 'signOff/sealAttachmentId', from, to }];
    const body = { revision: 0, device: 'phone-1', changes };
    const answer = await stage.ask({ method: 'PUT', url: `/api/reports/${reportId}/draft`, as, body });
    expect(answer.json()).toMatchObject({ content: { signOff: { sealAttachmentId: to } } });
  }

  async function enterAssessment(original: string): Promise<void> {
    const { id } = await stage.obligation(UNIT, 'self-assessment');
    stage.at(MAY_DUE);
    const as = await stage.as(LEAD, 'lead-officer');
    const entry = { channel: 'paper', receivedAt: '2022-05-20T01:00:00.000Z', basis: '收文登记' };
    const body = { ...entry, obligationId: id, content: null, attachmentIds: [original] };
    expect((await stage.ask({ method: 'POST', url: '/api/reports/enter-for', as, body })).statusCode).toBe(200);
  }

  async function columns(): Promise<string[]> {
    const [row] = await stage.rows<Record<string, unknown>>('SELECT * FROM attachment LIMIT 1');
    return Object.keys(row ?? {});
  }

  async function read(file: string, unit: string, role: 'liaison' | 'lead-officer'): Promise<LightMyRequestResponse> {
    return stage.ask({ url: `/api/attachments/${file}`, as: await stage.as(unit, role) });
  }

  async function leadReads(file: string): Promise<[number, string | undefined]> {
    const answer = await read(file, LEAD, 'lead-officer');
    const code = answer.statusCode === 200 ? undefined : answer.json<{ code: string }>().code;
    return [answer.statusCode, code];
  }
});
