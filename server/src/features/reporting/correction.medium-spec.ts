import { describeOnEachDatabase } from '../../../test/databases';
import { COMPLETE, openReportStage, type ReportStage } from '../../../test/report-stage';

const REMARKS = [
  { path: 'problems', text: '请写具体些。' },
  { path: 'plans', text: '请写明时间。' },
];
const CORRECTED = { ...COMPLETE, problems: [{ id: 'n1', text: '上门指导力量不足。' }] };
const CORRECTION_DUE = '2022-05-24T16:00:00.000Z';

describeOnEachDatabase('The answer to a return (Q12)', (open) => {
  let stage: ReportStage;
  let officer: string;
  let reportId: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    officer = await stage.as('逊克县', 'liaison');
    stage.at('2022-05-17T00:39:00.000Z');
    ({ reportId } = await stage.handIn('逊克县'));
    stage.at('2022-05-20T01:00:00.000Z');
    const as = await stage.as('市专班牵头单位', 'lead-officer');
    const url = `/api/reports/${reportId}/return`;
    await stage.ask({ method: 'POST', url, as, body: { version: 1, remarks: REMARKS } });
  });
  afterEach(() => stage.close());

  const takeBack = () => stage.ask({ method: 'POST', url: `/api/reports/${reportId}/withdraw`, as: officer });

  it('is counted on the unit’s own list by the places that are changed', async () => {
    const counted = async () => (await stage.mine('逊克县')).open.find(({ reportState }) => reportState === 'returned');
    expect(await counted()).toMatchObject({ progress: { filled: 0, total: 2 } });
    const { draft } = await stage.view(officer, reportId);
    const changes = [
      ...COMPLETE.problems.map(({ id, text }) => ({ path: `problems/${id}`, from: text, to: null })),
      { path: 'problems/n1', from: null, to: '上门指导力量不足。' },
    ];
    const body = { revision: draft.revision, device: 'phone-1', changes };
    await stage.ask({ method: 'PUT', url: `/api/reports/${reportId}/draft`, as: officer, body });
    expect(await counted()).toMatchObject({ progress: { filled: 1, total: 2 } });
  });

  it('has a receipt with the first hand-in, and is taken back until it is due itself', async () => {
    stage.at('2022-05-21T02:00:00.000Z');
    const receipt = await stage.submit('逊克县', reportId, CORRECTED);
    expect(receipt.json()).toMatchObject({
      firstAt: '2022-05-17T00:39:00.000Z',
      receivedAt: '2022-05-21T02:00:00.000Z',
      isOnTime: true,
      withdrawUntil: CORRECTION_DUE,
    });
    const again = await stage.ask({ url: `/api/reports/${reportId}/receipt`, as: officer });
    expect(again.json()).toEqual(receipt.json());
    expect((await stage.view(officer, reportId)).actions).toEqual(['withdraw']);
    expect((await takeBack()).json()).toEqual({ reportId, state: 'returned' });
    expect(await stage.obligation('逊克县')).toMatchObject({ met_at: '2022-05-17T00:39:00.000Z' });
    expect((await stage.obligation('逊克县', 'report-correction')).met_at).toBeNull();
  });

  it('is not taken back once it is due', async () => {
    await stage.submit('逊克县', reportId, CORRECTED);
    stage.at(CORRECTION_DUE);
    expect((await stage.view(officer, reportId)).actions).toEqual([]);
    expect((await takeBack()).json()).toMatchObject({ code: 'reporting.past-due' });
    expect((await stage.obligation('逊克县', 'report-correction')).met_at).not.toBeNull();
  });
});
