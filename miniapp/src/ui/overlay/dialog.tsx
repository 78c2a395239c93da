import { View } from '@tarojs/components';
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../button/button';
import { Found } from '../field/found';
import { Heading } from '../heading/heading';
import { Icon, type IconName } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import './overlay.scss';

interface VeilProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly place: 'middle' | 'bottom';
  readonly children: ReactNode;
}

/** Brings the keyboard into what has opened and back to where it was, and closes on Escape. */
function useKeyboardInside(onClose: () => void) {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!IS_BROWSER) return undefined;
    const before = document.activeElement;
    document.querySelector<HTMLElement>('.veil-body .pressable, .veil-body input, .veil-body textarea')?.focus();
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
}

/** The second tap of a double one lands on the veil that the first brought up; milliseconds. */
const DOUBLE_TAP = 400;

/** Closes on a tap beside what has opened, but not on the tap that still belongs to its opening. */
function useTapBeside(onClose: () => void): () => void {
  const isSettled = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      isSettled.current = true;
    }, DOUBLE_TAP);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return () => {
    if (isSettled.current) onClose();
  };
}

function Veil({ label, onClose, place, children }: VeilProps) {
  useKeyboardInside(onClose);
  const tapBeside = useTapBeside(onClose);
  const role = IS_BROWSER ? { role: 'dialog' } : { 'aria-role': 'dialog' };
  return (
    <View className={`veil veil-${place}`} catchMove>
      <View className="veil-ground" onClick={tapBeside} />
      <View className="veil-body" {...role} aria-modal="true" aria-label={label}>
        {children}
      </View>
    </View>
  );
}

interface DialogProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** What will happen, as a verb. */
  readonly verb: string;
  readonly refusal?: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be taken back. The buttons are verbs. */
export function Dialog({ title, children, verb, refusal = '先不', onConfirm, onClose }: DialogProps) {
  return (
    <Veil label={title} onClose={onClose} place="middle">
      <Heading level={2} className="t-2">
        {title}
      </Heading>
      {children === undefined ? null : <View className="dialog-text t-body c-ink-2">{children}</View>}
      <View className="dialog-verbs">
        <View className="grow">
          <Button look="plain" isBlock onPress={onClose}>
            {refusal}
          </Button>
        </View>
        <View className="grow gap-3">
          <Button isBlock onPress={onConfirm}>
            {verb}
          </Button>
        </View>
      </View>
    </Veil>
  );
}

/** One thing that a sheet offers. */
export interface SheetVerb {
  readonly label: string;
  readonly icon?: IconName;
  readonly note?: string;
  /** The verb opens something else in this sheet's place, and closes it itself. */
  readonly keepsOpen?: boolean;
  readonly onPress: () => void;
}

function VerbRow({ verb, onClose }: { readonly verb: SheetVerb; readonly onClose: () => void }) {
  const { label, icon, note, keepsOpen = false, onPress } = verb;
  return (
    <Pressable
      className="sheet-verb"
      onPress={() => {
        if (!keepsOpen) onClose();
        onPress();
      }}
    >
      {icon === undefined ? null : <Icon name={icon} size="large" className="sheet-icon c-ink-2" />}
      <View className="grow">
        <View className="t-body">{label}</View>
        {note === undefined ? null : <View className="t-xs c-ink-2">{note}</View>}
      </View>
    </Pressable>
  );
}

interface SheetProps {
  readonly title: string;
  readonly verbs?: readonly SheetVerb[];
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** Comes up from the bottom with ways on, of very many those that are looked for, or with a small form. A tap beside it closes it. */
export function Sheet({ title, verbs = [], children, onClose }: SheetProps) {
  return (
    <Veil label={title} onClose={onClose} place="bottom">
      <View className="row between">
        <Heading level={2} className="t-2 grow">
          {title}
        </Heading>
        <Pressable className="sheet-close" label="关上" onPress={onClose}>
          <Icon name="close" />
        </Pressable>
      </View>
      {children}
      <Found items={verbs} nameOf={({ label }) => label} counter="个">
        {(found) => found.map((verb) => <VerbRow key={verb.label} verb={verb} onClose={onClose} />)}
      </Found>
    </Veil>
  );
}
