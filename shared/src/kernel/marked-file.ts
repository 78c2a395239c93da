const MARKABLE = /\.(pdf|jpe?g|png)$/i;

/** Whether a file of that name can carry a watermark (水印): a PDF or a picture. Word and Excel cannot. */
export function takesWatermark(name: string): boolean {
  return MARKABLE.test(name);
}

/** What a file is called once it carries a watermark, `现场.jpg` as `现场.pdf`: a picture becomes a page of a PDF. */
export function markedName(name: string): string {
  return name.replace(MARKABLE, '.pdf');
}
