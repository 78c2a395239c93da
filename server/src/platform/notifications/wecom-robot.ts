/** What the robot of a WeCom group needs. The key is a secret and stands in the address, so addresses are never logged. */
export interface WecomRobotParts {
  readonly baseUrl: string;
  /** Null when the group has no robot. */
  readonly key: string | null;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
}

/** `busy`: more than 20 messages in a minute; try again after one. */
export type RobotOutcome = 'told' | 'busy' | 'refused' | 'unreachable';

const LONGEST_BYTES = 2048;
const TOO_OFTEN = 45009;

/** Says one sentence in a WeCom group. Everybody in the group reads it, so it never holds a person's data. */
export class WecomRobot {
  constructor(private readonly parts: WecomRobotParts) {}

  /** Whether there is a robot to speak through. */
  get isConfigured(): boolean {
    return this.parts.key !== null;
  }

  /** Says the sentence, cut to what WeCom takes. Never throws. */
  async say(sentence: string): Promise<RobotOutcome> {
    const { baseUrl, key, timeoutMs } = this.parts;
    if (key === null) return 'refused';
    try {
      const answer = await this.parts.fetch(`${baseUrl}/cgi-bin/webhook/send?key=${encodeURIComponent(key)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ msgtype: 'text', text: { content: cutToBytes(sentence, LONGEST_BYTES) } }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return readAnswer(await answer.json());
    } catch {
      // The error's text may quote the address with its key.
      return 'unreachable';
    }
  }
}

function readAnswer(body: unknown): RobotOutcome {
  const code = typeof body === 'object' && body !== null && 'errcode' in body ? body.errcode : undefined;
  if (code === 0) return 'told';
  return code === TOO_OFTEN ? 'busy' : 'refused';
}

/** The longest beginning of a text within so many bytes of UTF-8; no character is cut in two. */
export function cutToBytes(text: string, limit: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
}
