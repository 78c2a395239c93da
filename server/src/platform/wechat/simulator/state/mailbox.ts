/** One line of a message as the phone shows it. */
export interface MessageLine {
  readonly label: string;
  readonly value: string;
}

/** A service notice on a person's phone. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly appId: string;
  readonly userId: string;
  readonly openid: string;
  readonly templateId: string;
  readonly title: string;
  readonly lines: readonly MessageLine[];
  /** The page with its query that a tap opens; null opens nothing. */
  readonly page: string | null;
  readonly miniprogramState: string;
  readonly at: string;
}

/** The service notices of all phones, oldest first. */
export class Mailbox {
  private readonly messages: ReceivedMessage[] = [];

  /** Puts a message on a phone. */
  put(message: ReceivedMessage): void {
    this.messages.push(message);
  }

  /** What a person has received, oldest first; of one app, or of all. */
  of(userId: string, appId: string | null = null): readonly ReceivedMessage[] {
    return this.messages.filter((message) => message.userId === userId && (appId === null || message.appId === appId));
  }

  /** All messages, oldest first. */
  all(): readonly ReceivedMessage[] {
    return this.messages;
  }
}
