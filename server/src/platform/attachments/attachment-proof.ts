import type { Database } from '../database';
import type { FileStore } from './file-store';

/** What the proof of all attachments found. */
export interface AttachmentProof {
  /** Files, each once however many attachments share it. */
  readonly checked: number;
  /** One sentence each. */
  readonly faults: readonly string[];
}

interface StoredFile {
  readonly sha256: string;
  readonly name: string;
  readonly most: number;
  readonly least: number;
}

const BATCH = 200;

/** Proves that every attachment's file lies in the store, with the hash and size that its row names. */
export async function proveAttachments(database: Database, files: FileStore): Promise<AttachmentProof> {
  const faults: string[] = [];
  let checked = 0;
  for (let last = ''; ;) {
    const rows = await database.rows<StoredFile>(
      `SELECT sha256, MIN(name) AS name, MAX(bytes) AS most, MIN(bytes) AS least FROM attachment
       WHERE sha256 > ? GROUP BY sha256 ORDER BY sha256 LIMIT ${String(BATCH)}`,
      [last],
    );
    for (const row of rows) {
      const what = await faultOf(row, files);
      if (what !== null) faults.push(`附件“${row.name}”${what}。`);
    }
    checked += rows.length;
    last = rows.at(-1)?.sha256 ?? last;
    if (rows.length < BATCH) return { checked, faults };
  }
}

async function faultOf({ sha256, most, least }: StoredFile, files: FileStore): Promise<string | null> {
  const found = await files.measure(sha256);
  if (found === null) return '在盘上找不到';
  if (found.sha256 !== sha256) return '的内容和校验值对不上，被改动过';
  return most === found.bytes && least === found.bytes ? null : '登记的大小和文件对不上，被改动过';
}
