import { LinkCard } from '../../ui/row/link-card';

/** The way from a slot to applications, on phones; on wide windows it stands in the side navigation. */
export function ApplicationsLink({ below }: { readonly below: string }) {
  return <LinkCard icon="flag" title="申报" below={below} page="applications" />;
}
