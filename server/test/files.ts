import { crc32, deflateSync } from 'node:zlib';

/** A zip file with these entries, stored without packing. */
export function aZip(entries: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const content = Buffer.from(text);
    const local = Buffer.concat([head(0x04034b50, 30, name, content), Buffer.from(name), content]);
    const entry = Buffer.concat([directoryHead(name, content, offset), Buffer.from(name)]);
    locals.push(local);
    directory.push(entry);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

/** The smallest thing that counts as a Word file, different for each `text`. */
export function aWordFile(text = '月报'): Buffer {
  return aZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': `<w:document>${text}</w:document>` });
}

/** A PDF of one empty page, different for each `text`; `page` holds further entries of that page. */
export function aPdf(text = '线索', page = ''): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${page}>>`,
  ].map((object, index) => `${String(index + 1)} 0 obj${object}endobj`);
  return Buffer.from(['%PDF-1.7', `%${text}`, ...objects, 'trailer<</Root 1 0 R>>', '%%EOF\n'].join('\n'));
}

/** The outside of a JPEG of that size, in which a camera has noted how it was held (EXIF orientation, from 1). */
export function aJpeg(width: number, height: number, orientation: number): Buffer {
  const exif = Buffer.alloc(32);
  exif.write('Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001', 'latin1');
  exif.writeUInt16BE(orientation, 24);
  const frame = Buffer.from('080000000003011100021100031100', 'hex');
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const scan = Buffer.from('010100003f00', 'hex');
  const segments = [['ffe1', exif] as const, ['ffc0', frame] as const, ['ffda', scan] as const].map(
    ([marker, content]) => {
      const start = Buffer.from(`${marker}0000`, 'hex');
      start.writeUInt16BE(content.length + 2, 2);
      return Buffer.concat([start, content]);
    },
  );
  return Buffer.concat([Buffer.from('ffd8', 'hex'), ...segments, Buffer.from('ffd9', 'hex')]);
}

/** A black and white PNG of one point, which may claim to have more. */
export function aPng(width = 1, height = 1): Buffer {
  const header = Buffer.from('00000000000000000100000000', 'hex');
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const parts = [
    ['IHDR', header] as const,
    ['IDAT', deflateSync(Buffer.alloc(2))] as const,
    ['IEND', Buffer.alloc(0)] as const,
  ];
  const chunks = parts.map(([name, content]) => {
    const body = Buffer.concat([Buffer.from(name), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}

/** A form with one file, as a phone sends it. */
export function aForm(
  name: string,
  content: Buffer,
  fields: Readonly<Record<string, string>> = {},
): { readonly headers: Record<string, string>; readonly payload: Buffer } {
  const boundary = '----jiannuo-test-boundary';
  const texts = Object.entries(fields).map(
    ([field, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const start = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(texts.join('') + start), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload };
}

function head(mark: number, size: number, name: string, content: Buffer): Buffer {
  const buffer = Buffer.alloc(size);
  buffer.writeUInt32LE(mark, 0);
  buffer.writeUInt32LE(crc32(content), 14);
  buffer.writeUInt32LE(content.length, 18);
  buffer.writeUInt32LE(content.length, 22);
  buffer.writeUInt16LE(Buffer.byteLength(name), 26);
  return buffer;
}

function directoryHead(name: string, content: Buffer, offset: number): Buffer {
  const buffer = Buffer.alloc(46);
  buffer.writeUInt32LE(0x02014b50, 0);
  buffer.writeUInt32LE(crc32(content), 16);
  buffer.writeUInt32LE(content.length, 20);
  buffer.writeUInt32LE(content.length, 24);
  buffer.writeUInt16LE(Buffer.byteLength(name), 28);
  buffer.writeUInt32LE(offset, 42);
  return buffer;
}
