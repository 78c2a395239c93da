/** How a picture must be turned to be seen as it was taken: mirrored first where it is, then clockwise. */
export interface Turn {
  readonly isMirrored: boolean;
  readonly quarters: number;
}

const AS_IT_IS: Turn = { isMirrored: false, quarters: 0 };
/** By the number that the camera writes (EXIF orientation), from 1. */
const TURNS: readonly Turn[] = [
  AS_IT_IS,
  { isMirrored: true, quarters: 0 },
  { isMirrored: false, quarters: 2 },
  { isMirrored: true, quarters: 2 },
  { isMirrored: true, quarters: 3 },
  { isMirrored: false, quarters: 1 },
  { isMirrored: true, quarters: 1 },
  { isMirrored: false, quarters: 3 },
];

const ORIENTATION = 0x0112;
const ENTRY = 12;

/** How a JPEG must be turned, as its EXIF part says; as it is where that says nothing that can be read. */
export function turnOf(jpeg: Uint8Array): Turn {
  const exif = exifOf(new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength));
  try {
    return (exif === null ? undefined : TURNS[orientationIn(exif) - 1]) ?? AS_IT_IS;
  } catch (error) {
    if (error instanceof RangeError) return AS_IT_IS;
    throw error;
  }
}

/** The TIFF part within the segment of a JPEG that begins with Exif; null where there is none before the picture itself. */
function exifOf(jpeg: DataView): DataView | null {
  for (let at = 2; at + 10 <= jpeg.byteLength && jpeg.getUint8(at) === 0xff;) {
    const [marker, length] = [jpeg.getUint8(at + 1), jpeg.getUint16(at + 2)];
    if (marker === 0xda) return null;
    const isExif = marker === 0xe1 && jpeg.getUint32(at + 4) === 0x45786966;
    const end = Math.min(at + 2 + length, jpeg.byteLength);
    if (isExif && end >= at + 10) return new DataView(jpeg.buffer, jpeg.byteOffset + at + 10, end - at - 10);
    at += 2 + length;
  }
  return null;
}

/** The orientation in the first directory of a TIFF part; 1 where it names none. Throws RangeError where it is cut off. */
function orientationIn(tiff: DataView): number {
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  const entries = tiff.getUint16(directory, isLittle);
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * ENTRY;
    if (tiff.getUint16(at, isLittle) === ORIENTATION) return tiff.getUint16(at + 8, isLittle);
  }
  return 1;
}
