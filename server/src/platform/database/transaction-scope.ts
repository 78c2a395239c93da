import { callContext } from '../http/request-context';

/** A callback inside a transaction that asked the data source instead of its own manager: its writes would escape the transaction. */
export class TransactionMisuseError extends Error {
  constructor() {
    super('Inside a transaction only its own manager may be used.');
    this.name = 'TransactionMisuseError';
  }
}

/** Runs `work` as the inside of a transaction; until it ends, the data source refuses to answer it. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const transaction = { isOpen: true };
  try {
    return await callContext.run({ request: callContext.getStore()?.request, transaction }, work);
  } finally {
    transaction.isOpen = false;
  }
}

/** Throws a TransactionMisuseError when called from inside a transaction. */
export function refuseInsideTransaction(): void {
  if (callContext.getStore()?.transaction?.isOpen) throw new TransactionMisuseError();
}
