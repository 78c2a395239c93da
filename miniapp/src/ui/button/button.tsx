import { Button as NativeButton, View } from '@tarojs/components';
import { Icon, type IconName } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import './button.scss';

/** One `primary` a screen. `plain` has a border, `weak` a tinted ground, `link` is words alone. */
export type ButtonLook = 'primary' | 'plain' | 'weak' | 'link';

interface ButtonProps {
  readonly children: string;
  readonly onPress: () => void;
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly isBlock?: boolean;
  readonly label?: string;
  readonly id?: string;
}

function classOf(look: ButtonLook, isBlock: boolean): string {
  return `button button-${look} ${isBlock ? 'button-block' : ''}`;
}

/** A button named by its result, 48 high on a phone. It is never disabled: a tap that cannot be done says why. */
export function Button({ children, onPress, look = 'primary', icon, isBlock = false, label, id }: ButtonProps) {
  return (
    <Pressable
      className={classOf(look, isBlock)}
      onPress={onPress}
      {...(label === undefined ? {} : { label })}
      {...(id === undefined ? {} : { id })}
    >
      {icon === undefined ? null : <Icon name={icon} className="button-icon" />}
      {children}
    </Pressable>
  );
}

interface PhoneNumberButtonProps {
  readonly children: string;
  /** The single-use code that the server trades for the number; null when the person refused. */
  readonly onCode: (code: string | null) => void;
}

/** WeChat's own button for the phone number; WeChat asks the person, we get a code. */
export function PhoneNumberButton({ children, onCode }: PhoneNumberButtonProps) {
  return (
    <NativeButton
      className={`${classOf('primary', true)} button-native`}
      openType="getPhoneNumber"
      onGetPhoneNumber={(event) => {
        const { code } = event.detail as { code?: string };
        onCode(code === undefined || code === '' ? null : code);
      }}
    >
      <View>{children}</View>
    </NativeButton>
  );
}
