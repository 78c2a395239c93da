import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useNoSharing } from '../../platform/sharing';
import { Icon } from '../icon/icon';
import './record.scss';

/** Enough marks for a long page on a wide window; what lies below the content is cut off. */
const MARKS = Array.from({ length: 72 }, (_, index) => index);

interface ConfidentialProps {
  /** Whether it is for named persons alone (限知悉). */
  readonly isConfidential: boolean;
  /** Who looks, and when; null as long as the server has not said it. */
  readonly watermark: string | null;
  /** Who alone may know of it; null where the page says it otherwise. */
  readonly band: string | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** What is drawn of a record: where it is confidential under a watermark, not to be selected, copied or passed on. */
export function Confidential({ isConfidential, watermark, band, className = '', children }: ConfidentialProps) {
  useNoSharing(isConfidential);
  return (
    <View className={`${className} ${isConfidential ? 'is-confidential' : ''}`}>
      {isConfidential && watermark !== null ? (
        <View className="watermark" aria-hidden="true">
          {MARKS.map((mark) => (
            <View key={mark} className="watermark-mark t-s">
              {watermark}
            </View>
          ))}
        </View>
      ) : null}
      {isConfidential && band !== null ? (
        <View className="record-secret row t-s">
          <Icon name="lock" size="small" />
          <View className="gap-2">{band}</View>
        </View>
      ) : null}
      {children}
    </View>
  );
}
