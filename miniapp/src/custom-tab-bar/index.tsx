import { View } from '@tarojs/components';

/** WeChat asks for this component; every screen draws its own tab bar, labelled by role, so this one stays empty. */
export default function CustomTabBar() {
  return <View />;
}
