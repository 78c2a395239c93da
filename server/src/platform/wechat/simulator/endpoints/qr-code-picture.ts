import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const CELLS = 29;
const CELL_PIXELS = 10;
const SIDE = CELLS * CELL_PIXELS;

/** A grey-scale PNG whose pattern depends on the text. It looks like a code and cannot be scanned; it is a stand-in. */
export function drawnCodePicture(text: string): Uint8Array {
  const bits = createHash('sha512').update(text).digest();
  const rows = Array.from({ length: SIDE }, (_, y) => {
    const row = Buffer.alloc(SIDE + 1, 255);
    row[0] = 0;
    for (let x = 0; x < SIDE; x += 1) {
      const cell = Math.floor(y / CELL_PIXELS) * CELLS + Math.floor(x / CELL_PIXELS);
      if (((bits[(cell * 7) % bits.length] ?? 0) >> (cell % 8)) & 1) row[x + 1] = 0;
    }
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
