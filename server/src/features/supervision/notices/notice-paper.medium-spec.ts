import type { Paper } from '@jiannuo/shared/supervision';
import { describeOnEachDatabase } from '../../../../test/databases';
import { LEAD, openSupervisionStage, type SupervisionStage } from '../../../../test/supervision-stage';
import { insertRows } from '../../../platform/database';

const XUNKE = '逊克县政务守信践诺专班';

function textsOf({ lines }: Paper, label: string): readonly string[] | undefined {
  return lines.find((line) => line.label === label)?.texts;
}

describeOnEachDatabase('The paper of a notice (公文样式)', (open) => {
  let told: SupervisionStage;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
  });

  afterEach(() => told.stage.close());

  it('lies before whoever checks it, with full names and full dates, and without number or day', async () => {
    const { id } = (await told.draft('order', ['逊克县', '爱辉区'])).json<{ id: string }>();
    await told.move(id, 'send');
    const { paper } = await told.notice(id, told.checker);
    expect(textsOf(paper, '承办单位')).toEqual([`主办：${XUNKE}、黑河市爱辉区政务守信践诺专班`]);
    expect(textsOf(paper, '办理时限')).toEqual(['2022年5月25日18时前反馈']);
    expect(paper).toMatchObject({ numberStart: '督办单〔2022〕', number: null, date: null });
    expect(paper.signers[1]).toBe('（黑河市营商环境建设监督局代章）');
  });

  it('reaches a unit of several as its own, and says when that unit signed for it', async () => {
    const id = await told.issued('order', ['逊克县', '爱辉区']);
    const ticket = await told.ticketOf(id);
    await told.step(ticket, 'sign');
    const { paper } = await told.ticket(ticket);
    expect(textsOf(paper, '承办单位')).toEqual([`主办：${XUNKE}`]);
    expect(textsOf(paper, '签收')).toEqual([XUNKE, '2022年5月16日9时20分']);
    expect(paper).toMatchObject({ number: 1, date: '2022年5月16日' });
    const lead = (await told.notice(id)).paper;
    expect(textsOf(lead, '签收')).toEqual([]);
  });

  it('of a correction says what it corrects, to the lead unit and to the unit', async () => {
    const first = await told.issued('order', ['逊克县']);
    const second = await told.issued('order', ['逊克县'], {}, first);
    const words = ['本件更正督办单〔2022〕1号，原件撤回，以本件为准。'];
    expect(textsOf((await told.notice(second)).paper, '更正说明')).toEqual(words);
    const ticket = await told.ticket(await told.ticketOf(second));
    expect(textsOf(ticket.paper, '更正说明')).toEqual(words);
    expect(ticket.corrects).toMatchObject({ number: '督办单〔2022〕1号' });
  });

  it('names whoever handles the matter together, and whoever gets a copy, to each of them', async () => {
    const addressees = await Promise.all(
      (['逊克县', '市发改委', '市财政局'] as const).map(async (name, index) => {
        return { unitId: await told.unitOf(name), part: (['main', 'co', 'copy'] as const)[index]! };
      }),
    );
    const id = await told.issued('order', [], { addressees });
    for (const { paper } of [await told.ticket(await told.ticketOf(id)), await told.notice(id)]) {
      expect(textsOf(paper, '承办单位')).toEqual([`主办：${XUNKE}`, '协办：黑河市发展和改革委员会']);
      expect(paper.copies).toBe('黑河市财政局');
    }
    expect((await told.notice(id)).paper.issuer).not.toBe(LEAD);
  });

  it('names all of many that handle a matter together, to each of them', async () => {
    const [known] = await told.stage.rows<Record<string, string>>('SELECT * FROM unit WHERE name = ?', ['市财政局']);
    const more = Array.from({ length: 30 }, (_, index) => {
      const name = `协办单位${String(index + 1)}`;
      return {
        ...known,
        id: `01G0X2XZM0AAAAAAAAAAAAA${String(100 + index)}`,
        name,
        full_name: name,
        number: 900 + index,
      };
    });
    await told.stage.server.transactions.run((tx) => insertRows(tx, 'unit', more));
    const main = { unitId: await told.unitOf('逊克县'), part: 'main' as const };
    const addressees = [main, ...more.map(({ id }) => ({ unitId: id, part: 'co' as const }))];
    const id = await told.issued('order', [], { addressees });
    const said = textsOf((await told.ticket(await told.ticketOf(id))).paper, '承办单位')?.[1];
    expect(said).toContain('协办单位30');
    expect(said).toBe(textsOf((await told.notice(id)).paper, '承办单位')?.[1]);
  });
});
