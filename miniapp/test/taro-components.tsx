import { createElement, type ReactNode } from 'react';

interface ElementProps {
  readonly children?: ReactNode;
  readonly [name: string]: unknown;
}

/** What Taro's elements are given that the browser's do not know. */
const FOREIGN = [
  'hoverClass',
  'hoverStayTime',
  'catchMove',
  'nativeProps',
  'placeholderClass',
  'autoHeight',
  'disableDefaultPadding',
  'openType',
  'onGetPhoneNumber',
  'maxlength',
  'aria-role',
  // A keyboard for numbers still lets other things be pasted in.
  'type',
];

function known(props: ElementProps): ElementProps {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !FOREIGN.includes(name)));
}

function withDetail(handler: unknown) {
  return (event: { target: { value?: string } }) => {
    if (typeof handler === 'function')
      (handler as (event: object) => void)({ detail: { value: event.target.value ?? '' } });
  };
}

function element(tag: string, defaults: ElementProps = {}) {
  return function Element({ children, ...props }: ElementProps) {
    const role = props['aria-role'] === undefined ? {} : { role: props['aria-role'] };
    return createElement(tag, { ...defaults, ...known(props), ...role }, children);
  };
}

function typing(tag: 'input' | 'textarea') {
  return function Typing({ onInput, onFocus, onBlur, ...props }: ElementProps) {
    return createElement(tag, {
      ...known(props),
      ...(props['nativeProps'] as object | undefined),
      onChange: () => undefined,
      onInput: withDetail(onInput),
      onFocus: withDetail(onFocus),
      onBlur: withDetail(onBlur),
    });
  };
}

export const View = element('div');
export const Text = element('span');
export const Button = element('button');
export const ScrollView = element('div');
export const Image = element('img');
export const Picker = element('div');
export const Input = typing('input');
export const Textarea = typing('textarea');
