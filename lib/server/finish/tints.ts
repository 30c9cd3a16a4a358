/** Two colours of three hexadecimal digits each: those of a picture's upper and lower half. */
const TINT = /^([0-9a-f]{3})-([0-9a-f]{3})$/;

/**
 * Rules that give pictures the colours of what is still on its way. They stand in the page's own
 * style sheet, since a policy against inline styles forbids style attributes.
 */
export function tintRules(tints: Iterable<string>): string {
  let rules = '';
  for (const tint of tints) {
    const [, top, bottom] = TINT.exec(tint) ?? [];
    if (top !== undefined && bottom !== undefined) {
      rules += `[data-tint="${tint}"]{background:linear-gradient(#${top},#${bottom})}`;
    }
  }
  return rules;
}
