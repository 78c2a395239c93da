import { LinkCard } from '../../ui/row/link-card';

interface LinkProps {
  readonly page: 'inspections/list' | 'inspections/received';
  readonly below: string;
}

/** The way from a slot to inspections. */
export function InspectionsLink({ page, below }: LinkProps) {
  return <LinkCard icon="search" title="督导检查" below={below} page={page} />;
}
