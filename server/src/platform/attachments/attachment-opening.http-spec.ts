import type { LightMyRequestResponse } from 'fastify';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { aForm, aJpeg, aPdf, aPng, aWordFile } from '../../../test/files';
import { PLATFORM_TABLES, probeToken, startProbe } from '../../../test/probe';
import type { ServedApplication } from '../../../test/served';
import type { RefusalBody } from '../http';
import type { AttachmentView } from './attachments';

describeOnEachDatabase('An attachment for named persons (限知悉)', (open) => {
  let database: TestDatabase;
  let test: ServedApplication;
  let liaison: string;

  beforeEach(async () => {
    database = await open({ content: PLATFORM_TABLES });
    test = await startProbe({ database });
    liaison = await probeToken(test, 'liaison-xunke');
  });

  afterEach(async () => {
    await test.close();
    await database.close();
  });

  async function send(name: string, content: Buffer, fields = {}): Promise<LightMyRequestResponse> {
    const { headers, payload } = aForm(name, content, fields);
    return test.ask({ method: 'POST', url: '/api/attachments', as: liaison, body: payload, headers });
  }

  const codeOf = (answer: LightMyRequestResponse): [number, string] => [
    answer.statusCode,
    answer.json<RefusalBody>().code,
  ];

  const openings = async (id: string): Promise<number> => {
    const sql = "SELECT id FROM audit_entry WHERE action = 'attachment.read' AND subject_id = ?";
    return (await test.database.rows(sql, [id])).length;
  };

  it('is read by whoever put it in, by no colleague, and is not the same as an open one', async () => {
    const colleague = await probeToken(test, 'lead-officer-lead');
    const { id } = (await send('a.pdf', aPdf(), { reserved: 'yes' })).json<AttachmentView>();
    const open = (await send('a.pdf', aPdf())).json<AttachmentView>();
    expect(open.id).not.toBe(id);
    const read = async (as: string): Promise<number> =>
      (await test.ask({ url: `/api/attachments/${id}`, as })).statusCode;
    expect([await read(liaison), await read(colleague)]).toEqual([200, 404]);
    const plain = await test.ask({ url: `/api/attachments/${open.id}`, as: liaison });
    expect(plain.rawPayload.equals(aPdf())).toBe(true);
  });

  it('comes back as a PDF with a watermark, each opening on record, also two at once', async () => {
    const sent = await send('现场.jpg', aJpeg(400, 300, 6), { reserved: 'yes' });
    expect(sent.statusCode).toBe(201);
    const { id } = sent.json<AttachmentView>();
    const answers = await Promise.all([1, 2].map(() => test.ask({ url: `/api/attachments/${id}`, as: liaison })));
    for (const { statusCode, headers, rawPayload } of answers) {
      expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf']);
      expect(headers['content-disposition']).toContain("filename*=UTF-8''%E7%8E%B0%E5%9C%BA.pdf");
      expect(Number(headers['content-length'])).toBe(rawPayload.length);
      expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect(await openings(id)).toBe(2);
  });

  it.each([
    ['a Word file', '线索.docx', aWordFile(), 'attachment.kind-unmarkable'],
    ['half a PDF', '线索.pdf', aPdf().subarray(0, 90), 'attachment.unmarkable'],
    ['a picture with too many points', '截图.png', aPng(100_000, 100_000), 'attachment.unmarkable'],
  ])(
    'for named persons is refused when it is %s, which nothing can mark, and nothing is kept',
    async (_what, name, content, code) => {
      expect(codeOf(await send(name, content, { reserved: 'yes' }))).toEqual([422, code]);
      expect(await test.database.rows('SELECT id FROM attachment')).toEqual([]);
      expect((await send(name, content)).statusCode).toBe(201);
    },
  );

  it('that nothing can mark does not leave; a Word file from before leaves as it came, on record', async () => {
    const reserve = async (name: string, content: Buffer): Promise<string> => {
      const { id } = (await send(name, content)).json<AttachmentView>();
      const [own] = await test.database.rows<{ appointment_id: string }>(
        'SELECT appointment_id FROM attachment WHERE id = ?',
        [id],
      );
      await test.database.rows('UPDATE attachment SET reserved_for = ? WHERE id = ?', [own!.appointment_id, id]);
      return id;
    };
    const broken = await reserve('线索.pdf', aPdf().subarray(0, 90));
    const word = await reserve('线索.docx', aWordFile());
    const refused = await test.ask({ url: `/api/attachments/${broken}`, as: liaison });
    expect(codeOf(refused)).toEqual([422, 'attachment.unmarkable']);
    const given = await test.ask({ url: `/api/attachments/${word}`, as: liaison });
    expect(given.rawPayload.equals(aWordFile())).toBe(true);
    expect(await openings(word)).toBe(1);
  });
});
