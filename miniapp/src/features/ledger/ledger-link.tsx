import { openPage } from '../../platform/navigation';
import { Card } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

/** The way to the ledger from the slots. */
export function LedgerLink({ below }: { readonly below: string }) {
  return (
    <Card fit="rows">
      <Row
        icon="book"
        title="台账"
        below={below}
        onPress={() => {
          openPage('ledger');
        }}
      />
    </Card>
  );
}
