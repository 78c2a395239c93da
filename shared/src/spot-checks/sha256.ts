const ROUNDS = 64;
const BLOCK = 64;
const FULL = 0x1_0000_0000;

/** The first `count` prime numbers. */
function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

/** The first 32 bits of the fraction of a root, as FIPS 180-4 makes its constants. */
function fractionBits(root: number): number {
  return ((root - Math.floor(root)) * FULL) | 0;
}

const CONSTANTS = primes(ROUNDS).map((prime) => fractionBits(Math.cbrt(prime)));
const START = eight(primes(8).map((prime) => fractionBits(Math.sqrt(prime))));

type Eight = readonly [number, number, number, number, number, number, number, number];

function eight(words: readonly number[]): Eight {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = words;
  return [a, b, c, d, e, f, g, h];
}

/**
 * The SHA-256 of a text in UTF-8, as 64 hexadecimal digits: FIPS 180-4. Written out because a draw is computed again on
 * phones, where the mini program has no crypto of its own, by the same lines as on the server.
 */
export function sha256Hex(text: string): string {
  const words = paddedWords(utf8(text));
  let state = START;
  for (let start = 0; start < words.length; start += BLOCK / 4) {
    state = compressed(state, words.slice(start, start + BLOCK / 4));
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function utf8(text: string): readonly number[] {
  const escaped = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let index = 0; index < escaped.length; index += 1) {
    if (escaped.charAt(index) !== '%') bytes.push(escaped.charCodeAt(index));
    else {
      bytes.push(parseInt(escaped.slice(index + 1, index + 3), 16));
      index += 2;
    }
  }
  return bytes;
}

/** The bytes with their end mark and length, as 32-bit words that fill whole blocks. */
function paddedWords(bytes: readonly number[]): readonly number[] {
  const blocks = Math.ceil((bytes.length + 9) / BLOCK);
  const words = new Array<number>((blocks * BLOCK) / 4).fill(0);
  [...bytes, 0x80].forEach((byte, index) => {
    const place = index >> 2;
    words[place] = (words[place] ?? 0) | (byte << (24 - (index % 4) * 8));
  });
  words[words.length - 2] = Math.floor((bytes.length * 8) / FULL);
  words[words.length - 1] = (bytes.length * 8) | 0;
  return words;
}

function compressed(state: Eight, block: readonly number[]): Eight {
  const schedule = scheduleOf(block);
  let [a, b, c, d, e, f, g, h] = state;
  for (let round = 0; round < ROUNDS; round += 1) {
    const mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const first = (h + mixed + chosen + (CONSTANTS[round] ?? 0) + (schedule[round] ?? 0)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return eight([a, b, c, d, e, f, g, h].map((word, index) => (word + (state[index] ?? 0)) | 0));
}

function scheduleOf(block: readonly number[]): readonly number[] {
  const words = [...block];
  for (let index = block.length; index < ROUNDS; index += 1) {
    const [near, far] = [words[index - 2] ?? 0, words[index - 15] ?? 0];
    const low = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
    const high = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
    words.push(((words[index - 16] ?? 0) + low + (words[index - 7] ?? 0) + high) | 0);
  }
  return words;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
