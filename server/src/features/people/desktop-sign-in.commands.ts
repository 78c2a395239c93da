import { Injectable } from '@nestjs/common';
import { addMinutes, type Instant } from '@jiannuo/shared/kernel';
import { PEOPLE_LIMITS, type DesktopSignInState } from '@jiannuo/shared/people';
import { Clock } from '../../platform/clock';
import { Database, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { Sessions, type Actor } from '../../platform/identity';
import { actorIn } from './appointment.directory';
import {
  BROWSER_SELECT,
  browserOfRow,
  collectBrowser,
  confirmBrowser,
  insertBrowser,
  waitingBrowser,
  type WaitingBrowser,
} from './persistence/desktop-sign-in.repository';
import { SecretMaker } from './secret-maker';
import { hashOfToken, isSameHash } from './secrets';
import { WechatProof } from './wechat-proof';

/** A code on a desktop screen, and the secret that only this browser gets. */
export interface OfferedCode {
  readonly id: string;
  readonly secret: string;
  readonly contentType: string;
  readonly image: Buffer;
  readonly expiresAt: Instant;
}

/** The page of the mini program that a scanned code opens. */
const CONFIRM_PAGE = 'pages/confirm-sign-in/index';

/** What a browser has left to fetch its session when the phone confirmed in the last second. */
const COLLECTING_MINUTES = 1;

/** Signing a desktop browser in by scanning a code with the phone that is signed in already. */
@Injectable()
export class DesktopSignInCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly proof: WechatProof,
    private readonly secrets: SecretMaker,
    private readonly clock: Clock,
  ) {}

  /** A code that can be scanned for two minutes, once. Throws `desktop.no-code` when WeChat gives no picture. */
  async offer(): Promise<OfferedCode> {
    const id = this.secrets.scene();
    const secret = this.secrets.token();
    const image = await this.proof.qrCode(CONFIRM_PAGE, id);
    const expiresAt = addMinutes(this.clock.now(), PEOPLE_LIMITS.desktopMinutes);
    await this.transactions.run((tx) => insertBrowser(tx, { id, secretHash: hashOfToken(secret), expiresAt }));
    return { id, secret, contentType: image.contentType, image: Buffer.from(image.bytes), expiresAt };
  }

  /** Lets the waiting browser in as this actor. Throws `desktop.expired`, `desktop.confirmed-already`. */
  async confirm(actor: Actor, id: string): Promise<{ readonly confirmed: true }> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const browser = await waitingBrowser(tx, id);
      if (browser === null || browser.expiresAt <= now) throw DomainError.conflict('desktop.expired');
      if (browser.personId !== null && browser.personId !== actor.personId) {
        throw DomainError.conflict('desktop.confirmed-already');
      }
      if (browser.collectedAt === null) {
        await confirmBrowser(tx, id, { personId: actor.personId, appointmentId: actor.appointmentId, now });
      }
      return { confirmed: true };
    });
  }

  /**
   * How the sign-in stands, for the browser that asked for the code; every other caller is told that it expired. The
   * session is opened and handed out once.
   */
  async poll(id: string, secret: string): Promise<DesktopSignInState> {
    const row = await this.database.row<Parameters<typeof browserOfRow>[0]>(BROWSER_SELECT, [id]);
    const state = this.stateOf(row === null ? null : browserOfRow(row), secret);
    return state === 'confirmed' ? this.collect(id, secret) : { kind: state };
  }

  private async collect(id: string, secret: string): Promise<DesktopSignInState> {
    return this.transactions.run(async (tx) => {
      const browser = await waitingBrowser(tx, id);
      if (browser?.appointmentId == null || this.stateOf(browser, secret) !== 'confirmed') return { kind: 'expired' };
      await collectBrowser(tx, id, this.clock.now());
      const actor = await actorIn(tx, browser.appointmentId);
      if (actor === null) return { kind: 'expired' };
      const owner = { personId: actor.personId, appointmentId: actor.appointmentId };
      const { token, expiresAt } = await this.sessions.open(tx, { ...owner, device: 'desktop' });
      return { kind: 'signed-in', token, expiresAt };
    });
  }

  private stateOf(browser: WaitingBrowser | null, secret: string): 'waiting' | 'expired' | 'confirmed' {
    if (browser === null || !isSameHash(browser.secretHash, hashOfToken(secret))) return 'expired';
    const isConfirmed = browser.appointmentId !== null;
    const endsAt = isConfirmed ? addMinutes(browser.expiresAt, COLLECTING_MINUTES) : browser.expiresAt;
    if (browser.collectedAt !== null || endsAt <= this.clock.now()) return 'expired';
    return isConfirmed ? 'confirmed' : 'waiting';
  }
}
