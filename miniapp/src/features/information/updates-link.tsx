import { LinkCard } from '../../ui/row/link-card';

/** The way from a slot to work updates, on phones; on wide windows it stands in the side navigation. */
export function UpdatesLink({ below }: { readonly below: string }) {
  return <LinkCard icon="bulletin" title="工作动态" below={below} page="information/updates" />;
}
