import type { ChangeEvent, FocusEvent, KeyboardEvent, ReactNode } from 'react';

interface ViewProps {
  readonly children?: ReactNode;
  readonly className?: string;
  readonly onClick?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly hoverClass?: string;
  readonly hoverStayTime?: number;
  readonly catchMove?: boolean;
}

const UNKNOWN_TO_BROWSERS = ['hoverClass', 'hoverStayTime', 'catchMove'];

/** WeChat's view as a plain element; what a browser does not know is left out. */
export function View(props: ViewProps) {
  return <div {...Object.fromEntries(Object.entries(props).filter(([name]) => !UNKNOWN_TO_BROWSERS.includes(name)))} />;
}
export function Text({ children, className }: ViewProps) {
  return <span className={className}>{children}</span>;
}
export function Button({ children, className, onClick }: ViewProps) {
  return (
    <button className={className} onClick={onClick}>
      {children}
    </button>
  );
}
export function Image({ className }: ViewProps) {
  return <img className={className} alt="" />;
}
export function Picker({ children }: ViewProps) {
  return <div>{children}</div>;
}

interface InputProps {
  readonly defaultValue?: string;
  readonly type?: string;
  readonly placeholder?: string;
  readonly nativeProps?: Readonly<Record<string, string | undefined>>;
  readonly onInput?: (event: { readonly detail: { readonly value: string } }) => void;
  readonly onFocus?: (event: FocusEvent) => void;
  readonly onBlur?: (event: FocusEvent) => void;
}

function nativeOf({ defaultValue, placeholder, nativeProps, onInput, onFocus, onBlur }: InputProps) {
  return {
    defaultValue,
    placeholder,
    ...nativeProps,
    onFocus,
    onBlur,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onInput?.({ detail: { value: event.target.value } }),
  };
}
export function Input(props: InputProps) {
  return <input type={props.type} {...nativeOf(props)} />;
}
export function Textarea(props: InputProps) {
  return <textarea {...nativeOf(props)} />;
}
