import { degrees, type PDFDocument } from '@cantoo/pdf-lib';
import { turnOf } from './jpeg-turn';
import { isWhole, type PictureKind } from './whole-picture';

/** The longer side of the page that a picture becomes, in points: that of A4. */
const LONGER_SIDE = 842;
/** A PNG is unpacked to be taken over; what has more points than this is none that a phone or a screen has made. */
const MOST_POINTS = 25_000_000;

/** Lays a picture on a page of its own, as large as it can be seen, turned as the camera was held. */
export async function layOnPage(document: PDFDocument, bytes: Uint8Array, kind: PictureKind): Promise<void> {
  if (kind === 'png' && pointsOf(bytes) > MOST_POINTS) throw new Error('The picture has too many points.');
  if (!isWhole(bytes, kind)) throw new Error('The picture is cut off.');
  const picture = kind === 'png' ? await document.embedPng(bytes) : await document.embedJpg(bytes);
  const scale = LONGER_SIDE / Math.max(picture.width, picture.height);
  const size = { width: picture.width * scale, height: picture.height * scale };
  const { isMirrored, quarters } = kind === 'png' ? { isMirrored: false, quarters: 0 } : turnOf(bytes);
  const page = document.addPage([size.width, size.height]);
  page.setRotation(degrees(quarters * 90));
  page.drawImage(picture, isMirrored ? { ...size, x: size.width, width: -size.width } : size);
}

/** Width times height, as the first part of a PNG tells them. */
function pointsOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(16) * view.getUint32(20);
}
