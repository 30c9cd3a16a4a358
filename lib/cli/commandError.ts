/** Thrown where the one at the keyboard has to do something first; the message says what. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
