import { LinkCard } from '../../ui/row/link-card';

interface LinkProps {
  readonly page: 'supervision/notices' | 'supervision/tickets';
  readonly title: string;
  readonly below: string;
}

/** The way from a slot to notices or tickets, on phones; on wide windows it stands in the side navigation. */
export function SupervisionLink({ page, title, below }: LinkProps) {
  return <LinkCard icon="flag" title={title} below={below} page={page} />;
}
