/** Which mini program this installation serves: the same person has another openid in every one of them. */
export class MiniProgram {
  constructor(readonly appId: string) {}
}
