import { brotli, gzipped } from '../../pages/compress';
import type { FileWriter } from './fileWriter';

/** Compresses a text and writes it with its copies. */
export async function writeText(
  writer: FileWriter,
  file: string,
  text: string | Uint8Array,
): Promise<void> {
  const plain = Buffer.from(text);
  const [br, gzip] = await Promise.all([brotli(plain), gzipped(plain)]);
  await writer.writeText(file, { identity: plain, br, gzip });
}
