import { QueryClientProvider } from '@tanstack/react-query';
import { useDidHide, useDidShow, useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import './app.scss';
import { watchDisplay } from './platform/device/display';
import { watchUpdates } from './platform/device/updates';
import { watchNetwork } from './platform/network';
import { queryClient, setInFront, watchSurroundings } from './platform/query/query-client';

/** The program: follows its surroundings, and gives every page the one store of answers. */
export default function App({ children }: { readonly children?: ReactNode }) {
  useLaunch(() => {
    watchDisplay();
    watchNetwork();
    watchUpdates();
    watchSurroundings();
  });
  useDidShow(() => {
    setInFront(true);
  });
  useDidHide(() => {
    setInFront(false);
  });
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
