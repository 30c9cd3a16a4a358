/**
 * Front matter in the notation that YAML shares with JSON, one field to a line: a library would
 * take longer over ten thousand files than everything else in them. Undefined fields are left out.
 */
export function frontMatter(fields: Readonly<Record<string, unknown>>): string {
  return `---\n${yamlFile(fields)}---\n\n`;
}

/** A YAML file of one map. */
export function yamlFile(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return lines.join('');
}

/** A YAML file of one list. */
export function yamlList(entries: readonly unknown[]): string {
  return entries.map((entry) => `- ${JSON.stringify(entry)}\n`).join('');
}
