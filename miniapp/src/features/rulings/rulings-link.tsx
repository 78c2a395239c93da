import { LinkCard } from '../../ui/row/link-card';

/** The way from a slot to the register of rulings, on phones; the lead unit's wide windows have it in the side navigation. */
export function RulingsLink() {
  return <LinkCard icon="bars" title="解释口径" below="考评办法没写清的，按哪种算" page="rulings/register" />;
}
