export type PictureKind = 'jpg' | 'png';

const END_OF_JPEG = Buffer.from('ffd9', 'hex');
const START_OF_SCAN = 0xda;
const END_OF_PNG = 'IEND';
/** What stands around the content of a part of a PNG: its length, its name, its sum. */
const AROUND = 12;
const PNG_BEGINS = 8;

/** Whether a picture goes on to its end, rather than being cut off on its way. */
export function isWhole(bytes: Uint8Array, kind: PictureKind): boolean {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return kind === 'png' ? isWholePng(picture) : isWholeJpeg(picture);
}

/** Small pictures before the first scan have ends of their own. */
function isWholeJpeg(picture: Buffer): boolean {
  for (let at = 2; at + 4 <= picture.length && picture[at] === 0xff;) {
    // Any number of these may stand before a marker.
    if (picture[at + 1] === 0xff) {
      at += 1;
      continue;
    }
    if (picture[at + 1] === START_OF_SCAN) return picture.includes(END_OF_JPEG, at);
    at += 2 + picture.readUInt16BE(at + 2);
  }
  return false;
}

function isWholePng(picture: Buffer): boolean {
  for (let at = PNG_BEGINS; at + AROUND <= picture.length; at += AROUND + picture.readUInt32BE(at)) {
    if (picture.toString('latin1', at + 4, at + 8) === END_OF_PNG) return true;
  }
  return false;
}
