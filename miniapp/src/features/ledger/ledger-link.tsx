import { LinkCard } from '../../ui/row/link-card';

/** The way to the ledger from the slots. */
export function LedgerLink({ below }: { readonly below: string }) {
  return <LinkCard icon="book" title="台账" below={below} page="ledger" />;
}
