import type { MyObligationsView } from '@jiannuo/shared/obligations';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

const DUE = '2022-05-23T16:00:00.000Z';

describeOnEachDatabase('A self-assessment that never came', (open) => {
  let stage: AssessmentStage;

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at(DUE);
  });
  afterEach(() => stage.close());

  const owed = async () =>
    (await stage.get('/api/obligations/mine', stage.officer))
      .json<MyObligationsView>()
      .open.filter(({ kind }) => kind === 'self-assessment')
      .map(({ closesAt, metAt }) => ({ closesAt, metAt }));

  it('is taken late until its month was reviewed from the records, and asked of nobody any more from then on', async () => {
    const id = await stage.open('逊克县');
    expect(await owed()).toEqual([{ closesAt: null, metAt: null }]);
    const { version } = await stage.view(id, stage.lead);
    await stage.post(id, 'confirm', stage.lead, { version, review: { verdicts: [], reasons: {} } });
    expect(await owed()).toEqual([{ closesAt: DUE, metAt: null }]);
  });
});
