import { useRouter } from '@tarojs/taro';
import { SLOTS, startAt } from './navigation';

/** A page with its parameters. */
interface Place {
  readonly page: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What Taro itself adds to the parameters of a page. */
const NOT_OURS = ['stamp', '$taroTimestamp'];

let wanted: Place | null = null;

/** The page that is shown. */
export function useThisPage(): Place {
  const { path, params } = useRouter();
  const page = /pages\/(.+)\/index/.exec(path)?.[1] ?? 'home';
  const ours = Object.entries(params).filter(([name]) => !NOT_OURS.includes(name));
  return { page, parameters: Object.fromEntries(ours.map(([name, value = '']) => [name, decodeURIComponent(value)])) };
}

/** Goes to sign in; `place` is what somebody came for, as from a reminder's card, null when it is not to be come back to. */
export function signInFirst(place: Place | null): void {
  const isSlot = SLOTS.some((slot) => slot === place?.page);
  wanted = isSlot ? null : place;
  startAt('sign-in');
}

/** Goes in after signing in: to what was wanted, once, otherwise to the first page. */
export function goWhereWanted(): void {
  const { page, parameters } = wanted ?? { page: 'home', parameters: {} };
  wanted = null;
  startAt(page, parameters);
}
