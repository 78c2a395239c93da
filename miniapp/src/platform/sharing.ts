import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** Takes what passes a page on (转发, 分享到朋友圈, 复制链接) out of WeChat's menu, for as long as the page is open. Browsers have no such menu. */
export function useNoSharing(isOff: boolean): void {
  useEffect(() => {
    if (isOff && !IS_BROWSER) void Taro.hideShareMenu({ menus: ['shareAppMessage', 'shareTimeline'] });
  }, [isOff]);
}
