import type { DownloadsView } from '@jiannuo/shared/sheets';
import { describeOnEachDatabase } from '../../../../test/databases';
import { LEAD } from '../../../../test/ledger-stage';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';

describeOnEachDatabase('The self-assessment sheet as a file (annex 3, R53)', (open) => {
  let stage: AssessmentStage;

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at('2022-05-22T02:00:00.000Z');
  });
  afterEach(() => stage.close());

  const downloads = async () => (await stage.get('/api/downloads', stage.lead)).json<DownloadsView>().rows;

  it('is downloaded by the county and by the lead unit, and each time stands in 下载记录', async () => {
    const id = await stage.handIn('逊克县');
    for (const reader of [stage.officer, stage.lead]) {
      const answer = await stage.get(`/api/assessments/${id}/sheet`, reader);
      expect(answer.statusCode).toBe(200);
      const rows = await cellsOf(answer.rawPayload);
      expect(rows[0]![0]).toBe('逊克县政务守信践诺专班5月自查评分表');
      expect(rows[2]).toEqual(['序号', '项目', '内容', '台账内容', '佐证材料清单', '自评分']);
    }
    const rows = await downloads();
    expect(rows.map(({ name, unitName, at }) => [name, unitName, at])).toEqual([
      ['逊克县政务守信践诺专班5月自查评分表.xlsx', LEAD, '2022-05-22T02:00:00.000Z'],
      ['逊克县政务守信践诺专班5月自查评分表.xlsx', '逊克县', '2022-05-22T02:00:00.000Z'],
    ]);
  });

  it('is printed from the draft for the county alone before it is handed in', async () => {
    const id = await stage.open('逊克县');
    expect((await stage.get(`/api/assessments/${id}/sheet`, stage.officer)).statusCode).toBe(200);
    const answer = await stage.get(`/api/assessments/${id}/sheet`, stage.lead);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'assessment.no-sheet' });
    expect(await downloads()).toHaveLength(1);
  });

  it('is no other county’s, and what was refused is no download', async () => {
    const id = await stage.handIn('逊克县');
    const other = await stage.as('孙吴县', 'liaison');
    expect((await stage.get(`/api/assessments/${id}/sheet`, other)).statusCode).toBe(404);
    expect((await stage.get('/api/downloads', other)).statusCode).toBe(403);
    expect(await downloads()).toEqual([]);
  });
});

async function cellsOf(file: Buffer) {
  const { default: readExcelFile } = await import('read-excel-file/node');
  return (await readExcelFile(file))[0]!.data;
}
