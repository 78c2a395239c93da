function askedAccount(): string | null {
  if (!IS_BROWSER) return null;
  const places = [window.location.search, window.location.hash.split('?')[1] ?? ''];
  for (const place of places) {
    const match = /(?:^|[?&])as=([^&]+)/.exec(place);
    if (match?.[1] !== undefined) return decodeURIComponent(match[1]);
  }
  return null;
}

const account = askedAccount();

/** The demo account that the address asks for (`?as=`), or null. Two frames side by side hold two people. */
export function demoAccount(): string | null {
  return account;
}

/** Keeps what two accounts store on one device apart. */
export function accountKey(name: string): string {
  return account === null ? name : `${account}/${name}`;
}
