import { crc32 } from 'node:zlib';

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
