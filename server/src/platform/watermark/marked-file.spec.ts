import { degrees, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { aJpeg, aPdf, aPng } from '../../../test/files';
import { markOn } from '../../../test/marks';
import { markedFile, type MarkableKind } from './marked-file';
import { outlineOf } from './outlines';
import { frameOf } from './page-frame';

const LINES = ['逊克县联络员', '张伟 2022年5月16日 09:20'];

const marked = (bytes: Uint8Array, kind: MarkableKind = 'pdf') => markedFile({ bytes, kind, lines: LINES });

async function opened(bytes: Uint8Array, kind: MarkableKind = 'pdf'): Promise<PDFDocument> {
  const file = await marked(bytes, kind);
  if (typeof file === 'string') throw new Error(file);
  return PDFDocument.load(file);
}

const DRAWN = /^\/Page Do\nq [-.\d ]+ cm \/Watermark Do Q\n$/;

/** What cameras put before the picture itself. */
const withSmallPicture = (jpeg: Buffer): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), Buffer.from('ffe20006ffd8ffd9', 'hex'), jpeg.subarray(2)]);

describe('A marked file', () => {
  it('carries the lines over every page as outlines that need no font, above what stood there', async () => {
    const document = await PDFDocument.create();
    for (let page = 0; page < 200; page += 1) document.addPage().drawText(`Page ${String(page)}`);
    const file = await opened(await document.save());
    const marks = file.getPages().map(markOn);
    expect(marks).toHaveLength(200);
    for (const { drawn, before } of marks)
      expect([drawn, before]).toEqual([expect.stringMatching(DRAWN), expect.stringContaining(' Tj')]);
    const { sheet, text } = marks[199]!;
    expect(sheet.match(/\/Text Do/g)!.length).toBeGreaterThan(10);
    for (const line of LINES) expect(text).toContain(outlineOf(line).path);
    const fonts = file.context.enumerateIndirectObjects().filter(([, each]) => {
      return each instanceof PDFDict && each.get(PDFName.of('Type')) === PDFName.of('Font');
    });
    expect(fonts.length).toBeLessThanOrEqual(200);
  });

  it('is marked upright as it is seen, on pages that are turned, cut or of another size', async () => {
    const document = await PDFDocument.create();
    const corners = [0, 90, 180, 270, -90, 450].map((angle) => {
      const page = document.addPage([600, 800]);
      page.setRotation(degrees(angle));
      page.setCropBox(100, 200, 300, 400);
      const { width, height, matrix } = frameOf(page);
      return [width, height, ...matrix.slice(4)];
    });
    expect(corners).toEqual([
      [300, 400, 100, 200],
      [400, 300, 400, 200],
      [300, 400, 400, 600],
      [400, 300, 100, 600],
      [400, 300, 100, 600],
      [400, 300, 400, 200],
    ]);
    document.addPage([10, 14_400]);
    const file = await opened(await document.save());
    const sheets = file.getPages().map(({ node }) => {
      return node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).get(PDFName.of('Watermark'))?.toString();
    });
    expect(sheets).toHaveLength(7);
    expect(new Set(sheets).size).toBe(3);
  });

  it.each([
    ['a smaller scale that it does not take back', 'q q 0 0 0 0 0 0 cm'],
    ['a cut that it does not take back', 'q 0 0 1 1 re W n'],
    ['one end too many', 'Q Q'],
  ])('is marked over the whole page though that leaves behind %s', async (_what, content) => {
    const document = await PDFDocument.create();
    const page = document.addPage();
    const parts = [content, '0 g'].map((part) => document.context.register(document.context.flateStream(part)));
    page.node.set(PDFName.of('Contents'), document.context.obj(parts));
    const file = await opened(await document.save());
    const { drawn, before } = markOn(file.getPage(0));
    expect(parts.map((part) => file.context.lookup(part))).toEqual([undefined, undefined]);
    expect(drawn).toMatch(DRAWN);
    expect(before).toBe(`${content}\n0 g\n`);
  });

  it('is a page of a PDF where it was a picture, turned as the camera was held', async () => {
    for (const [orientation, angle] of [
      [1, 0],
      [3, 180],
      [6, 90],
      [8, 270],
      [9, 0],
    ] as const) {
      const page = (await opened(aJpeg(400, 300, orientation), 'jpg')).getPage(0);
      expect([orientation, page.getRotation().angle, page.getSize()]).toEqual([
        orientation,
        angle,
        { width: 842, height: 631.5 },
      ]);
    }
    const mirrored = await opened(aJpeg(400, 300, 2), 'jpg');
    expect(markOn(mirrored.getPage(0)).before).toContain('-842 0 0 631.5');
    expect(markOn((await opened(aPng(), 'png')).getPage(0)).text).toContain(outlineOf(LINES[0]!).path);
  });

  it('draws a letter that no font knows as a box, and goes on', () => {
    const [unknown, other, known] = ['\u{10ffff}', '\u{e000}', '张'].map((letter) => outlineOf(letter).path);
    expect(unknown).toBe(other);
    expect(unknown).not.toBe(known);
    expect(outlineOf('㛃𠮷').width).toBeGreaterThan(1);
  });

  it('carries no further file within it', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    await document.attach(Buffer.from('SECRET-WITHIN'), '附件.txt');
    const inside = await document.save({ useObjectStreams: false });
    const filesIn = (file: PDFDocument): number =>
      file.context.enumerateIndirectObjects().filter(([, each]) => {
        return each instanceof PDFRawStream && each.dict.get(PDFName.of('Type')) === PDFName.of('EmbeddedFile');
      }).length;
    expect(filesIn(await PDFDocument.load(inside))).toBe(1);
    expect(filesIn(await opened(inside))).toBe(0);
  });

  it('shows a stamp under the mark, as a picture, and carries nothing that acts', async () => {
    const stamp =
      '5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Length 14>>stream\n0 0 10 10 re f\nendstream endobj';
    const hidden = '<</Subtype/Stamp/Rect[0 0 1 1]/F 2/AP<</N 5 0 R>>>>';
    const script = '/S/JavaScript/JS(SCRIPT-WITHIN)';
    const page = `/AA<</O<<${script}>>>>/Annots[4 0 R ${hidden} <</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://a)>>>>]`;
    const acting = [
      '4 0 obj<</Subtype/Stamp/Rect[100 200 200 400]/AP<</N 5 0 R>>/A 6 0 R>>endobj',
      stamp,
      `6 0 obj<<${script}>>endobj`,
      'trailer',
    ].join('\n');
    const catalog = `/Pages 2 0 R/OpenAction 6 0 R/AcroForm<</XFA(SCRIPT-WITHIN)>>/Names<</JavaScript<</Names[(a)6 0 R]>>>>`;
    const bytes = aPdf('', page).toString().replace('trailer', acting).replace('/Pages 2 0 R', catalog);
    const file = await opened(Buffer.from(bytes));
    expect(markOn(file.getPage(0)).drawn).toContain(
      '/Page Do\nq 10.0000 0.0000 0.0000 20.0000 100.0000 200.0000 cm /Annotation0 Do Q\nq ',
    );
    expect(markOn(file.getPage(0)).drawn).toMatch(/\/Watermark Do Q\n$/);
    expect(markOn(file.getPage(0)).drawn).not.toContain('Annotation1');
    const kept = file.context.enumerateIndirectObjects().map(([, object]) => object.toString());
    expect(kept.filter((object) => /SCRIPT-WITHIN|\/(Annots|AA|OpenAction|AcroForm|Names|URI)/.test(object))).toEqual(
      [],
    );
  });

  it('lies otherwise for each reader and minute, so that a second mark does not cover the first', async () => {
    const sheetOf = async (time: string): Promise<string> => {
      const file = await markedFile({ bytes: aPdf(), kind: 'pdf', lines: [LINES[0]!, `张伟 2022年5月16日 ${time}`] });
      return markOn((await PDFDocument.load(file)).getPage(0)).sheet;
    };
    const placed = (await Promise.all(['09:20', '09:21'].map(sheetOf))).map((sheet) =>
      /q (.*) cm/.exec(sheet)![1]!.split(' '),
    );
    const [first, second] = placed as [string[], string[]];
    expect(first.map((value, index) => value === second[index])).toEqual(Array.from({ length: 6 }, () => false));
  });

  it.each(['a', ''])(
    'does not come out where it is locked, to be read (with “%s”) or to be changed',
    async (userPassword) => {
      const document = await PDFDocument.create();
      document.addPage();
      document.encrypt({ userPassword, ownerPassword: 'b' });
      expect(await marked(await document.save())).toBe('locked');
    },
  );

  it.each<[string, Buffer, MarkableKind]>([
    ['no PDF', Buffer.from('<script>alert(1)</script>'), 'pdf'],
    ['nothing', Buffer.alloc(0), 'pdf'],
    ['the first line of a PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['half a PDF', aPdf().subarray(0, 90), 'pdf'],
    ['a page without a size', aPdf('', '/MediaBox[0 0 0 0]'), 'pdf'],
    ['a page whose size is no number', aPdf('', '/MediaBox[0 0 (a) 9]'), 'pdf'],
    [
      'a page that is its own parent',
      Buffer.from(aPdf().toString().replace('/Parent 2 0 R/MediaBox[0 0 595 842]', '/Parent 3 0 R')),
      'pdf',
    ],
    ['pages that hold themselves', Buffer.from(aPdf().toString().replace('Kids[3 0 R]', 'Kids[2 0 R]')), 'pdf'],
    ['the beginning of a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'jpg'],
    ['a JPEG cut off in its scan', aJpeg(4, 3, 1).subarray(0, -2), 'jpg'],
    [
      'a JPEG cut off in its scan, whose small picture has its end',
      withSmallPicture(aJpeg(4, 3, 1).subarray(0, -2)),
      'jpg',
    ],
    ['a PNG without its end', aPng().subarray(0, -12), 'png'],
    ['half a PNG', aPng().subarray(0, 40), 'png'],
    ['a PNG that claims ten thousand million points', aPng(100_000, 100_000), 'png'],
    ['a JPEG called PNG', aJpeg(4, 3, 1), 'png'],
  ])('does not come out where it was %s', async (_what, bytes, kind) => {
    expect(await marked(bytes, kind)).toBe('unmarkable');
  });
});
