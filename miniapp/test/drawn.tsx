import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';

/** Draws something with an empty store of answers that never asks twice. */
export function drawn(children: ReactNode): RenderResult {
  const store = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 0 } } });
  return render(<QueryClientProvider client={store}>{children}</QueryClientProvider>);
}

/** From here on the browser's side of the program is drawn; otherwise it is WeChat's. */
export function inBrowser(): void {
  // jsdom draws nothing, so nothing can be brought into sight.
  Element.prototype.scrollIntoView = () => undefined;
  (globalThis as { IS_BROWSER?: boolean }).IS_BROWSER = true;
}
