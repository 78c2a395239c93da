import { LinkCard } from '../../ui/row/link-card';

/** The way from a slot to the month's burden. */
export function BurdenLink() {
  return <LinkCard icon="bars" title="减负账本" below="每月向各单位要了多少" page="burden/month" />;
}
