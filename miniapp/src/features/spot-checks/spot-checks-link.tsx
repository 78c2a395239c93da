import { LinkCard } from '../../ui/row/link-card';

/** The way from a slot to the month's draw, on phones; on wide windows it stands in the side navigation. */
export function SpotChecksLink() {
  return <LinkCard icon="check" title="抽查摇号" below="看抽中谁、查到什么，自己算一遍" page="spot-checks" />;
}
