/** Thrown by an endpoint to answer with an errcode. */
export class SimulatedRefusal extends Error {
  override readonly name = 'SimulatedRefusal';

  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(`${String(errcode)} ${errmsg}`);
  }
}
