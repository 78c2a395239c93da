import Taro from '@tarojs/taro';

/** A picture of plain lines on white: a heading, rows of label and value, and a closing line. */
export interface PicturePlan {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly footer: string;
}
/** What saving came to. */
export type PictureResult = 'saved' | 'refused' | 'failed';

const WIDTH = 375;
const SCALE = 2;
const ROW = 44;
const TOP = 108;

interface Pen {
  fillStyle: string | CanvasGradient | CanvasPattern;
  font: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number, most?: number): void;
  scale(x: number, y: number): void;
}

function heightOf(plan: PicturePlan): number {
  return TOP + plan.rows.length * ROW + 56;
}

function draw(pen: Pen, plan: PicturePlan): void {
  const family = '"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif';
  pen.scale(SCALE, SCALE);
  pen.fillStyle = '#FFFFFF';
  pen.fillRect(0, 0, WIDTH, heightOf(plan));
  pen.fillStyle = '#1B1A18';
  pen.font = `bold 24px ${family}`;
  pen.fillText(plan.title, 20, 48);
  pen.fillStyle = '#55514A';
  pen.font = `14px ${family}`;
  pen.fillText(plan.subtitle, 20, 78);
  plan.rows.forEach(({ label, value }, index) => {
    const y = TOP + index * ROW;
    pen.fillStyle = '#CBC6BC';
    pen.fillRect(20, y, WIDTH - 40, 0.5);
    pen.fillStyle = '#55514A';
    pen.font = `14px ${family}`;
    pen.fillText(label, 20, y + 28);
    pen.fillStyle = '#1B1A18';
    pen.font = `16px ${family}`;
    pen.fillText(value, 104, y + 28, WIDTH - 124);
  });
  pen.fillStyle = '#6B665D';
  pen.font = `13px ${family}`;
  pen.fillText(plan.footer, 20, heightOf(plan) - 22);
}

function saveInBrowser(plan: PicturePlan, name: string): PictureResult {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * SCALE;
  canvas.height = heightOf(plan) * SCALE;
  const pen = canvas.getContext('2d');
  if (pen === null) return 'failed';
  draw(pen, plan);
  const link = document.createElement('a');
  link.href = canvas.toDataURL('image/png');
  link.download = `${name}.png`;
  link.click();
  return 'saved';
}

async function saveInWechat(plan: PicturePlan): Promise<PictureResult> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width: WIDTH * SCALE, height: heightOf(plan) * SCALE });
  draw(canvas.getContext('2d') as unknown as Pen, plan);
  const file = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas });
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: file.tempFilePath });
    return 'saved';
  } catch {
    return 'refused';
  }
}

/** Draws a picture on the device and saves it: into the album, or as a download. Nothing is sent anywhere. */
export async function savePicture(plan: PicturePlan, name: string): Promise<PictureResult> {
  try {
    return IS_BROWSER ? saveInBrowser(plan, name) : await saveInWechat(plan);
  } catch {
    return 'failed';
  }
}
