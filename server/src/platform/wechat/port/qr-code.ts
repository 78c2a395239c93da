/** What a mini program code opens: `scene` of 1 to 32 characters without `%`, `page` without leading slash or query. */
export interface QrCodeOrder {
  readonly scene: string;
  readonly page: string;
  /** Pixels, 280 to 1280; 430 unless told. */
  readonly width?: number;
}

/** The picture as WeChat drew it. */
export interface QrCodeImage {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

const SCENE = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]{1,32}$/;

/** Why WeChat would refuse this order, found before asking; null when nothing is wrong. */
export function qrCodeFault(order: QrCodeOrder): string | null {
  if (!SCENE.test(order.scene)) return 'scene must have 1 to 32 letters, digits or permitted symbols';
  if (order.page === '' || order.page.startsWith('/') || order.page.includes('?')) {
    return 'page must be a path without leading slash and query';
  }
  const width = order.width ?? 430;
  return width >= 280 && width <= 1280 ? null : 'width must be 280 to 1280';
}
