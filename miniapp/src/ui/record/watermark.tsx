import { View } from '@tarojs/components';
import './record.scss';

/** Enough marks for a long page on a wide window; what lies below the content is cut off. */
const MARKS = Array.from({ length: 72 }, (_, index) => index);

/** Over everything that is for named persons alone: who looks, and when. */
export function Watermark({ words }: { readonly words: string | null }) {
  if (words === null) return null;
  return (
    <View className="watermark" aria-hidden>
      {MARKS.map((mark) => (
        <View key={mark} className="watermark-mark t-s">
          {words}
        </View>
      ))}
    </View>
  );
}
